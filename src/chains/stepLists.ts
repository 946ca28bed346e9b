import type { ChainGraph } from './compile';
import type { EnumerationLength } from './enumerationLength';
import { level, type Reach } from './reach';
import type { StepRules } from './steps';

/**
 * What is worth trying at one step of a chain, in the graph's order. Relations and exits that hold no chain
 * any more are not in the lists, so that a walk over them tests only what changes from path to path.
 */
export interface StepLists {
  /** Ways out of component c: `exits` (relations) from `exitStart[c]` to `exitStart[c + 1]`. */
  readonly exitStart: Int32Array;
  readonly exits: Int32Array;
  /** Relations to enter through interface i: `relations` from `relationStart[i]` to `relationStart[i + 1]`. */
  readonly relationStart: Int32Array;
  readonly relations: Int32Array;
  /** Per relation: types that can go on after entering through it. */
  readonly ahead: Uint8Array;
  /** Per exit: types that can end at a target beyond it. */
  readonly beyond: Uint8Array;
}

/**
 * The lists for the steps of a chain, first step first: its relations are the entries'.
 * Steps with the same choice share their lists.
 */
export function stepLists(
  graph: ChainGraph,
  rules: StepRules,
  reach: Reach,
  { depthLimit, further }: EnumerationLength,
): StepLists[] {
  const lists: StepLists[] = [];
  const byLevel = new Map<number, StepLists>();
  for (let depth = 1; depth < depthLimit; depth++) {
    const ahead = Math.min(further(depth), reach.ahead.length - 1);
    const list = byLevel.get(ahead) ?? listsFor(graph, rules, reach, ahead);
    byLevel.set(ahead, list);
    lists.push(list);
  }
  // Made like all others, so that they have one shape for the optimiser.
  return depthLimit === 0 ? [] : [listsFor(graph, rules, reach, further(0), graph.entryRelations), ...lists];
}

/** The lists for a step with a number of further steps after it; `entries` stand in for its relations. */
function listsFor(
  graph: ChainGraph,
  rules: StepRules,
  reach: Reach,
  further: number,
  entries?: Int32Array,
): StepLists {
  const beyond = level(reach.exit, further);
  const ahead = level(reach.ahead, further).map((mask, relation) => mask & (rules.pass[relation] as number));
  const isExit = (position: number): boolean => beyond[graph.componentRelations[position] as number] !== 0;
  const isStep = (relation: number): boolean =>
    ((rules.final[relation] as number) | (ahead[relation] as number)) !== 0;
  const exits = filterGroups(graph.componentStart, graph.componentRelations, isExit);
  const relations = filterGroups(graph.interfaceStart, undefined, isStep);
  return {
    exitStart: exits.start,
    exits: exits.list,
    relationStart: relations.start,
    relations: entries ?? relations.list,
    ahead,
    beyond,
  };
}

/** The members of every group that pass; `members` undefined stands for the positions themselves. */
function filterGroups(
  groupStart: Int32Array,
  members: Int32Array | undefined,
  passes: (position: number) => boolean,
): { readonly start: Int32Array; readonly list: Int32Array } {
  const groups = groupStart.length - 1;
  const start = new Int32Array(groups + 1);
  const list = new Int32Array(groupStart[groups] as number);
  let count = 0;
  for (let group = 0; group < groups; group++) {
    for (let i = groupStart[group] as number; i < (groupStart[group + 1] as number); i++) {
      if (passes(i)) {
        list[count++] = members ? (members[i] as number) : i;
      }
    }
    start[group + 1] = count;
  }
  return { start, list };
}
