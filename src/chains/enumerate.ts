import { ChainKeeper } from './chainKeeper';
import { ChainStore } from './chainStore';
import { ChainTally } from './chainTally';
import type { ChainGraph } from './compile';
import type { ComputeControl } from './control';
import type { ChainCounts } from './counts';
import { BANNED } from './filterAutomaton';
import { MinimumCut } from './minimumCut';
import { type ChainOptions, maxComponents } from './options';
import { computeReach } from './reach';
import { type StepLists, stepLists } from './stepLists';
import { stepRules, usedKeys } from './steps';

/** Steps between two looks at the outside world. */
const CONTROL_INTERVAL = 1 << 13;

/** What an enumeration found. */
export interface Enumeration {
  readonly counts: ChainCounts;
  /** The best chains in rank order; empty where chains were only counted. */
  readonly store: ChainStore;
  /** Whether every chain was met: neither `countLimit` nor a cancel came first. */
  readonly outcome: 'complete' | 'over-limit' | 'cancelled';
}

/**
 * Counts every chain, or keeps the best too. Allocates nothing per chain; enters nothing that cannot reach a target in
 * the remaining length.
 */
export function enumerateChains(
  graph: ChainGraph,
  options: ChainOptions,
  mode: 'count' | 'keep',
  control: ComputeControl,
): Enumeration {
  const depthLimit = Math.min(maxComponents(options.maxLength), pathLimit(graph, options));
  const tally = new ChainTally(graph.types, depthLimit, options);
  const store = new ChainStore();
  const keeper = mode === 'keep' ? new ChainKeeper(graph, store, tally, options.maxChains) : undefined;
  const outcome =
    depthLimit > 0 && graph.types.length > 0 ? walk(graph, options, tally, keeper, control) : 'complete';
  store.keepBest(options.maxChains);
  const counts = {
    total: tally.total,
    totalIsLowerBound: outcome !== 'complete',
    byType: tally.byType(),
    byLength: tally.byLength(),
  };
  return { counts, store, outcome };
}

/** Most components any path can have, whatever the length asked for. */
function pathLimit(graph: ChainGraph, options: ChainOptions): number {
  return options.uniqueness === 'nodes' ? graph.components.length : graph.relationComponent.length;
}

/**
 * Walks depth first through every chain, all types at once, in the order of rule 11's ties. It is one loop over local
 * variables and arrays by depth (the number of components entered before): what inner functions share is loaded anew
 * at every step, which takes twice the time.
 */
