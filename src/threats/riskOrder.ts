import type { ChainSet } from '../chains/chainSet';

/**
 * Positions in the order of Risk; ties keep the rank order, chains without a Risk come last. Among chains to assets
 * of one rating, Risk falls with P: these lists are in order already and only have to be merged.
 */
export function riskOrder(chains: ChainSet, positions: Int32Array, descending: boolean): Int32Array {
  const { weight } = chains.model.settings;
  const ratings = chains.graph.assets.map((asset) =>
    weight === undefined ? undefined : asset.ratings[weight],
  );
  const values = [...new Set(ratings)].filter((value) => value !== undefined).sort((a, b) => b - a);
  const listOf = Int32Array.from(ratings, (value) =>
    value === undefined ? values.length : values.indexOf(value),
  );
  const { chainTarget, chainProbability } = chains.paths;
  const starts = new Int32Array(values.length + 2);
  for (let index = 0; index < positions.length; index++) {
    const list = listOf[(chainTarget[positions[index] as number] as number) >> 3] as number;
    starts[list + 1] = (starts[list + 1] as number) + 1;
  }
  for (let list = 0; list <= values.length; list++) {
    starts[list + 1] = (starts[list + 1] as number) + (starts[list] as number);
  }
  const rated = starts[values.length] as number;
  const next = starts.slice();
  const order = new Int32Array(positions.length);
  const risks = new Float64Array(rated);
  for (let index = 0; index < positions.length; index++) {
    const position = positions[index] as number;
    const list = listOf[(chainTarget[position] as number) >> 3] as number;
    const at = next[list] as number;
    next[list] = at + 1;
    order[at] = position;
    if (list < values.length) {
      risks[at] = ((chainProbability[position] as number) * (values[list] as number)) / 5;
    }
  }
  const sorted = mergeLists({ order, risks }, starts.subarray(0, values.length + 1));
  if (!descending) {
    turnRuns(sorted);
  }
  sorted.order.set(order.subarray(rated), rated);
  return sorted.order;
}

/** Positions with their Risks; the positions may go on with chains that have none. */
interface RiskList {
  readonly order: Int32Array;
  readonly risks: Float64Array;
}

/** Merges lists in pairs until one is left: highest Risk first, ties in the order of the positions. */
function mergeLists(lists: RiskList, bounds: Int32Array): RiskList {
  let from = lists;
  let to: RiskList = { order: lists.order.slice(), risks: lists.risks.slice() };
  let starts = [...bounds];
  while (starts.length > 2) {
    const merged = starts.filter((_, index) => index % 2 === 0);
    const end = starts.at(-1) as number;
    for (let list = 0; list + 1 < starts.length; list += 2) {
      const middle = starts[list + 1] as number;
      mergePair(from, to, starts[list] as number, middle, starts[list + 2] ?? middle);
    }
    starts = merged.at(-1) === end ? merged : [...merged, end];
    [from, to] = [to, from];
  }
  return from;
}

function mergePair(from: RiskList, to: RiskList, start: number, middle: number, end: number): void {
  const { order, risks } = from;
  const { order: mergedOrder, risks: mergedRisks } = to;
  let left = start;
  let right = middle;
  for (let at = start; at < end; at++) {
    let taken = left;
    if (left < middle && right < end) {
      const difference = (risks[left] as number) - (risks[right] as number);
      const isFirst =
        difference > 0 || (difference === 0 && (order[left] as number) < (order[right] as number));
      taken = isFirst ? left : right;
    } else if (left >= middle) {
      taken = right;
    }
    left += taken === left ? 1 : 0;
    right += taken === right ? 1 : 0;
    mergedOrder[at] = order[taken] as number;
    mergedRisks[at] = risks[taken] as number;
  }
}

/** Turns a list round, but not the order of ties. */
function turnRuns({ order, risks }: RiskList): void {
  const turned = new Int32Array(risks.length);
  let at = 0;
  for (let end = risks.length; end > 0; ) {
    const risk = risks[end - 1];
    let start = end - 1;
    while (start > 0 && risks[start - 1] === risk) {
      start--;
    }
    for (let index = start; index < end; index++) {
      turned[at++] = order[index] as number;
    }
    end = start;
  }
  order.set(turned);
}
