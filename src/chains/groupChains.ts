import type { ChainSet } from './chainSet';
import { countGroups } from './countGroups';
import type { Grouping } from './groupings';

/** A step that chains have in common. */
export interface StepKey {
  /** Name of the interface. */
  readonly interface: string;
  /** Name of the component that is entered through it. */
  readonly component: string;
}

/** One part of a group's key: an asset id, an entry interface, or a step. */
export type GroupKey = string | StepKey;

/** Chains that have something in common. */
export interface ChainGroup {
  /** One part per grouping asked for. */
  readonly key: readonly GroupKey[];
  /** Number of chains kept. */
  readonly chains: number;
  /** Number of chains at or above Medium. */
  readonly medium: number;
  /** Position of the best chain. */
  readonly best: number;
}

interface NumberedGroup extends Omit<ChainGroup, 'key'> {
  /** Numbers of assets, interfaces or relations, one per grouping. */
  readonly parts: readonly number[];
}

/**
 * Groups the kept chains. Groups stand in the order of their best chain; where relations take part, those with
 * most chains at or above Medium go first: what to fix first.
 * @param positions of the chains to group, in any order; all without it
 */
export function groupChains(
  chains: ChainSet,
  groupings: readonly Grouping[],
  positions?: Int32Array,
): ChainGroup[] {
  const [grouping, ...others] = groupings;
  const groups =
    grouping !== undefined && others.length === 0
      ? groupByOne(chains, grouping, positions)
      : groupBySeveral(chains, groupings, positions?.toSorted());
  if (groupings.includes('relation')) {
    groups.sort((a, b) => b.medium - a.medium || b.chains - a.chains || a.best - b.best);
  }
  return groups.map(({ parts, ...group }) => ({
    ...group,
    key: groupings.map((kind, index) => keyPart(chains, kind, parts[index] as number)),
  }));
}

/** Groups by one grouping, in the order of their best chain. */
function groupByOne(
  chains: ChainSet,
  grouping: Grouping,
  positions: Int32Array | undefined,
): NumberedGroup[] {
  const groups = countGroups(chains, grouping, positions).map(({ number, ...counts }) => ({
    parts: [number],
    ...counts,
  }));
  // Several relations can have the same best chain: then they stand as that chain crosses them.
  const step = ({ parts: [relation = -1], best }: NumberedGroup): number =>
    chains.relationNumbers(best).indexOf(relation);
  return groups.sort((a, b) => a.best - b.best || step(a) - step(b));
}

/** Groups by several groupings at once, in the order of their best chain. */
function groupBySeveral(
  chains: ChainSet,
  groupings: readonly Grouping[],
  positions: Int32Array | undefined,
): NumberedGroup[] {
  const groups = new Map<
    string,
    { parts: readonly number[]; chains: number; medium: number; best: number }
  >();
  const { medium } = chains.model.settings.thresholds;
  const count = positions?.length ?? chains.size;
  for (let index = 0; index < count; index++) {
    const position = positions === undefined ? index : (positions[index] as number);
    const isMedium = chains.probability(position) >= medium;
    for (const parts of keysOf(chains, position, groupings)) {
      const key = parts.join(' ');
      let group = groups.get(key);
      if (!group) {
        group = { parts, chains: 0, medium: 0, best: position };
        groups.set(key, group);
      }
      group.chains++;
      group.medium += isMedium ? 1 : 0;
    }
  }
  return [...groups.values()];
}

/** Numbers of the groups a chain belongs to: one list for every combination. */
function keysOf(chains: ChainSet, position: number, groupings: readonly Grouping[]): number[][] {
  const relations = chains.relationNumbers(position);
  let keys: number[][] = [[]];
  for (const grouping of groupings) {
    const parts = partsOf(chains, position, grouping, relations);
    keys =
      parts.length === 1
        ? keys.map((key) => [...key, parts[0] as number])
        : keys.flatMap((key) => parts.map((part) => [...key, part]));
  }
  return keys;
}

function partsOf(
  chains: ChainSet,
  position: number,
  grouping: Grouping,
  relations: readonly number[],
): readonly number[] {
  switch (grouping) {
    case 'asset':
      return [chains.assetNumber(position)];
    case 'entry':
      return [chains.graph.relationInterface[relations[0] as number] as number];
    case 'last-step':
      return [relations[relations.length - 1] as number];
    case 'relation':
      return relations.filter((relation) => !chains.isVirtualStep(relation)).filter(isFirst);
  }
}

function isFirst(item: number, index: number, list: readonly number[]): boolean {
  return list.indexOf(item) === index;
}

function keyPart(chains: ChainSet, grouping: Grouping, number: number): GroupKey {
  switch (grouping) {
    case 'asset':
      return chains.graph.assets[number]?.id ?? '';
    case 'entry':
      return chains.graph.interfaces[number] ?? '';
    default:
      return chains.step(number);
  }
}
