import { ChainStore } from './chainStore';
import type { ChainGraph } from './compile';
import type { ComputeControl } from './control';
import { BANNED } from './filterAutomaton';
import { type ChainOptions, maxComponents } from './options';
import { probabilityDivisors } from './probability';
import { level } from './reach';
import { SearchQueue } from './searchQueue';
import { stepRules, usedKeys } from './steps';
import { EXACT_DIVISOR_STEPS, EXACT_STEPS, isExactProduct, suffixBounds } from './suffixBounds';

const CONTROL_INTERVAL = 1 << 10;
/** Prefixes that may wait at a time: half a gigabyte of them. A count, so that results repeat. */
const WAITING_LIMIT = 1 << 22;
/** Lifts a bound above any rounding of its products. */
const ROUNDING = 1 + 1e-9;

/** What a best-first search found. */
export interface BestFirstResult {
  /** The best chains in rank order. */
  readonly store: ChainStore;
  /**
   * Exact, or ended by `searchLimit`, by too much to remember or by a cancel: then the chains are good ones, but not
   * surely the best.
   */
  readonly outcome: 'complete' | 'over-limit' | 'cancelled';
  readonly expansions: number;
}

/**
 * The best `most` chains by rule 11 without enumerating the rest: A* over path prefixes, whose bound is the best product
 * (then the fewest rated steps) that any walk could still reach. Products of up to 7 rated steps are
 * exact integers, so that ties are settled by the remaining rules without expanding what cannot win.
 */
