import type { ChainSelection } from '../chains/chainSelection';
import type { ChainSet } from '../chains/chainSet';
import type { ChainGraph } from '../chains/compile';
import { relationNumber } from '../chains/findChain';
import { countFrom } from '../chains/pathTree';
import { searchText, searchWords } from './searchText';
import type { TableQuery } from './tableQuery';

/**
 * One thing that a chain must have, by what can have it: a relation that it crosses, begins with or ends with, its
 * asset, its type. One of them is enough.
 */
interface Condition {
  readonly crosses?: (relation: number) => boolean;
  readonly begins?: (relation: number) => boolean;
  readonly ends?: (relation: number) => boolean;
  readonly asset?: (asset: number) => boolean;
  readonly type?: (type: number) => boolean;
}

/** Conditions that are tested at once: one bit each of a byte. */
const BITS = 8;

/**
 * Positions of the chains that a query lets through, best first. What a path has is handed down the tree of paths, a
 * bit per condition, so that the time does not depend on the length of the chains.
 */
export function filterChains(chains: ChainSet, query: TableQuery): Int32Array {
  const conditions = conditionsOf(chains, query);
  let positions = probablePositions(chains, query);
  positions = ofLength(chains, query, positions);
  for (let first = 0; first < conditions.length; first += BITS) {
    positions = thatMeet(chains, conditions.slice(first, first + BITS), positions);
  }
  return positions;
}

function conditionsOf({ graph, model }: ChainSet, query: TableQuery): Condition[] {
  const { types, assets, entries, attackers } = query;
  const assetIds = new Set(assets);
  const entryNames = new Set(entries);
  const attackerKeys = new Set(attackers);
  const begins = (test: (name: string) => boolean): Condition => {
    const fits = Uint8Array.from(graph.interfaces, (name) => Number(test(name)));
    return { begins: (relation) => fits[graph.relationInterface[relation] as number] === 1 };
  };
  return [
    ...query.through.flatMap((selection) => selectionCondition(graph, selection) ?? []),
    ...wordConditions(graph, searchWords(query.text)),
    ...(types.length > 0
      ? [{ type: (type: number) => types.some((name) => name === graph.types[type]) }]
      : []),
    ...(assets.length > 0 ? [{ asset: (asset: number) => assetIds.has(graph.assets[asset]?.id ?? '') }] : []),
    ...(entries.length > 0 ? [begins((name) => entryNames.has(name))] : []),
    ...(attackers.length > 0
      ? [
          begins((name) => {
            const own = model.interfaces.get(name)?.attackers ?? [];
            return own.length === 0 || own.some((key) => attackerKeys.has(key));
          }),
        ]
      : []),
  ];
}

function selectionCondition(graph: ChainGraph, selection: ChainSelection): Condition | undefined {
  switch (selection.kind) {
    case 'all':
      return undefined;
    case 'asset':
      return { asset: (asset) => graph.assets[asset]?.id === selection.id };
    case 'component': {
      const component = graph.components.findIndex(({ name }) => name === selection.name);
      return { crosses: (relation) => graph.relationComponent[relation] === component };
    }
    case 'interface':
    case 'entry': {
      const number = graph.interfaces.indexOf(selection.name);
      const test = (relation: number): boolean => graph.relationInterface[relation] === number;
      return selection.kind === 'entry' ? { begins: test } : { crosses: test };
    }
    case 'relation':
    case 'last-step': {
      const number = relationNumber(graph, selection.interface, selection.component);
      const test = (relation: number): boolean => graph.ratedBy[relation] === number;
      return selection.kind === 'last-step' ? { ends: test } : { crosses: test };
    }
  }
}

/** Each word is in the name of an interface, a component or the asset. */
function wordConditions(graph: ChainGraph, words: readonly string[]): Condition[] {
  if (words.length === 0) {
    return [];
  }
  const interfaces = graph.interfaces.map(searchText);
  const components = graph.components.map(({ name }) => searchText(name));
  const assets = graph.assets.map(({ name }) => searchText(name));
  return words.map((word) => {
    const has = (names: readonly string[]): Uint8Array =>
      Uint8Array.from(names, (name) => Number(name.includes(word)));
    const inInterface = has(interfaces);
    const inComponent = has(components);
    const inAsset = has(assets);
    return {
      crosses: (relation) =>
        inInterface[graph.relationInterface[relation] as number] === 1 ||
        inComponent[graph.relationComponent[relation] as number] === 1,
      asset: (asset) => inAsset[asset] === 1,
    };
  });
}

