import type { Chooser } from './chooser';
import type { GridKeys } from './gridKeys';
import type { TableData } from './tableData';

/** Finds the row of the chosen chain: the keyboard goes on from there, and it is scrolled to where that is wanted. */
export class ChosenRow {
  /** Whether the chosen chain does not fit what the table shows. */
  isOut = false;
  private isRevealing = false;

  /** @param onFound is told whether the row is to be scrolled to */
  constructor(
    private readonly data: Pick<TableData, 'find'>,
    private readonly chooser: Pick<Chooser, 'shown'>,
    private readonly keys: Pick<GridKeys, 'moveTo'>,
    private readonly onFound: (isRevealed: boolean) => void,
  ) {}

  /** Scrolls to the row as soon as it is found. */
  reveal(): void {
    this.isRevealing = true;
  }

  /** Looks for the row in what the table shows now. */
  async locate(): Promise<void> {
    const key = this.chooser.shown;
    const { isRevealing } = this;
    if (key?.kind !== 'chain') {
      this.isRevealing = false;
      this.isOut = false;
      this.onFound(false);
      return;
    }
    const found = await this.data.find(key, isRevealing).catch(() => undefined);
    if (!found || key !== this.chooser.shown) {
      return;
    }
    this.isRevealing &&= !isRevealing;
    this.isOut = !found.isThere;
    if (found.line !== undefined) {
      this.keys.moveTo(found.line, isRevealing);
    }
    this.onFound(isRevealing && found.line !== undefined);
  }
}
