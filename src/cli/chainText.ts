import type { Chain } from '../chains/chain';
import type { ChainSet } from '../chains/chainSet';
import type { ChainGroup } from '../chains/groupChains';
import type { Grouping } from '../chains/groupings';
import { groupKeyText } from '../report/chainJson';
import type { CommandIo } from './io';
import { count, plural, pluralSoFar, shortProbability } from '../text/numbers';
import { columnLine, columnWidths, printable, type Style, styled } from './terminal';

const RATING_STYLES: Readonly<Record<Chain['rating'], Style>> = {
  High: 'red',
  Medium: 'yellow',
  Low: 'green',
};
const ARROW = ' > ';

/** Rows listed on a terminal where nobody says how many. */
export const TERMINAL_ROWS = 20;

/** Which chains are listed, and what the list leaves out. */
export interface ListedChains {
  /** In the order of the list. */
  readonly positions: ArrayLike<number>;
  /** Chains that would stand below them. */
  readonly more: number;
  /** Chains that are not listed because of their P. */
  readonly below: number;
}

/** Name, counts and what they leave open, in one line. */
export function summaryLine(io: CommandIo, set: ChainSet, label: string): string {
  const { counts } = set;
  const total = pluralSoFar(counts.total, counts.totalIsLowerBound, 'chain');
  const types = [...counts.byType]
    .filter(([, chains]) => chains > 0)
    .map(([type, chains]) => `${type} ${count(chains)}`);
  const open = [
    set.size < counts.total ? `best ${count(set.size)} kept` : '',
    set.complete
      ? ''
      : set.size > 0
        ? 'search ended early, the best may be missing'
        : 'the search ended early, there may be some',
  ].filter((part) => part !== '');
  const details = types.length > 0 ? ` (${types.join(', ')})` : '';
  return `${styled(io, 'bold', printable(label))}: ${total}${details}${open.length > 0 ? `; ${open.join('; ')}` : ''}\n`;
}

/** Chains as lines: number of the row, P, rating, type, id, asset and path; then what is not listed. */
export function* chainLines(
  io: CommandIo,
  set: ChainSet,
  label: string,
  { positions, more, below }: ListedChains,
): Generator<string> {
  yield summaryLine(io, set, label);
  const withRisk = set.model.settings.weight !== undefined;
  const header = ['#', 'P', ...(withRisk ? ['Risk'] : []), 'Rating', 'Type', 'Id', 'Asset', 'Path'];
  const rightAligned = new Set(withRisk ? [0, 1, 2] : [0, 1]);
  const cells = (index: number): readonly [Chain['rating'], string[]] => {
    const chain = set.chain(positions[index] as number);
    return [
      chain.rating,
      [
        count(index + 1),
        shortProbability(chain.probability),
        ...(withRisk ? [chain.risk === undefined ? '-' : shortProbability(chain.risk)] : []),
        chain.rating,
        chain.type,
        chain.id,
        `${printable(chain.asset.name)} of ${printable(chain.target.name)}`,
        chain.path.map(printable).join(ARROW),
      ],
    ];
  };
  if (positions.length > 0) {
    // Twice over the chains, so that a list of a million need not be held.
    const widths = columnWidths(
      (function* () {
        yield header;
        for (let index = 0; index < positions.length; index++) {
          yield cells(index)[1];
        }
      })(),
    );
    yield `${styled(io, 'dim', columnLine(header, widths, rightAligned))}\n`;
    for (let index = 0; index < positions.length; index++) {
      const [rating, row] = cells(index);
      const line = columnLine(row, widths, rightAligned);
      yield `${line.replace(rating, () => styled(io, RATING_STYLES[rating], rating))}\n`;
    }
    if (more > 0) {
      yield `${styled(io, 'dim', `... and ${count(more)} more; --top all lists every one.`)}\n`;
    }
  }
  if (below > 0) {
    yield `${styled(io, 'dim', `${plural(below, 'chain')} with a lower P ${below === 1 ? 'is' : 'are'} not listed (--at-least).`)}\n`;
  }
}

/** Groups as lines: chains, those at or above Medium, the best P, and the key; then what that means. */
export function* groupLines(
  io: CommandIo,
  set: ChainSet,
  label: string,
  { groupings, groups, more }: GroupList,
): Generator<string> {
  yield summaryLine(io, set, label);
  const header = ['Chains', 'Medium+', 'Best P', groupings.join(', ')];
  const rows = groups.map((group) => [
    count(group.chains),
    count(group.medium),
    shortProbability(set.probability(group.best)),
    printable(groupKeyText(namedKey(set, groupings, group.key))),
  ]);
  const widths = columnWidths([header, ...rows]);
  const rightAligned = new Set([0, 1, 2]);
  yield `${styled(io, 'dim', columnLine(header, widths, rightAligned))}\n`;
  for (const row of rows) {
    yield `${columnLine(row, widths, rightAligned)}\n`;
  }
  if (more > 0) {
    yield `${styled(io, 'dim', `... and ${plural(more, 'more group')}; --top all lists every one.`)}\n`;
  }
  yield `${styled(io, 'dim', legend(set, groupings))}\n`;
}

/** Which groups are listed. */
export interface GroupList {
  readonly groupings: readonly Grouping[];
  readonly groups: readonly ChainGroup[];
  /** Groups that would stand below them. */
  readonly more: number;
}

function legend({ model }: ChainSet, groupings: readonly Grouping[]): string {
  const order = groupings.includes('relation') ? 'most Medium+ first, then most chains' : 'best P first';
  return `Medium+: chains with P of ${model.settings.thresholds.medium} or more. Order: ${order}.`;
}

/** The key with the names of assets beside ids that are not made of them. */
function namedKey(set: ChainSet, groupings: readonly Grouping[], key: ChainGroup['key']): ChainGroup['key'] {
  return key.map((part, index) => {
    const asset =
      groupings[index] === 'asset' && typeof part === 'string' ? set.model.assets.get(part) : undefined;
    return asset && asset.id !== `${asset.component}/${asset.name}` ? `${asset.name} (${asset.id})` : part;
  });
}
