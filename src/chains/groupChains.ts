import type { ChainSet } from './chainSet';

/** What chains can be grouped by. A chain is in one group per relation it crosses, and in one of every other kind. */
export const GROUPINGS = ['asset', 'entry', 'last-step', 'relation'] as const;

export type Grouping = (typeof GROUPINGS)[number];

/** One part of a group's key: an asset id, an entry interface, or a step. */
export type GroupKey = string | { readonly interface: string; readonly component: string };

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

interface MutableGroup {
  readonly parts: readonly number[];
  chains: number;
  medium: number;
  readonly best: number;
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
  const groups = new Map<string, MutableGroup>();
  const { medium } = chains.model.settings.thresholds;
  for (const position of positions?.toSorted() ?? Array.from({ length: chains.size }, (_, index) => index)) {
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
  const sorted = [...groups.values()];
  if (groupings.includes('relation')) {
    sorted.sort((a, b) => b.medium - a.medium || b.chains - a.chains || a.best - b.best);
  }
  return sorted.map(({ parts, ...group }) => ({
    ...group,
    key: groupings.map((grouping, index) => keyPart(chains, grouping, parts[index] as number)),
  }));
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
