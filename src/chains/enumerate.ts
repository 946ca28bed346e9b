import type { StrideType } from '../formats/stride';
import { ChainStore } from './chainStore';
import type { ChainGraph } from './compile';
import type { ComputeControl } from './control';
import type { ChainCounts, LengthCount } from './counts';
import { BANNED } from './filterAutomaton';
import { type ChainOptions, maxComponents } from './options';
import { probabilityDivisors } from './probability';
import { computeReach, level } from './reach';
import { stepRules, usedKeys } from './steps';
import { suffixBounds } from './suffixBounds';

/** Below this many chains above `maxChains` it is cheaper to keep them all until the end. */
const SPARE_CHAINS = 1 << 20;
/** Steps between two looks at the outside world. */
const CONTROL_INTERVAL = 1 << 14;
/** Rounding of a product of bounds stays far below this. */
const ROUNDING = 1 - 1e-9;

/** What an enumeration found. */
export interface Enumeration {
  readonly counts: ChainCounts;
  /** The best chains in rank order; empty where chains were only counted. */
  readonly store: ChainStore;
  /** Whether every chain was met: neither `countLimit` nor a cancel came first. */
  readonly outcome: 'complete' | 'over-limit' | 'cancelled';
}

/**
 * Walks depth first through every chain, all types at once, in the order of rule 11's ties, and counts them or
 * keeps the best. Allocates nothing per chain; enters nothing that cannot reach a target in the remaining length.
 */
