import type { ChainGraph } from './compile';
import type { StepRules } from './steps';

/**
 * The best that can follow a step, by walks: never below what a chain can reach. Index k is the number of further
 * steps, cells are `relation * width + slot` as in `StepRules.passTenths`.
 */
export interface SuffixBounds {
  /** Highest product of 1 to k further steps, in the unit of `SuffixUnit`; 0 where no target is within reach. */
  readonly value: readonly Float64Array[];
  /** Fewest rated steps with which that product is reached. */
  readonly rated: readonly Uint16Array[];
}

/**
 * How products are scaled. `tenths`: a step counts its tenths and an unused or Virtual one 100, so that products of up
 * to 7 steps are exact integers that compare like P. `fraction`: a step counts p/10, exact up to rounding.
 */
export type SuffixUnit = 'tenths' | 'fraction';

/** Most steps for which products in tenths are exact in a double: 100^7 < 2^53. */
export const EXACT_STEPS = 7;

const LEVEL_BUDGET = 8_000_000;

interface Level {
  readonly value: Float64Array;
  readonly rated: Uint16Array;
}

/** Computes the bounds for 0 to `depth` further steps, stopping where fractions change no more. */
export function suffixBounds(
  graph: ChainGraph,
  rules: StepRules,
  depth: number,
  unit: SuffixUnit,
): SuffixBounds {
  const { width } = rules;
  const count = graph.relationComponent.length;
  const levels: Level[] = [emptyLevel(count * width)];
  const stored =
    unit === 'tenths' ? depth : Math.max(8, Math.floor(LEVEL_BUDGET / Math.max(1, count * width)));
  for (let k = 1; k <= depth; k++) {
    const before = levels[levels.length - 1] as Level;
    const idle = unit === 'tenths' ? 100 ** (k - 1) : 1;
    const entered = enter(graph, rules, before, idle, unit);
    const exit = emptyLevel(graph.relationCount * width);
    const ahead = emptyLevel(count * width);
    for (let slot = 0; slot < width; slot++) {
      bestOfOthers(graph.interfaceStart, undefined, entered, exit, width, slot);
      bestOfOthers(graph.componentStart, graph.componentRelations, exit, ahead, width, slot);
      for (let relation = graph.relationCount; relation < count; relation++) {
        bestOfComponent(graph, exit, ahead, relation, width, slot);
      }
    }
    if (levels.length > stored) {
      levels.pop();
    }
    levels.push(ahead);
    if (unit === 'fraction' && k > 1 && before.value.every((value, cell) => value === ahead.value[cell])) {
      break;
    }
  }
  return { value: levels.map(({ value }) => value), rated: levels.map(({ rated }) => rated) };
}

function emptyLevel(cells: number): Level {
  return { value: new Float64Array(cells), rated: new Uint16Array(cells) };
}

/** Best of ending with the step and of going on after it, for every relation. */
function enter(graph: ChainGraph, rules: StepRules, ahead: Level, idle: number, unit: SuffixUnit): Level {
  const { width } = rules;
  const typeCount = graph.types.length;
  const count = graph.relationComponent.length;
  const scale = unit === 'tenths' ? 1 : 100;
  const result = emptyLevel(count * width);
  for (let relation = 0; relation < count; relation++) {
    const isVirtual = graph.virtual[graph.relationComponent[relation] as number] === 1;
    for (let slot = 0; slot < width; slot++) {
      const cell = relation * width + slot;
      const ending = finalTenths(graph, rules, relation, width === typeCount ? slot : undefined) * idle;
      const tenths = isVirtual ? 100 : (rules.passTenths[cell] as number);
      const goingOn = tenths * (ahead.value[cell] as number);
      const goingOnRated = (ahead.rated[cell] as number) + (isVirtual ? 0 : 1);
      const end = ending >= goingOn;
      result.value[cell] = (end ? ending : goingOn) / scale;
      result.rated[cell] = end ? 1 : goingOnRated;
    }
  }
  return result;
}

/** Tenths of ending with the relation: of one type, or the best of all where they share a slot. */
function finalTenths(
  graph: ChainGraph,
  rules: StepRules,
  relation: number,
  type: number | undefined,
): number {
  const mask = rules.final[relation] as number;
  const offset = relation * graph.types.length;
  if (type !== undefined) {
    return mask & (1 << type) ? (graph.tenths[offset + type] as number) : 0;
  }
  let best = 0;
  for (let bit = 0; bit < graph.types.length; bit++) {
    best = mask & (1 << bit) ? Math.max(best, graph.tenths[offset + bit] as number) : best;
  }
  return best;
}

/** For every member of every group: the best value of the group's other members. */
function bestOfOthers(
  start: Int32Array,
  members: Int32Array | undefined,
  from: Level,
  into: Level,
  width: number,
  slot: number,
): void {
  for (let group = 0; group + 1 < start.length; group++) {
    const end = start[group + 1] as number;
    let best = -1;
    let second = -1;
    for (let i = start[group] as number; i < end; i++) {
      const cell = (members ? (members[i] as number) : i) * width + slot;
      if (best < 0 || isBetter(from, cell, best)) {
        second = best;
        best = cell;
      } else if (second < 0 || isBetter(from, cell, second)) {
        second = cell;
      }
    }
    for (let i = start[group] as number; i < end; i++) {
      const cell = (members ? (members[i] as number) : i) * width + slot;
      copy(from, cell === best ? second : best, into, cell);
    }
  }
}

function bestOfComponent(
  graph: ChainGraph,
  exit: Level,
  into: Level,
  relation: number,
  width: number,
  slot: number,
): void {
  const component = graph.relationComponent[relation] as number;
  const end = graph.componentStart[component + 1] as number;
  let best = -1;
  for (let i = graph.componentStart[component] as number; i < end; i++) {
    const cell = (graph.componentRelations[i] as number) * width + slot;
    if (best < 0 || isBetter(exit, cell, best)) {
      best = cell;
    }
  }
  copy(exit, best, into, relation * width + slot);
}

function isBetter(values: Level, a: number, b: number): boolean {
  const left = values.value[a] as number;
  const right = values.value[b] as number;
  return left > right || (left === right && (values.rated[a] as number) < (values.rated[b] as number));
}

function copy(from: Level, source: number, into: Level, cell: number): void {
  if (source >= 0) {
    into.value[cell] = from.value[source] as number;
    into.rated[cell] = from.rated[source] as number;
  }
}
