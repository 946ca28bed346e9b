import type { TableFacets, ViewState } from '../../src/protocol/viewProtocol';
import type { TableColumn } from '../../src/threats/tableQuery';
import type { Host } from '../host';

/** What there is to filter by; asked for again when the chains have changed. */
export class FacetsSource {
  current: TableFacets | undefined;
  /** Whether they have been asked for and answered: before that nobody knows which columns are empty. */
  isLoaded = false;
  private asked = '';

  constructor(
    private readonly host: Host,
    private readonly onChange: () => void,
  ) {}

  /** Columns with nothing in them. */
  get emptyColumns(): readonly TableColumn[] {
    return this.current?.emptyColumns ?? [];
  }

  async load({ root, revision }: Pick<ViewState, 'root' | 'revision'>): Promise<void> {
    const asked = JSON.stringify([root, revision]);
    if (asked === this.asked) {
      return;
    }
    this.asked = asked;
    const facets =
      root === undefined
        ? undefined
        : await this.host.request('tableFacets', { root }).catch(() => undefined);
    if (asked === this.asked) {
      this.current = facets;
      this.isLoaded = true;
      this.onChange();
    }
  }
}