export function enumerateChains(
  graph: ChainGraph,
  options: ChainOptions,
  mode: 'count' | 'keep',
  control: ComputeControl,
): Enumeration {
  const { relationComponent, interfaceStart, relationInterface, componentStart, componentRelations } = graph;
  const { tenths, virtual, targetStart, targets, filters } = graph;
  const keys = usedKeys(graph, options);
  const used = new Uint8Array(keys.count);
  const depthLimit = Math.min(maxComponents(options.maxLength), pathLimit(graph, options));
  const rules = stepRules(graph, options);
  const { pass, final, passTenths, width } = rules;
  const reach = computeReach(graph, rules, Math.max(0, depthLimit - 1));
  const minProbability = options.minProbability;
  const bounds =
    minProbability > 0 ? suffixBounds(graph, rules, Math.max(0, depthLimit - 1), 'fraction') : undefined;
  const typeCount = graph.types.length;
  const allTypes = (1 << typeCount) - 1;
  const divisors = probabilityDivisors(depthLimit);
  const keep = mode === 'keep';
  const store = new ChainStore();
  const storeLimit = Math.max(options.maxChains * 2, options.maxChains + SPARE_CHAINS);
  const countLimit = options.countLimit;

  // Per depth (number of components entered before): what holds before the next component is entered ...
  const product = new Float64Array((depthLimit + 1) * width);
  const rated = new Int32Array(depthLimit + 1);
  const state = new Int32Array(depthLimit + 1);
  const alive = new Int32Array(depthLimit + 1);
  // ... and, for the component entered at a depth, its relation, node, and how far its exits have been tried.
  const relationAt = new Int32Array(depthLimit);
  const nodeAt = new Int32Array(depthLimit).fill(-1);
  const exitNext = new Int32Array(depthLimit);
  const exitEnd = new Int32Array(depthLimit);
  const exitUsed = new Int32Array(depthLimit);
  const relationNext = new Int32Array(depthLimit);
  const relationEnd = new Int32Array(depthLimit);

  const targetRelations = relationsWith(graph, final);
  const byType = new Float64Array(typeCount);
  const byLength = new Float64Array(depthLimit);
  const lowest = new Float64Array(depthLimit).fill(Number.POSITIVE_INFINITY);
  const highest = new Float64Array(depthLimit);
  const probability = new Float64Array(typeCount);
  let total = 0;
  let untilControl = CONTROL_INTERVAL;
  let outcome: Enumeration['outcome'] = 'complete';

  /** Node of the component entered at `depth`, with all its ancestors. */
  const ensureNode = (depth: number): number => {
    let first = depth;
    while (first >= 0 && (nodeAt[first] as number) < 0) {
      first--;
    }
    let node = first < 0 ? -1 : (nodeAt[first] as number);
    for (let d = first + 1; d <= depth; d++) {
      node = store.addNode(node, relationAt[d] as number);
      nodeAt[d] = node;
    }
    return node;
  };

  const keepChains = (relation: number, depth: number, chosen: number, from: number, to: number): void => {
    relationAt[depth] = relation;
    nodeAt[depth] = -1;
    const node = ensureNode(depth);
    const steps = (rated[depth] as number) + 1;
    for (let i = from; i < to; i++) {
      for (let type = 0; type < typeCount; type++) {
        if (chosen & (1 << type)) {
          store.addChain(node, targets[i] as number, type, steps, probability[type] as number);
        }
      }
    }
    if (store.chainCount >= storeLimit) {
      store.keepBest(options.maxChains);
      store.dropUnusedNodes(nodeAt);
    }
  };

  /** Counts chain by chain up to the limit, in the order of the chains. */
  const emitUpToLimit = (relation: number, depth: number, chosen: number): void => {
    const component = relationComponent[relation] as number;
    for (let i = targetStart[component] as number; i < (targetStart[component + 1] as number); i++) {
      for (let type = 0; type < typeCount && total < countLimit; type++) {
        if (chosen & (1 << type)) {
          total++;
          countChains(depth, type, 1);
        }
      }
    }
    outcome = 'over-limit';
  };

  const countChains = (depth: number, type: number, chains: number): void => {
    const value = probability[type] as number;
    byType[type] = (byType[type] as number) + chains;
    byLength[depth] = (byLength[depth] as number) + chains;
    if (value < (lowest[depth] as number)) {
      lowest[depth] = value;
    }
    if (value > (highest[depth] as number)) {
      highest[depth] = value;
    }
  };

  /** The chains that end with this step, entered at `depth`, for the types in `mask`. */
  const emit = (relation: number, depth: number, mask: number): void => {
    const component = relationComponent[relation] as number;
    const from = targetStart[component] as number;
    const to = targetStart[component + 1] as number;
    const divisor = divisors[(rated[depth] as number) + 1] as number;
    let chosen = 0;
    let chosenCount = 0;
    for (let type = 0; type < typeCount; type++) {
      if (mask & (1 << type)) {
        const before = product[depth * width + (width === 1 ? 0 : type)] as number;
        const value = (before * (tenths[relation * typeCount + type] as number)) / divisor;
        if (value >= minProbability) {
          probability[type] = value;
          chosen |= 1 << type;
          chosenCount++;
        }
      }
    }
    const chains = chosenCount * (to - from);
    if (chains === 0) {
      return;
    }
    if (total + chains > countLimit) {
      emitUpToLimit(relation, depth, chosen);
      return;
    }
    total += chains;
    for (let type = 0; type < typeCount; type++) {
      if (chosen & (1 << type)) {
        countChains(depth, type, to - from);
      }
    }
    if (keep) {
      keepChains(relation, depth, chosen, from, to);
    }
  };

  /** Types of `mask` that can still reach `minProbability` after the step's product has been computed. */
  const aboveMinimum = (mask: number, relation: number, depth: number, further: number): number => {
    if (bounds === undefined) {
      return mask;
    }
    const values = level(bounds.value, further);
    const divisor = divisors[rated[depth + 1] as number] as number;
    let left = mask;
    for (let slot = 0; slot < width; slot++) {
      const best =
        ((product[(depth + 1) * width + slot] as number) / divisor) *
        (values[relation * width + slot] as number);
      if (best < minProbability * ROUNDING) {
        left = width === 1 ? 0 : left & ~(1 << slot);
      }
    }
    return left;
  };

  /** Enters through `relation` at `depth`: emits what ends here; true if the component is now on the path. */
  const enter = (relation: number, depth: number, types: number): boolean => {
    const component = relationComponent[relation] as number;
    let nextState = 0;
    if (filters !== undefined) {
      nextState = filters.next(state[depth] as number, component);
      if (nextState === BANNED) {
        return false;
      }
    }
    const ending = types & (final[relation] as number);
    const further = depthLimit - 1 - depth;
    let goingOn = types & (pass[relation] as number) & (level(reach.ahead, further)[relation] as number);
    relationAt[depth] = relation;
    nodeAt[depth] = -1;
    if (ending !== 0) {
      emit(relation, depth, ending);
    }
    if (goingOn === 0 || further === 0) {
      return false;
    }
    for (let slot = 0; slot < width; slot++) {
      product[(depth + 1) * width + slot] =
        (product[depth * width + slot] as number) * (passTenths[relation * width + slot] as number);
    }
    rated[depth + 1] = (rated[depth] as number) + (virtual[component] === 1 ? 0 : 1);
    goingOn = aboveMinimum(goingOn, relation, depth, further);
    if (goingOn === 0) {
      return false;
    }
    alive[depth + 1] = goingOn;
    state[depth + 1] = nextState;
    used[keys.enter[relation] as number] = 1;
    exitNext[depth] = componentStart[component] as number;
    exitEnd[depth] = componentStart[component + 1] as number;
    exitUsed[depth] = -1;
    relationNext[depth] = 0;
    relationEnd[depth] = 0;
    return true;
  };

  /** Opens the next exit of the component at `depth`; false if there is none left. */
  const openExit = (depth: number): boolean => {
    if ((exitUsed[depth] as number) >= 0) {
      used[exitUsed[depth] as number] = 0;
      exitUsed[depth] = -1;
    }
    const exitLevel = level(reach.exit, depthLimit - 1 - depth);
    for (let next = exitNext[depth] as number; next < (exitEnd[depth] as number); next++) {
      const exit = componentRelations[next] as number;
      const key = keys.leave[exit] as number;
      if (used[key] === 0 && ((exitLevel[exit] as number) & (alive[depth + 1] as number)) !== 0) {
        used[key] = 1;
        exitUsed[depth] = key;
        exitNext[depth] = next + 1;
        relationNext[depth] = interfaceStart[relationInterface[exit] as number] as number;
        relationEnd[depth] = interfaceStart[(relationInterface[exit] as number) + 1] as number;
        return true;
      }
    }
    return false;
  };

  /** The last steps of full-length chains through the open exit of `depth`. */
  const enterLast = (depth: number): void => {
    const interfaceNumber = relationInterface[relationNext[depth] as number] as number;
    const end = targetRelations.start[interfaceNumber + 1] as number;
    const types = alive[depth + 1] as number;
    for (let i = targetRelations.start[interfaceNumber] as number; i < end && outcome === 'complete'; i++) {
      const relation = targetRelations.list[i] as number;
      if (used[keys.enter[relation] as number] === 0) {
        const ending = types & (final[relation] as number);
        if (
          ending !== 0 &&
          (filters === undefined ||
            filters.next(state[depth + 1] as number, relationComponent[relation] as number) !== BANNED)
        ) {
          emit(relation, depth + 1, ending);
        }
      }
    }
    relationNext[depth] = relationEnd[depth] as number;
  };

  const watch = (): void => {
    untilControl = CONTROL_INTERVAL;
    control.progress(total);
    if (control.cancelled()) {
      outcome = 'cancelled';
    }
  };

  /** All chains that begin with the entry relation. */
  const explore = (entry: number): void => {
    product.fill(1, 0, width);
    alive[0] = allTypes;
    const begin = keys.begin[entry] as number;
    if (begin >= 0) {
      used[begin] = 1;
    }
    let depth = enter(entry, 0, allTypes) ? 0 : -1;
    while (depth >= 0 && outcome === 'complete') {
      if (--untilControl === 0) {
        watch();
      }
      const relation = relationNext[depth] as number;
      if (relation >= (relationEnd[depth] as number)) {
        if (!openExit(depth)) {
          used[keys.enter[relationAt[depth] as number] as number] = 0;
          depth--;
        } else if (depth + 2 === depthLimit) {
          enterLast(depth);
        }
        continue;
      }
      relationNext[depth] = relation + 1;
      if (
        used[keys.enter[relation] as number] === 0 &&
        enter(relation, depth + 1, alive[depth + 1] as number)
      ) {
        depth++;
      }
    }
    used.fill(0);
  };

  if (depthLimit > 0 && typeCount > 0) {
    for (const entry of graph.entryRelations) {
      if (outcome !== 'complete') {
        break;
      }
      explore(entry);
    }
  }
  store.keepBest(options.maxChains);
  return {
    counts: {
      total,
      totalIsLowerBound: outcome !== 'complete',
      byType: new Map<StrideType, number>(graph.types.map((type, bit) => [type, byType[bit] as number])),
      byLength: lengthCounts(byLength, lowest, highest),
    },
    store,
    outcome,
  };
}

/** Most components any path can have, whatever the length asked for. */
function pathLimit(graph: ChainGraph, options: ChainOptions): number {
  return options.uniqueness === 'nodes' ? graph.components.length : graph.relationComponent.length;
}

/** The relations whose mask is not zero, by interface. */
function relationsWith(graph: ChainGraph, mask: Uint8Array): { start: Int32Array; list: Int32Array } {
  const start = new Int32Array(graph.interfaces.length + 1);
  const list: number[] = [];
  for (let i = 0; i < graph.interfaces.length; i++) {
    for (
      let relation = graph.interfaceStart[i] as number;
      relation < (graph.interfaceStart[i + 1] as number);
      relation++
    ) {
      if (mask[relation] !== 0) {
        list.push(relation);
      }
    }
    start[i + 1] = list.length;
  }
  return { start, list: Int32Array.from(list) };
}

function lengthCounts(byLength: Float64Array, lowest: Float64Array, highest: Float64Array): LengthCount[] {
  return Array.from(byLength, (chains, depth) => ({
    length: 2 * depth + 1,
    chains,
    lowest: lowest[depth] as number,
    highest: highest[depth] as number,
  })).filter(({ chains }) => chains > 0);
}
