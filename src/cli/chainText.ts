import type { Chain } from '../chains/chain';
import type { ChainSet } from '../chains/chainSet';
import type { ChainGroup } from '../chains/groupChains';
import type { Grouping } from '../chains/groupings';
import { groupKeyText } from '../report/chainJson';
import type { CommandIo } from './io';
import { count, plural, shortProbability } from '../text/numbers';
import { columns, printable, type Style, styled } from './terminal';

const RATING_STYLES: Readonly<Record<Chain['rating'], Style>> = {
  High: 'red',
  Medium: 'yellow',
  Low: 'green',
};
const ARROW = ' > ';

/** Name, counts and what they leave open, in one line. */
export function summaryLine(io: CommandIo, set: ChainSet): string {
  const { counts } = set;
  const total = `${counts.totalIsLowerBound ? 'at least ' : ''}${plural(counts.total, 'chain')}`;
  const types = [...counts.byType]
    .filter(([, chains]) => chains > 0)
    .map(([type, chains]) => `${type} ${count(chains)}`);
  const open = [
    set.size < counts.total ? `best ${count(set.size)} kept` : '',
    set.complete ? '' : 'search ended early, the best may be missing',
  ].filter((part) => part !== '');
  const details = types.length > 0 ? ` (${types.join(', ')})` : '';
  return `${styled(io, 'bold', printable(set.model.name))}: ${total}${details}${open.length > 0 ? `; ${open.join('; ')}` : ''}\n`;
}

/** Chains as lines: place, P, rating, type, asset and path. */
export function* chainLines(io: CommandIo, set: ChainSet, positions: ArrayLike<number>): Generator<string> {
  yield summaryLine(io, set);
  const chains = Array.from(positions, (position) => ({ position, chain: set.chain(position) }));
  const withRisk = set.model.settings.weight !== undefined;
  const rows = chains.map(({ position, chain }) => [
    count(position + 1),
    shortProbability(chain.probability),
    ...(withRisk ? [chain.risk === undefined ? '-' : shortProbability(chain.risk)] : []),
    chain.rating,
    chain.type,
    `${printable(chain.asset.name)} of ${printable(chain.target.name)}`,
    chain.path.map(printable).join(ARROW),
  ]);
  if (rows.length > 0) {
    const header = ['#', 'P', ...(withRisk ? ['Risk'] : []), 'Rating', 'Type', 'Asset', 'Path'];
    const [head = '', ...lines] = columns([header, ...rows], new Set(withRisk ? [0, 1, 2] : [0, 1]));
    yield `${styled(io, 'dim', head)}\n`;
    for (const [index, line] of lines.entries()) {
      const rating = chains[index]?.chain.rating ?? 'Low';
      yield `${line.replace(rating, () => styled(io, RATING_STYLES[rating], rating))}\n`;
    }
  }
}

/** Groups as lines: chains, those at or above Medium, the best P, and the key. */
export function* groupLines(
  io: CommandIo,
  set: ChainSet,
  groupings: readonly Grouping[],
  groups: readonly ChainGroup[],
): Generator<string> {
  yield summaryLine(io, set);
  const rows = groups.map((group) => [
    count(group.chains),
    count(group.medium),
    shortProbability(set.probability(group.best)),
    printable(groupKeyText(group.key)),
  ]);
  const header = ['Chains', 'Medium+', 'Best P', groupings.join(', ')];
  const [head = '', ...lines] = columns([header, ...rows], new Set([0, 1, 2]));
  yield `${styled(io, 'dim', head)}\n`;
  for (const line of lines) {
    yield `${line}\n`;
  }
}