function walk(
  graph: ChainGraph,
  options: ChainOptions,
  tally: ChainTally,
  keeper: ChainKeeper | undefined,
  control: ComputeControl,
): Enumeration['outcome'] {
  const { relationComponent, relationInterface, targetStart, targets, assetTypes } = graph;
  const { tenths, virtual, filters } = graph;
  const { depthLimit, minimum } = tally;
  const typeCount = graph.types.length;
  const rules = stepRules(graph, options);
  const { final, passTenths, width } = rules;
  const lists = stepLists(graph, rules, computeReach(graph, rules, depthLimit - 1), depthLimit);
  const cut = options.minProbability > 0 ? new MinimumCut(graph, rules, tally, options) : undefined;
  const keys = usedKeys(graph, options);
  const enterKeys = keys.enter;
  const leaveKeys = keys.leave;
  // What the first step marks besides; where there is nothing to mark, a spare cell.
  const begins: Int32Array[] = [keys.begin.map((key) => (key < 0 ? keys.count : key))];
  begins.push(...Array<Int32Array>(depthLimit).fill(keys.begin.map(() => keys.count)));
  const used = new Uint8Array(keys.count + 1);
  const scored = new Float64Array(typeCount);
  const slotStep = width === 1 ? 0 : 1;

  // What holds before a component is entered at a depth ...
  const product = new Float64Array((depthLimit + 1) * width).fill(1, 0, width);
  const rated = new Int32Array(depthLimit + 1);
  const state = new Int32Array(depthLimit + 1);
  const alive = new Int32Array(depthLimit + 1).fill((1 << typeCount) - 1, 0, 1);
  const cursorAt = new Int32Array(depthLimit + 1);
  const endAt = new Int32Array(depthLimit + 1);
  // ... and of the component entered there: what marks it as used, and which exits are still to be tried.
  const enterUsed = new Int32Array(depthLimit);
  const beginUsed = new Int32Array(depthLimit).fill(keys.count);
  const exitUsed = new Int32Array(depthLimit);
  const exitNext = new Int32Array(depthLimit);
  const exitEnd = new Int32Array(depthLimit);
  let depth = 0;
  let step = lists[0] as StepLists;
  let relations = step.relations;
  let cursor = 0;
  let end = relations.length;
  // The first look comes soon: a branch that has never been taken when the loop is optimised would undo that.
  let untilControl = CONTROL_INTERVAL >> 6;
  for (;;) {
    if (cursor < end) {
      const relation = relations[cursor++] as number;
      const key = enterKeys[relation] as number;
      if (used[key] !== 0) {
        continue;
      }
      const component = relationComponent[relation] as number;
      let nextState = 0;
      if (filters !== undefined) {
        nextState = filters.next(state[depth] as number, component);
        if (nextState === BANNED) {
          continue;
        }
      }
      const types = alive[depth] as number;
      const ending = types & (final[relation] as number);
      if (keeper !== undefined) {
        keeper.enter(depth, relation);
      }
      if (ending !== 0) {
        const ratedHere = (rated[depth] as number) + 1;
        const least = minimum[ratedHere] as number;
        let chosen = 0;
        for (let left = ending; left !== 0; left &= left - 1) {
          const type = 31 - Math.clz32(left & -left);
          const value =
            (product[depth * width + type * slotStep] as number) *
            (tenths[relation * typeCount + type] as number);
          if (value >= least) {
            chosen |= 1 << type;
            scored[type] = value;
          }
        }
        const firstTarget = targetStart[component] as number;
        const endTarget = targetStart[component + 1] as number;
        if (assetTypes === undefined) {
          if (!tally.add(depth, ratedHere, chosen, scored, endTarget - firstTarget)) {
            return 'over-limit';
          }
        } else {
          for (let i = firstTarget; i < endTarget; i++) {
            const own = chosen & (assetTypes[targets[i] as number] as number);
            if (!tally.add(depth, ratedHere, own, scored, 1)) {
              return 'over-limit';
            }
          }
        }
        if (keeper !== undefined && chosen !== 0) {
          keeper.keep(depth, component, ratedHere, chosen, scored);
        }
      }
      let goingOn = types & (step.ahead[relation] as number);
      if (goingOn === 0) {
        continue;
      }
      const from = depth * width;
      for (let slot = 0; slot < width; slot++) {
        product[from + width + slot] =
          (product[from + slot] as number) * (passTenths[relation * width + slot] as number);
      }
      const ratedNext = (rated[depth] as number) + 1 - (virtual[component] as number);
      if (cut !== undefined) {
        goingOn = cut.typesAbove(goingOn, relation, depth, ratedNext, product);
        if (goingOn === 0) {
          continue;
        }
      }
      cursorAt[depth] = cursor;
      endAt[depth] = end;
      used[key] = 1;
      enterUsed[depth] = key;
      const begin = (begins[depth] as Int32Array)[relation] as number;
      used[begin] = 1;
      beginUsed[depth] = begin;
      exitUsed[depth] = -1;
      exitNext[depth] = step.exitStart[component] as number;
      exitEnd[depth] = step.exitStart[component + 1] as number;
      depth++;
      alive[depth] = goingOn;
      state[depth] = nextState;
      rated[depth] = ratedNext;
      cursor = end;
    } else if (depth === 0) {
      break;
    } else {
      // Nothing is left behind this exit: open the next one of the component, or leave it for the one before.
      const at = depth - 1;
      const open = exitUsed[at] as number;
      if (open >= 0) {
        used[open] = 0;
        exitUsed[at] = -1;
      }
      const { exits, beyond } = lists[at] as StepLists;
      const types = alive[depth] as number;
      const last = exitEnd[at] as number;
      let next = exitNext[at] as number;
      while (next < last) {
        const exit = exits[next++] as number;
        const key = leaveKeys[exit] as number;
        if (used[key] === 0 && ((beyond[exit] as number) & types) !== 0) {
          const through = relationInterface[exit] as number;
          used[key] = 1;
          exitUsed[at] = key;
          exitNext[at] = next;
          step = lists[depth] as StepLists;
          relations = step.relations;
          cursor = step.relationStart[through] as number;
          end = step.relationStart[through + 1] as number;
          untilControl -= end - cursor;
          break;
        }
      }
      if ((exitUsed[at] as number) < 0) {
        used[enterUsed[at] as number] = 0;
        used[beginUsed[at] as number] = 0;
        depth = at;
        cursor = cursorAt[at] as number;
        end = endAt[at] as number;
        step = lists[at] as StepLists;
        relations = step.relations;
      } else if (untilControl <= 0) {
        untilControl = CONTROL_INTERVAL;
        control.progress(tally.total);
        if (control.cancelled()) {
          return 'cancelled';
        }
      }
    }
  }
  return 'complete';
}