export function bestChains(
  graph: ChainGraph,
  options: ChainOptions,
  most: number,
  control: ComputeControl,
): BestFirstResult {
  const { relationComponent, interfaceStart, relationInterface, componentStart, componentRelations } = graph;
  const { tenths, virtual, targetStart, targets, assetTypes, filters } = graph;
  const typeCount = graph.types.length;
  const allTypes = (1 << typeCount) - 1;
  const depthLimit = Math.min(maxComponents(options.maxLength), graph.relationComponent.length);
  const exact = depthLimit <= EXACT_STEPS;
  const rules = stepRules(graph, options);
  const { pass, final, passTenths, width } = rules;
  /** Beyond, single products may still be exact. */
  const tenthsBounds = depthLimit <= EXACT_DIVISOR_STEPS;
  const unit = tenthsBounds ? 'tenths' : 'fraction';
  const bounds = suffixBounds(graph, rules, Math.max(0, depthLimit - 1), unit);
  const divisors = probabilityDivisors(depthLimit);
  const keys = usedKeys(graph, options);
  const used = new Uint8Array(keys.count);
  const { minProbability } = options;

  const tree = new ChainStore();
  const queue = new SearchQueue(tree, graph.ratedBy, most);
  // Per node of the path tree: how many components and rated steps, the automaton's state, the running products.
  const nodes = new PrefixTable(width);
  const found = new ChainStore();
  let expansions = 0;
  let outcome: BestFirstResult['outcome'] = 'complete';

  /** Value that ranks a chain: its scaled product where that is exact, else its P. */
  const chainValue = (product: number, ratedSteps: number): number =>
    exact ? product * 100 ** (depthLimit - ratedSteps) : product / (divisors[ratedSteps] as number);

  const minimum = exact ? minProbability * 10 ** (2 * depthLimit - 1) * (2 - ROUNDING) : minProbability;

  /** Adds the chains that end with the step after `parent` (a node, or -1), and the prefix it makes. */
  const addStep = (parent: number, relation: number, mask: number): void => {
    const component = relationComponent[relation] as number;
    const state = parent < 0 ? 0 : (nodes.state[parent] as number);
    const nextState = filters === undefined ? 0 : filters.next(state, component);
    if (nextState === BANNED) {
      return;
    }
    const depth = parent < 0 ? 1 : (nodes.depth[parent] as number) + 1;
    const ratedBefore = parent < 0 ? 0 : (nodes.rated[parent] as number);
    const ratedSteps = ratedBefore + (virtual[component] === 1 ? 0 : 1);
    let node = -1;
    const ending = mask & (final[relation] as number);
    for (let type = 0; type < typeCount && ending !== 0; type++) {
      if (ending & (1 << type)) {
        const before = parent < 0 ? 1 : (nodes.product[parent * width + (width === 1 ? 0 : type)] as number);
        const product = before * (tenths[relation * typeCount + type] as number);
        const value = chainValue(product, ratedSteps);
        const probability = product / (divisors[ratedSteps] as number);
        if (probability >= minProbability && queue.admits(value, ratedSteps)) {
          node = node < 0 ? tree.addNode(parent, relation) : node;
          nodes.reserve(node);
          nodes.depth[node] = depth;
          nodes.rated[node] = ratedSteps;
          for (let i = targetStart[component] as number; i < (targetStart[component + 1] as number); i++) {
            const asset = targets[i] as number;
            if (assetTypes === undefined || (assetTypes[asset] as number) & (1 << type)) {
              queue.pushChain(value, ratedSteps, node, asset, type);
            }
          }
        }
      }
    }
    const goingOn = mask & (pass[relation] as number);
    if (goingOn !== 0 && depth < depthLimit) {
      pushPrefix(parent, node, relation, goingOn, depth, ratedSteps, nextState);
    }
  };

  const pushPrefix = (
    parent: number,
    known: number,
    relation: number,
    types: number,
    depth: number,
    ratedSteps: number,
    state: number,
  ): void => {
    const further = depthLimit - depth;
    const values = level(bounds.value, further);
    const rated = level(bounds.rated, further);
    const exactValues = level(bounds.exact, further);
    let best = 0;
    let bestRated = 0;
    let alive = 0;
    for (let slot = 0; slot < width; slot++) {
      if (width === 1 || types & (1 << slot)) {
        const cell = relation * width + slot;
        const before = parent < 0 ? 1 : (nodes.product[parent * width + slot] as number);
        const product = before * (passTenths[cell] as number);
        const suffix = values[cell] as number;
        let bound = 0;
        let boundRated = 0;
        if (exact) {
          bound = product * 100 ** (depth - ratedSteps) * suffix;
          boundRated = ratedSteps + (rated[cell] as number);
        } else {
          const isExact =
            tenthsBounds &&
            exactValues[cell] === 1 &&
            (parent < 0 || nodes.exact[parent * width + slot] === 1) &&
            isExactProduct(before, passTenths[cell] as number);
          const tight = isExact ? tightBound(product, depth, ratedSteps, suffix) : undefined;
          bound = tight ?? looseBound(product, depth, ratedSteps, suffix);
          boundRated = tight === undefined ? 0 : ratedSteps + (rated[cell] as number);
        }
        if (bound > 0 && bound >= minimum && queue.admits(bound, boundRated)) {
          alive |= width === 1 ? types : 1 << slot;
          if (bound > best || (bound === best && boundRated < bestRated)) {
            best = bound;
            bestRated = boundRated;
          }
        }
      }
    }
    if (alive === 0) {
      return;
    }
    const node = known < 0 ? tree.addNode(parent, relation) : known;
    nodes.reserve(node);
    nodes.depth[node] = depth;
    nodes.rated[node] = ratedSteps;
    nodes.state[node] = state;
    nodes.alive[node] = alive;
    for (let slot = 0; slot < width; slot++) {
      const before = parent < 0 ? 1 : (nodes.product[parent * width + slot] as number);
      const factor = passTenths[relation * width + slot] as number;
      nodes.product[node * width + slot] = before * factor;
      const stillExact = parent < 0 || nodes.exact[parent * width + slot] === 1;
      nodes.exact[node * width + slot] = stillExact && (exact || isExactProduct(before, factor)) ? 1 : 0;
    }
    queue.pushPrefix(best, bestRated, node);
  };

  /** P of the best chain a prefix can become, where its product is exact: as good as what ranks the chain. */
  const tightBound = (
    product: number,
    depth: number,
    ratedSteps: number,
    suffix: number,
  ): number | undefined => {
    const idle = 100 ** (depth - ratedSteps);
    return isExactProduct(product, idle) && isExactProduct(product * idle, suffix)
      ? (product * idle * suffix) / (divisors[depthLimit] as number)
      : undefined;
  };

  /** Above any rounding. */
  const looseBound = (product: number, depth: number, ratedSteps: number, suffix: number): number =>
    tenthsBounds
      ? ((product * 100 ** (depth - ratedSteps) * suffix) / (divisors[depthLimit] as number)) * ROUNDING
      : (product / (divisors[ratedSteps] as number)) * suffix * ROUNDING;

  const markPath = (node: number, mark: 0 | 1): void => {
    for (let at = node; at >= 0; at = tree.nodeParent[at] as number) {
      const relation = tree.nodeRelation[at] as number;
      const parent = tree.nodeParent[at] as number;
      used[keys.enter[relation] as number] = mark;
      if (parent >= 0) {
        used[keys.leave[leavingRelation(parent, relation)] as number] = mark;
      } else if ((keys.begin[relation] as number) >= 0) {
        used[keys.begin[relation] as number] = mark;
      }
    }
  };

  /** The relation by which the component of `node` was left for the interface of `relation`. */
  const leavingRelation = (node: number, relation: number): number => {
    const component = relationComponent[tree.nodeRelation[node] as number] as number;
    const left = relationInterface[relation] as number;
    let low = componentStart[component] as number;
    let high = (componentStart[component + 1] as number) - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((relationInterface[componentRelations[middle] as number] as number) < left) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return componentRelations[low] as number;
  };

  const expand = (node: number): void => {
    markPath(node, 1);
    const component = relationComponent[tree.nodeRelation[node] as number] as number;
    const alive = nodes.alive[node] as number;
    for (
      let next = componentStart[component] as number;
      next < (componentStart[component + 1] as number);
      next++
    ) {
      const exit = componentRelations[next] as number;
      const leave = keys.leave[exit] as number;
      if (used[leave] === 0) {
        used[leave] = 1;
        const end = interfaceStart[(relationInterface[exit] as number) + 1] as number;
        for (
          let relation = interfaceStart[relationInterface[exit] as number] as number;
          relation < end;
          relation++
        ) {
          if (used[keys.enter[relation] as number] === 0) {
            addStep(node, relation, alive);
          }
        }
        used[leave] = 0;
      }
    }
    markPath(node, 0);
  };

  const take = (item: number): void => {
    const node = queue.node(item);
    const ratedSteps = nodes.rated[node] as number;
    const probability = exact
      ? queue.value(item) / 100 ** (depthLimit - ratedSteps) / (divisors[ratedSteps] as number)
      : queue.value(item);
    found.addChain(node, queue.target(item), ratedSteps, probability);
  };

  if (depthLimit > 0 && typeCount > 0 && most > 0) {
    for (const entry of graph.entryRelations) {
      addStep(-1, entry, allTypes);
    }
  }
  while (found.chainCount < most) {
    const item = queue.pop();
    if (item < 0) {
      break;
    }
    if (queue.isChain(item)) {
      take(item);
      continue;
    }
    if (expansions >= options.searchLimit || queue.waiting > WAITING_LIMIT) {
      outcome = 'over-limit';
      break;
    }
    expansions++;
    if (expansions % CONTROL_INTERVAL === 0) {
      control.progress(found.chainCount);
      if (control.cancelled()) {
        outcome = 'cancelled';
        break;
      }
    }
    expand(queue.node(item));
  }
  while (outcome !== 'complete' && found.chainCount < most) {
    const item = queue.pop();
    if (item < 0) {
      break;
    }
    if (queue.isChain(item)) {
      take(item);
    }
  }
  found.nodeCount = tree.nodeCount;
  found.nodeParent = tree.nodeParent;
  found.nodeRelation = tree.nodeRelation;
  found.dropUnusedNodes(new Int32Array(0));
  return { store: found, outcome, expansions };
}

/** What is known of each path prefix, in arrays that grow with the tree. */
class PrefixTable {
  depth = new Int32Array(1024);
  rated = new Int32Array(1024);
  state = new Int32Array(1024);
  alive = new Uint8Array(1024);
  product: Float64Array<ArrayBuffer>;
  /** 1 where the product has not been rounded. */
  exact: Uint8Array<ArrayBuffer>;

  constructor(private readonly width: number) {
    this.exact = new Uint8Array(1024 * width);
    this.product = new Float64Array(1024 * width);
  }

  /** Makes room for a node. */
  reserve(node: number): void {
    if (node < this.depth.length) {
      return;
    }
    const size = this.depth.length * 2;
    const { depth, rated, state, alive, product, exact } = this;
    this.depth = new Int32Array(size);
    this.rated = new Int32Array(size);
    this.state = new Int32Array(size);
    this.alive = new Uint8Array(size);
    this.product = new Float64Array(size * this.width);
    this.exact = new Uint8Array(size * this.width);
    this.depth.set(depth);
    this.rated.set(rated);
    this.state.set(state);
    this.alive.set(alive);
    this.product.set(product);
    this.exact.set(exact);
  }
}
