import type { ChainSelection } from '../../src/chains/chainSelection';
import type { Grouping } from '../../src/chains/groupings';
import type { FilePlace } from '../../src/protocol/places';
import type { TableFacets, ViewState, ViewTotals } from '../../src/protocol/viewProtocol';
import { count, pluralSoFar } from '../../src/text/numbers';

/** How many chains the table shows, of how many: "1,204 of 118,332 chains". */
export function countText(shown: number, totals: ViewTotals): string {
  const { kept, total, totalIsLowerBound } = totals;
  const all = pluralSoFar(total, totalIsLowerBound, 'chain');
  if (total === 0 && totalIsLowerBound) {
    return all;
  }
  const isCut = kept < total || totalIsLowerBound;
  if (shown === kept) {
    return isCut ? `the best ${count(kept)} of ${all}` : all;
  }
  return isCut ? `${count(shown)} of the best ${count(kept)} of ${all}` : `${count(shown)} of ${all}`;
}

/** What is to be said about the result as a whole; undefined where it is whole and current. */
export function phaseText({
  phase,
  found,
  totals,
}: Pick<ViewState, 'phase' | 'found' | 'totals'>): string | undefined {
  if (phase === 'computing') {
    return found > 0 ? `computing, ${count(found)} found` : 'computing';
  }
  if (phase === 'outdated') {
    return 'outdated';
  }
  return totals && !totals.complete
    ? 'incomplete: the search ended early, so chains may be missing'
    : undefined;
}

/** What the table is narrowed down to, in words: "through Gateway1". */
export function narrowingText(selection: ChainSelection, facets: TableFacets | undefined): string {
  switch (selection.kind) {
    case 'all':
      return 'all chains';
    case 'component':
    case 'interface':
      return `through ${selection.name}`;
    case 'entry':
      return `from ${selection.name}`;
    case 'asset':
      return `to ${facets?.assets.find(({ id }) => id === selection.id)?.label ?? selection.id}`;
    case 'relation':
      return `through ${selection.interface} › ${selection.component}`;
    case 'last-step':
      return `ending with ${selection.interface} › ${selection.component}`;
  }
}

/** What chains can be grouped by, in words. */
export const GROUPING_TEXTS: Readonly<Record<Grouping, string>> = {
  asset: 'By asset',
  entry: 'By entry point',
  'last-step': 'By last step',
  relation: 'By relation crossed',
};

/** A place for people: "model.tmg.yaml:12". */
export function placeText({ path, range }: FilePlace): string {
  return `${path.slice(path.lastIndexOf('/') + 1)}:${range.start.line}`;
}

/** The address of a reference that may be opened in a browser; undefined for every other text. */
export function webAddress(reference: string): string | undefined {
  if (!/^https?:\/\/[^\s]+$/i.test(reference) || !URL.canParse(reference)) {
    return undefined;
  }
  return new URL(reference).href;
}
