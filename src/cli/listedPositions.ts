import type { ChainSet } from '../chains/chainSet';

/** Which chains are listed, and in which order. */
export interface ListOptions {
  readonly sort: 'probability' | 'risk';
  /** Only chains with this P or more. */
  readonly atLeast?: number | undefined;
}

/** Positions by P, or by risk with chains without one last; equal risks keep the order of P. */
export function listedPositions(set: ChainSet, { sort, atLeast = 0 }: ListOptions): Int32Array {
  const all = Int32Array.from({ length: set.size }, (_, position) => position);
  const positions = all.filter((position) => set.probability(position) >= atLeast);
  if (sort === 'probability') {
    return positions;
  }
  const risks = Float64Array.from(all, (position) => set.risk(position) ?? -1);
  return positions.sort((a, b) => (risks[b] as number) - (risks[a] as number) || a - b);
}
