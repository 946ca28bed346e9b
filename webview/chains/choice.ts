import { isSameKey, type SelectionKey } from '../../src/protocol/selectionKey';

/**
 * Follows what is chosen: by the user here, which is shown at once and told the host a moment later, or elsewhere. What
 * the host says is true; a choice of the user's stands only until the host has answered.
 */
export class Choice {
  /** What the host said last. */
  private said: SelectionKey | undefined;
  private wanted: SelectionKey | undefined;
  /** What the host was told and has not said yet. */
  private told: SelectionKey[] = [];

  /** What is shown as chosen. */
  get shown(): SelectionKey | undefined {
    return this.wanted ?? this.said;
  }

  /** The user chooses. */
  want(key: SelectionKey): void {
    this.wanted = key;
  }

  /** The host is being told what the user chose last; undefined where it knows. */
  tell(): SelectionKey | undefined {
    const key = this.wanted;
    if (key === undefined || isSameKey(key, this.told.at(-1))) {
      return undefined;
    }
    if (this.told.length === 0 && isSameKey(key, this.said)) {
      this.wanted = undefined;
      return undefined;
    }
    this.told.push(key);
    return key;
  }

  /** The host refused, or has answered and still says something else: what it said before is true. */
  settle(key: SelectionKey): void {
    if (this.told.some((each) => isSameKey(each, key))) {
      this.forget();
    }
  }

  /** The user wants nothing of what they chose any more. */
  forget(): void {
    this.told = [];
    this.wanted = undefined;
  }

  /** The host says what is chosen. True where this was chosen elsewhere. */
  hear(key: SelectionKey | undefined): boolean {
    const isNew = !isSameKey(key, this.said);
    this.said = key;
    const own = this.told.findIndex((each) => isSameKey(each, key));
    if (own >= 0) {
      this.told.splice(0, own + 1);
    } else if (isNew) {
      this.forget();
      return true;
    }
    if (isSameKey(key, this.wanted)) {
      this.wanted = undefined;
    }
    return false;
  }
}