/** By P and rating: chains stand in the order of P, so that each rating is a stretch of them. */
function probablePositions(chains: ChainSet, { ratings, minProbability }: TableQuery): Int32Array {
  const { high, medium } = chains.model.settings.thresholds;
  const end = countFrom(chains, minProbability);
  const highEnd = countFrom(chains, high);
  const mediumEnd = Math.max(highEnd, countFrom(chains, medium));
  const stretches = [
    { rating: 'High', from: 0, to: highEnd },
    { rating: 'Medium', from: highEnd, to: mediumEnd },
    { rating: 'Low', from: mediumEnd, to: chains.size },
  ] as const;
  const positions = new Int32Array(end);
  let count = 0;
  for (const { rating, from, to } of stretches) {
    if (ratings.length === 0 || ratings.includes(rating)) {
      for (let position = from; position < Math.min(to, end); position++) {
        positions[count++] = position;
      }
    }
  }
  return count === end ? positions : positions.slice(0, count);
}

function ofLength(
  chains: ChainSet,
  { minLength = 0, maxLength }: TableQuery,
  positions: Int32Array,
): Int32Array {
  if (minLength <= 1 && maxLength === undefined) {
    return positions;
  }
  const { nodeCount, nodeParent, chainNode } = chains.paths;
  // Lengths beyond what fits are all the same; a path has far fewer components.
  const components = new Uint16Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const parent = nodeParent[node] as number;
    components[node] = parent < 0 ? 1 : (components[parent] as number) + 1;
  }
  const least = (minLength + 1) / 2;
  const most = ((maxLength ?? Number.POSITIVE_INFINITY) + 1) / 2;
  const kept = new Int32Array(positions.length);
  let count = 0;
  for (let index = 0; index < positions.length; index++) {
    const position = positions[index] as number;
    const number = components[chainNode[position] as number] as number;
    kept[count] = position;
    count += number >= least && number <= most ? 1 : 0;
  }
  return kept.slice(0, count);
}

function thatMeet(chains: ChainSet, conditions: readonly Condition[], positions: Int32Array): Int32Array {
  const { graph } = chains;
  const { nodeCount, chainNode, chainTarget } = chains.paths;
  const ofAsset = bits(conditions, graph.assets.length, ({ asset }) => asset);
  const ofType = bits(conditions, graph.types.length, ({ type }) => type);
  const ofTarget = new Uint8Array(graph.assets.length * 8);
  for (let target = 0; target < ofTarget.length; target++) {
    ofTarget[target] = (ofAsset[target >> 3] as number) | (ofType[target & 7] ?? 0);
  }
  const ofPath = conditions.some(({ crosses, begins, ends }) => crosses ?? begins ?? ends)
    ? bitsByNode(chains, conditions)
    : new Uint8Array(nodeCount);
  const all = 2 ** conditions.length - 1;
  const kept = new Int32Array(positions.length);
  let count = 0;
  for (let index = 0; index < positions.length; index++) {
    const position = positions[index] as number;
    const met =
      (ofPath[chainNode[position] as number] as number) |
      (ofTarget[chainTarget[position] as number] as number);
    kept[count] = position;
    count += met === all ? 1 : 0;
  }
  return kept.slice(0, count);
}

/** By node of the path tree: what a path that ends there meets. */
function bitsByNode({ graph, paths }: ChainSet, conditions: readonly Condition[]): Uint8Array {
  const { nodeCount, nodeParent, nodeRelation } = paths;
  const relations = graph.relationComponent.length;
  const crosses = bits(conditions, relations, ({ crosses: test }) => test);
  const begins = bits(conditions, relations, ({ begins: test }) => test);
  const crossed = new Uint8Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const parent = nodeParent[node] as number;
    const relation = nodeRelation[node] as number;
    const before = parent < 0 ? (begins[relation] as number) : (crossed[parent] as number);
    crossed[node] = before | (crosses[relation] as number);
  }
  if (conditions.some(({ ends }) => ends)) {
    const ends = bits(conditions, relations, ({ ends: test }) => test);
    // Only now: what a path ends with is not handed down.
    for (let node = 0; node < nodeCount; node++) {
      crossed[node] = (crossed[node] as number) | (ends[nodeRelation[node] as number] as number);
    }
  }
  return crossed;
}

/** By number: a bit for every condition that it meets by one kind of test. */
function bits(
  conditions: readonly Condition[],
  size: number,
  kind: (condition: Condition) => ((number: number) => boolean) | undefined,
): Uint8Array {
  const met = new Uint8Array(size);
  for (const [bit, condition] of conditions.entries()) {
    const test = kind(condition);
    for (let number = 0; test && number < size; number++) {
      met[number] = (met[number] as number) | (test(number) ? 1 << bit : 0);
    }
  }
  return met;
}
