import { strideName } from '../../formats/stride';
import type { TypeCoverage } from '../../model/ratingCoverage';
import { count } from '../../text/numbers';
import type { ReportData, UnratedRow } from '../reportData';
import { joined, type Markup, tag } from './markup';
import { relationOf } from './names';
import { type HtmlColumn, htmlTable } from './table';

/** How many relations are rated for each STRIDE type, and which are not. */
export function coverage({ coverage: rows, unrated, unratedCount }: ReportData): Markup {
  const columns: readonly HtmlColumn<TypeCoverage>[] = [
    { title: 'STRIDE type', isRowHeader: true, cell: ({ type }) => strideName(type) },
    { title: 'Rated', kind: 'number', cell: ({ rated }) => count(rated) },
    { title: 'Not possible', kind: 'number', cell: ({ none }) => count(none) },
    { title: 'Not rated', kind: 'number', cell: ({ missing }) => count(missing) },
    { title: 'Share', cell: shareBar },
  ];
  const shown = unrated.length < unratedCount ? `: ${unrated.length} of ${count(unratedCount)}` : '';
  return joined(
    tag(
      'p',
      { class: 'legend' },
      tag('span', {}, tag('b', { class: 'key rated' }), ' rated'),
      tag('span', {}, tag('b', { class: 'key considered' }), ' considered and not possible (none, or 0)'),
      tag('span', {}, tag('b', { class: 'key missing' }), ' not rated'),
    ),
    htmlTable('Relations per STRIDE type', columns, rows),
    unratedCount === 0
      ? tag(
          'p',
          {},
          'Nothing is open: every relation is rated, or said to be not possible, for each of these types.',
        )
      : joined(
          tag(
            'p',
            {},
            'Chains that would cross a relation that is not rated for their type are not in this report.',
          ),
          htmlTable(`Relations that lack ratings${shown}`, unratedColumns(rows), unrated),
        ),
  );
}

function unratedColumns(types: readonly TypeCoverage[]): readonly HtmlColumn<UnratedRow>[] {
  return [
    { title: 'Relation', isRowHeader: true, cell: relationOf },
    ...types.map(
      ({ type }, index): HtmlColumn<UnratedRow> => ({
        title: tag('abbr', { title: strideName(type) }, type),
        cell: ({ cells }) => {
          const cell = cells[index];
          return typeof cell === 'number' ? cell.toFixed(1) : (cell ?? 'not rated');
        },
        attributes: ({ cells }) => ({ class: cells[index] === undefined ? 'open' : undefined }),
      }),
    ),
  ];
}

function shareBar({ rated, none, missing }: TypeCoverage): Markup {
  const all = Math.max(1, rated + none + missing);
  const width = (part: number): number => Math.round((1000 * part) / all) / 10;
  return tag(
    'svg',
    { class: 'bar framed', viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    tag('rect', { class: 'rated', width: width(rated), height: 8 }),
    tag('rect', { class: 'considered', x: width(rated), width: width(none), height: 8 }),
  );
}
