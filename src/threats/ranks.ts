/** Where chains stand in the order of a column. */
export interface Ranks {
  /** One per position, from 0; `count` where the cell is empty. */
  readonly of: Int32Array;
  readonly count: number;
}

/** `table[numbers[position]]` of every position. */
export function look(positions: Int32Array, numbers: Int32Array, table: Int32Array): Int32Array {
  const found = new Int32Array(positions.length);
  for (let index = 0; index < positions.length; index++) {
    found[index] = table[numbers[positions[index] as number] as number] as number;
  }
  return found;
}

/** A stable sort of positions by their ranks; empty cells come last, whichever way it goes. */
export function countingSort(
  positions: Int32Array,
  { of: ranks, count }: Ranks,
  descending: boolean,
): Int32Array {
  const next = new Int32Array(count + 2);
  for (let index = 0; index < ranks.length; index++) {
    const after = placeOf(ranks[index] as number, count, descending) + 1;
    next[after] = (next[after] as number) + 1;
  }
  for (let place = 1; place <= count; place++) {
    next[place] = (next[place] as number) + (next[place - 1] as number);
  }
  const sorted = new Int32Array(positions.length);
  for (let index = 0; index < ranks.length; index++) {
    const place = placeOf(ranks[index] as number, count, descending);
    const at = next[place] as number;
    sorted[at] = positions[index] as number;
    next[place] = at + 1;
  }
  return sorted;
}

function placeOf(rank: number, count: number, descending: boolean): number {
  return descending && rank < count ? count - 1 - rank : rank;
}
