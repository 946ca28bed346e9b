const SMALL = 4096;
const DIGIT = 1 << 16;

/**
 * The order of chains by P descending, then by fewer rated steps; stable.
 * @returns positions of the chains, best first
 */
export function rankChains(probability: Float64Array, ratedSteps: Uint16Array, count: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, position) => position);
  if (count <= SMALL) {
    return order.sort(
      (a, b) =>
        (probability[b] as number) - (probability[a] as number) ||
        (ratedSteps[a] as number) - (ratedSteps[b] as number) ||
        a - b,
    );
  }
  // Bits of positive doubles compare like the doubles, so a radix sort over four digits of 16 bits ranks them.
  const digits = new Uint16Array(probability.buffer, probability.byteOffset, count * 4);
  let source = order;
  let target = new Int32Array(count);
  const sortBy = (key: Uint16Array, stride: number, offset: number, descending: boolean): void => {
    if (sortDigit(source, target, key, stride, offset, descending)) {
      [source, target] = [target, source];
    }
  };
  sortBy(ratedSteps, 1, 0, false);
  for (const digit of LITTLE_ENDIAN ? [0, 1, 2, 3] : [3, 2, 1, 0]) {
    sortBy(digits, 4, digit, true);
  }
  return source;
}

const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** One stable pass of the radix sort; false where all keys are equal and nothing was moved. */
function sortDigit(
  source: Int32Array,
  target: Int32Array,
  key: Uint16Array,
  stride: number,
  offset: number,
  descending: boolean,
): boolean {
  const start = new Int32Array(DIGIT);
  for (let i = 0; i < source.length; i++) {
    const value = key[i * stride + offset] as number;
    start[value] = (start[value] as number) + 1;
  }
  if (start[key[offset] as number] === source.length) {
    return false;
  }
  let position = 0;
  for (let i = 0; i < DIGIT; i++) {
    const value = descending ? DIGIT - 1 - i : i;
    const size = start[value] as number;
    start[value] = position;
    position += size;
  }
  for (let i = 0; i < source.length; i++) {
    const item = source[i] as number;
    const value = key[item * stride + offset] as number;
    target[start[value] as number] = item;
    start[value] = (start[value] as number) + 1;
  }
  return true;
}
