import type { ChainSet } from '../chains/chainSet';
import { countFrom, entryByNode, lengthByNode } from '../chains/pathTree';
import type { AssetRatingName } from '../formats/assetRatings';
import type { Asset, Interface } from '../model/model';
import { compareCodePoints } from '../text/compare';
import { attackerType, attackPeriod } from './description';
import { look, type Ranks } from './ranks';
import { stepRanks } from './stepRanks';
import type { TableColumn } from './tableQuery';

/** Ranks of chains by a column other than Risk; undefined for a column without an order. */
export function columnRanks(chains: ChainSet, positions: Int32Array, column: TableColumn): Ranks | undefined {
  const ofAsset = (value: (asset: Asset) => string | number | undefined): Ranks =>
    assetRanks(chains, positions, value);
  const rated = (name: AssetRatingName): Ranks => ofAsset(({ ratings }) => ratings[name]);
  switch (column) {
    case 'Index':
    case 'Full Description':
    case 'Path':
    case 'Risk':
      return undefined;
    case 'Facility':
      return ofAsset(({ component }) => chains.model.components.get(component)?.facility);
    case 'Component':
      return ofAsset(({ component }) => component);
    case 'Asset':
      return ofAsset(({ name }) => name);
    case 'Rating: Security':
      return rated('security');
    case 'Rating: Operation':
      return rated('operation');
    case 'Rating: Tech':
      return rated('tech');
    case 'Rating: Compliance':
      return rated('compliance');
    case 'Attacker Type':
      return entryRanks(chains, positions, (entry) => attackerType(entry, chains.model));
    case 'Attack Period':
      return entryRanks(chains, positions, (entry) => attackPeriod(entry, chains.model));
    case 'First Entry-Point':
      return entryRanks(chains, positions, ({ name }) => name);
    case 'STRIDE Type':
      return typeRanks(chains, positions);
    case 'Influence':
    case 'Attack Vector (AV)':
    case 'Attack Complexity (AC)':
    case 'Privileges Required (PR)':
    case 'User Interaction (UI)':
      return stepRanks(chains, positions, column);
    case 'Probability':
      return probabilityRanks(chains, positions);
    case 'Rating':
      return ratingRanks(chains, positions);
    case 'Length':
      return lengthRanks(chains, positions);
  }
}

function assetRanks(
  chains: ChainSet,
  positions: Int32Array,
  value: (asset: Asset) => string | number | undefined,
): Ranks {
  const { ranks, count } = rankValues(chains.graph.assets.map(value));
  const byTarget = Int32Array.from({ length: ranks.length * 8 }, (_, target) => ranks[target >> 3] as number);
  return { of: look(positions, chains.paths.chainTarget, byTarget), count };
}

function typeRanks(chains: ChainSet, positions: Int32Array): Ranks {
  const byTarget = Int32Array.from({ length: chains.graph.assets.length * 8 }, (_, target) => target & 7);
  return { of: look(positions, chains.paths.chainTarget, byTarget), count: 8 };
}

function entryRanks(chains: ChainSet, positions: Int32Array, value: (entry: Interface) => string): Ranks {
  const { interfaces } = chains.model;
  const values = chains.graph.interfaces.map((name) => {
    const entry = interfaces.get(name);
    return entry && value(entry);
  });
  const { ranks, count } = rankValues(values);
  const of = look(positions, chains.paths.chainNode, entryByNode(chains));
  for (let index = 0; index < of.length; index++) {
    of[index] = ranks[of[index] as number] as number;
  }
  return { of, count };
}

function lengthRanks(chains: ChainSet, positions: Int32Array): Ranks {
  const of = look(positions, chains.paths.chainNode, lengthByNode(chains));
  let longest = 0;
  for (let index = 0; index < of.length; index++) {
    longest = Math.max(longest, of[index] as number);
  }
  return { of, count: longest + 1 };
}

/** Positions stand in the order of P: they are numbered from the last one on. */
function probabilityRanks(chains: ChainSet, positions: Int32Array): Ranks {
  const { chainProbability } = chains.paths;
  const of = new Int32Array(positions.length);
  let rank = 0;
  let before: number | undefined;
  for (let index = positions.length - 1; index >= 0; index--) {
    const probability = chainProbability[positions[index] as number] as number;
    rank += before === undefined || before === probability ? 0 : 1;
    before = probability;
    of[index] = rank;
  }
  return { of, count: rank + 1 };
}

function ratingRanks(chains: ChainSet, positions: Int32Array): Ranks {
  const { high, medium } = chains.model.settings.thresholds;
  const highEnd = countFrom(chains, high);
  const mediumEnd = countFrom(chains, medium);
  const of = positions.map((position) => (position < highEnd ? 2 : position < mediumEnd ? 1 : 0));
  return { of, count: 3 };
}

/** Ranks of values: numbers by size, texts as people look them up; equal ones share a rank, empty ones have the last. */
function rankValues(values: readonly (string | number | undefined)[]): { ranks: number[]; count: number } {
  const different = [...new Set(values)].filter((value) => value !== undefined);
  const keyed = different.map((value) => ({ value, lower: String(value).toLowerCase() }));
  keyed.sort((a, b) =>
    typeof a.value === 'number' && typeof b.value === 'number'
      ? a.value - b.value
      : compareCodePoints(a.lower, b.lower) || compareCodePoints(String(a.value), String(b.value)),
  );
  const rankOf = new Map(keyed.map(({ value }, rank) => [value, rank]));
  return {
    ranks: values.map((value) => (value === undefined ? rankOf.size : (rankOf.get(value) as number))),
    count: rankOf.size,
  };
}
