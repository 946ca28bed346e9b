import type { ChainGraph } from './compile';
import { level, type Reach } from './reach';
import type { StepRules } from './steps';

/**
 * What is worth trying for a number of further steps, in the graph's order. Relations and exits that hold no chain
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

/** The lists for 0 to `depth` further steps after the step in question; equal levels share theirs. */
export function stepLists(graph: ChainGraph, rules: StepRules, reach: Reach, depth: number): StepLists[] {
  const lists: StepLists[] = [];
  for (let k = 0; k <= depth; k++) {
    const before = lists[k - 1];
    const ahead = level(reach.ahead, k);
    const beyond = level(reach.exit, k);
    if (before && k >= reach.ahead.length) {
      lists.push(before);
      continue;
    }
    const goingOn = ahead.map((mask, relation) => mask & (rules.pass[relation] as number));
    const isExit = (position: number): boolean => beyond[graph.componentRelations[position] as number] !== 0;
    const isStep = (relation: number): boolean =>
      ((rules.final[relation] as number) | (goingOn[relation] as number)) !== 0;
    const exits = filterGroups(graph.componentStart, graph.componentRelations, isExit);
    const relations = filterGroups(graph.interfaceStart, undefined, isStep);
    lists.push({
      exitStart: exits.start,
      exits: exits.list,
      relationStart: relations.start,
      relations: relations.list,
      ahead: goingOn,
      beyond,
    });
  }
  return lists;
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
