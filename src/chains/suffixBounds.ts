import type { ChainGraph } from './compile';
import { mayDetour } from './detours';
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
  /**
   * 1 where `value` in tenths is what a walk really reaches, and no other walk comes near it: then P computed from it
   * is the P of the chain, and nothing else can be above or tie with it by rounding.
   */
  readonly exact: readonly Uint8Array[];
}

/**
 * How products are scaled. `tenths`: a step counts its tenths and an unused or Virtual one 100, so that products of up
 * to 7 steps are exact integers that compare like P. `fraction`: a step counts p/10, exact up to rounding.
 */
export type SuffixUnit = 'tenths' | 'fraction';

/** Most steps for which all products in tenths are exact in a double: 100^7 < 2^53. */
export const EXACT_STEPS = 7;

/** Most steps for which divisors are: 10^21 = 10^(2 * 11 - 1). Products are where their odd part is below 2^53. */
export const EXACT_DIVISOR_STEPS = 11;

/** Products nearer to each other than this could change places when they are rounded. */
const NEAR = 1e-12;

const LEVEL_BUDGET = 8_000_000;

interface Level {
  readonly value: Float64Array;
  readonly rated: Uint16Array;
  readonly exact: Uint8Array;
  /** Whether `exact` has to be kept: without it all products are. */
  readonly tracked: boolean;
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
  const tracked = unit === 'tenths' && depth >= EXACT_STEPS;
  const levels: Level[] = [emptyLevel(count * width, tracked)];
  const stored =
    unit === 'tenths' ? depth : Math.max(8, Math.floor(LEVEL_BUDGET / Math.max(1, count * width)));
  for (let k = 1; k <= depth; k++) {
    const before = levels[levels.length - 1] as Level;
    const idle = unit === 'tenths' ? 100 ** (k - 1) : 1;
    const entered = enter(graph, rules, before, idle, unit);
    const exit = emptyLevel(graph.relationCount * width, tracked);
    const ahead = emptyLevel(count * width, tracked);
    for (let slot = 0; slot < width; slot++) {
      bestOfOthers(graph.interfaceStart, undefined, entered, exit, width, slot);
      bestOfOthers(graph.componentStart, graph.componentRelations, exit, ahead, width, slot);
      for (let relation = 0; relation < count; relation++) {
        if (relation >= graph.relationCount || mayDetour(graph, relation)) {
          bestOfComponent(graph, exit, ahead, relation, width, slot);
        }
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
  return {
    value: levels.map(({ value }) => value),
    rated: levels.map(({ rated }) => rated),
    exact: levels.map(({ exact }) => exact),
  };
}

function emptyLevel(cells: number, tracked: boolean): Level {
  return {
    value: new Float64Array(cells),
    rated: new Uint16Array(cells),
    exact: new Uint8Array(cells).fill(1),
    tracked,
  };
}

/** Whether the product of two doubles is a double: Dekker's error term is zero. */
export function isExactProduct(a: number, b: number): boolean {
  const product = a * b;
  const highA = highHalf(a);
  const highB = highHalf(b);
  const lowA = a - highA;
  const lowB = b - highB;
  return lowA * lowB === product - highA * highB - lowA * highB - highA * lowB;
}

/** The upper 26 bits of a double's mantissa. */
function highHalf(value: number): number {
  const scaled = value * 134_217_729;
  return scaled - (scaled - value);
}

/** Whether two products differ, but by so little that rounding could hide or turn it. */
function isNear(a: number, b: number): boolean {
  return a !== b && Math.abs(a - b) <= NEAR * Math.max(a, b);
}

/** Best of ending with the step and of going on after it, for every relation. */
function enter(graph: ChainGraph, rules: StepRules, ahead: Level, idle: number, unit: SuffixUnit): Level {
  const { width } = rules;
  const typeCount = graph.types.length;
  const count = graph.relationComponent.length;
  const scale = unit === 'tenths' ? 1 : 100;
  const result = emptyLevel(count * width, ahead.tracked);
  for (let relation = 0; relation < count; relation++) {
    const isVirtual = graph.virtual[graph.relationComponent[relation] as number] === 1;
    for (let slot = 0; slot < width; slot++) {
      const cell = relation * width + slot;
      const last = finalTenths(graph, rules, relation, width === typeCount ? slot : undefined);
      const ending = last * idle;
      const tenths = isVirtual ? 100 : (rules.passTenths[cell] as number);
      const further = ahead.value[cell] as number;
      const goingOn = tenths * further;
      const goingOnRated = (ahead.rated[cell] as number) + (isVirtual ? 0 : 1);
      const end = ending >= goingOn;
      result.value[cell] = (end ? ending : goingOn) / scale;
      result.rated[cell] = end ? 1 : goingOnRated;
      if (ahead.tracked) {
        const endExact = isExactProduct(last, idle);
        const goingOnExact = ahead.exact[cell] === 1 && isExactProduct(tenths, further);
        const exact =
          (ending < goingOn || endExact) && (goingOn < ending || goingOnExact) && !isNear(ending, goingOn);
        result.exact[cell] = exact ? 1 : 0;
      }
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
    let bestExact = true;
    let secondExact = true;
    for (let i = start[group] as number; i < end && from.tracked; i++) {
      const cell = (members ? (members[i] as number) : i) * width + slot;
      bestExact &&= staysExact(from, best, cell);
      secondExact &&= cell === best || second < 0 || staysExact(from, second, cell);
    }
    for (let i = start[group] as number; i < end; i++) {
      const cell = (members ? (members[i] as number) : i) * width + slot;
      if (cell === best) {
        copy(from, second, into, cell, secondExact);
      } else {
        copy(from, best, into, cell, bestExact);
      }
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
  let exact = true;
  for (let i = graph.componentStart[component] as number; i < end && exit.tracked; i++) {
    exact &&= staysExact(exit, best, (graph.componentRelations[i] as number) * width + slot);
  }
  copy(exit, best, into, relation * width + slot, exact);
}

/** Whether the better of two cells is still exact beside the other one. */
function staysExact(values: Level, better: number, other: number): boolean {
  const a = values.value[better] as number;
  const b = values.value[other] as number;
  return a === b ? values.exact[other] === 1 : !isNear(a, b);
}

function isBetter(values: Level, a: number, b: number): boolean {
  const left = values.value[a] as number;
  const right = values.value[b] as number;
  return left > right || (left === right && (values.rated[a] as number) < (values.rated[b] as number));
}

function copy(from: Level, source: number, into: Level, cell: number, exact: boolean): void {
  if (source >= 0) {
    into.exact[cell] = exact ? (from.exact[source] as number) : 0;
    into.value[cell] = from.value[source] as number;
    into.rated[cell] = from.rated[source] as number;
  }
}
