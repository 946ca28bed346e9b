import { count, plural, shortProbability } from '../../text/numbers';
import { isPartial, thereIsNoChain } from './noChain';
import type { ReportData, ReportFigure } from '../reportData';
import { joined, type Markup, tag } from './markup';
import { nameOf } from './names';
import { scroller } from './table';

/** With more columns, letters and numbers stand one above the other on paper. */
const MOST_SIDE_BY_SIDE = 20;

/** Assets by entry points: the worst P of the chains between them, with a letter for its rating. */
export function matrix(data: ReportData): Markup {
  const { entries, assets, cells, entryCount, assetCount } = data;
  if (cells.length === 0) {
    return tag('p', {}, isPartial(data) ? thereIsNoChain(data) : 'There is no chain.');
  }
  const none = isPartial(data) ? 'no chain that is kept' : 'no chain';
  const cellOf = new Map(cells.map((cell) => [`${cell.entry} ${cell.asset}`, cell]));
  const caption = `Worst P by asset and entry point, rounded down${rest('asset', assets.length, assetCount)}${rest('entry point', entries.length, entryCount)}`;
  const table = tag(
    'table',
    { class: entries.length > MOST_SIDE_BY_SIDE ? 'matrix many' : 'matrix' },
    tag('caption', {}, caption),
    tag(
      'thead',
      {},
      tag(
        'tr',
        {},
        tag('td', { class: 'corner' }, 'asset \\ entry point'),
        ...entries.map((entry) =>
          tag('th', { scope: 'col', title: titleOf(entry.name, entry) }, tag('span', {}, nameOf(entry.name))),
        ),
      ),
    ),
    tag(
      'tbody',
      {},
      ...assets.map((asset, row) =>
        tag(
          'tr',
          {},
          tag('th', { scope: 'row', title: titleOf(asset.label, asset) }, nameOf(asset.label)),
          ...entries.map((entry, column) => {
            const cell = cellOf.get(`${column} ${row}`);
            return cell
              ? tag(
                  'td',
                  {
                    class: cell.rating.toLowerCase(),
                    title: titleOf(`${entry.name} to ${asset.label}`, cell),
                  },
                  tag('b', {}, cell.rating.charAt(0)),
                  ' ',
                  roundedDown(cell.worst),
                )
              : tag('td', { class: 'none' }, tag('span', { class: 'visually-hidden' }, none));
          }),
        ),
      ),
    ),
  );
  return joined(
    tag(
      'p',
      { class: 'legend' },
      tag('span', {}, tag('b', { class: 'key high' }, 'H'), ' High'),
      tag('span', {}, tag('b', { class: 'key medium' }, 'M'), ' Medium'),
      tag('span', {}, tag('b', { class: 'key low' }, 'L'), ' Low'),
      tag('span', {}, tag('b', { class: 'key none' }, ' '), ` ${none}`),
    ),
    scroller(caption, table),
  );
}

function titleOf(what: string, { chains, worst, rating }: ReportFigure): string {
  return `${what}: ${plural(chains, 'chain')}, worst P ${shortProbability(worst)} (${rating})`;
}

/** P with one decimal, which is never above the limit of a rating that P itself is below. */
function roundedDown(probability: number): string {
  return (Math.floor(probability * 10 + 1e-9) / 10).toFixed(1);
}

function rest(what: string, shown: number, all: number): string {
  return shown < all ? `; the worst ${shown} of ${count(all)} ${what}s` : '';
}
