import type { ChainGraph } from './compile';
import { mayDetour } from './detours';
import type { StepRules } from './steps';

/**
 * Which types can still end at a target, by walks, which chains are among: what a zero bit cuts off holds no chain.
 * Index k is the number of further steps; levels beyond the last stored one equal it (see `level`).
 */
export interface Reach {
  /** `ahead[k][relation]`: types that can end in 1 to k steps after entering through the relation. */
  readonly ahead: readonly Uint8Array[];
  /** `exit[k][relation]`: types that can end in 1 to k steps when its component is left through its interface. */
  readonly exit: readonly Uint8Array[];
}

/** Cells that the levels may take; beyond, the last level stands for all (it only cuts less). */
const LEVEL_BUDGET = 32_000_000;

/** The level for `k` further steps. */
export function level<T>(levels: readonly T[], k: number): T {
  return levels[Math.min(k, levels.length - 1)] as T;
}

/** Computes what is within reach for 0 to `depth` further steps, stopping where nothing changes any more. */
export function computeReach(graph: ChainGraph, rules: StepRules, depth: number): Reach {
  const count = graph.relationComponent.length;
  const stored = Math.max(8, Math.floor(LEVEL_BUDGET / (2 * Math.max(1, count))));
  const ahead = [new Uint8Array(count)];
  const exit = [new Uint8Array(graph.relationCount)];
  for (let k = 1; k <= depth; k++) {
    const before = ahead[ahead.length - 1] as Uint8Array;
    const entered = before.map(
      (mask, relation) => (rules.final[relation] as number) | ((rules.pass[relation] as number) & mask),
    );
    const exitMask = new Uint8Array(graph.relationCount);
    combineOthers(graph.interfaceStart, undefined, entered, exitMask);
    const aheadMask = new Uint8Array(count);
    combineOthers(graph.componentStart, graph.componentRelations, exitMask, aheadMask);
    for (let relation = graph.relationCount; relation < count; relation++) {
      aheadMask[relation] = unionOfComponent(graph, exitMask, graph.relationComponent[relation] as number);
    }
    if (graph.detours !== undefined) {
      for (let relation = 0; relation < graph.relationCount; relation++) {
        if (mayDetour(graph, relation)) {
          aheadMask[relation] = (aheadMask[relation] as number) | (exitMask[relation] as number);
        }
      }
    }
    if (ahead.length > stored) {
      ahead.pop();
      exit.pop();
    }
    ahead.push(aheadMask);
    exit.push(exitMask);
    if (k > 1 && before.every((mask, relation) => mask === aheadMask[relation])) {
      break;
    }
  }
  return { ahead, exit };
}

/** For every member of every group: the union of the masks of the group's other members. */
function combineOthers(
  start: Int32Array,
  members: Int32Array | undefined,
  masks: Uint8Array,
  result: Uint8Array,
): void {
  for (let group = 0; group + 1 < start.length; group++) {
    const from = start[group] as number;
    const to = start[group + 1] as number;
    let once = 0;
    let twice = 0;
    for (let i = from; i < to; i++) {
      const mask = masks[members ? (members[i] as number) : i] as number;
      twice |= once & mask;
      once |= mask;
    }
    for (let i = from; i < to; i++) {
      const member = members ? (members[i] as number) : i;
      result[member] = twice | (once & ~(masks[member] as number));
    }
  }
}

function unionOfComponent(graph: ChainGraph, masks: Uint8Array, component: number): number {
  let union = 0;
  const end = graph.componentStart[component + 1] as number;
  for (let i = graph.componentStart[component] as number; i < end; i++) {
    union |= masks[graph.componentRelations[i] as number] as number;
  }
  return union;
}
