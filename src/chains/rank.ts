const SMALL = 512;
const DIGIT = 1 << 16;
/** Most different scores for which numbering them pays; with more, chains are sorted directly. */
const MANY_SCORES = 1 << 18;

/**
 * The order of chains by P descending, then by fewer rated steps; stable.
 * @returns positions of the chains, best first
 */
export function rankChains(probability: Float64Array, ratedSteps: Uint16Array, count: number): Int32Array {
  const scores = numberScores(probability, ratedSteps, count);
  return scores === undefined
    ? sortScores(probability, ratedSteps, count)
    : orderByScore(scores, sortScores(scores.probability, scores.ratedSteps, scores.count));
}

/** The different pairs of P and rated steps among some chains. */
interface Scores {
  readonly probability: Float64Array;
  readonly ratedSteps: Uint16Array;
  readonly count: number;
  /** Number of every chain's score. */
  readonly ofChain: Int32Array;
}

/**
 * Scores are products of few factors, so that a million chains share some ten thousand of them: numbered in a hash
 * table, they are sorted in place of the chains. Undefined where there are too many.
 */
function numberScores(
  probability: Float64Array,
  ratedSteps: Uint16Array,
  count: number,
): Scores | undefined {
  const words = new Int32Array(probability.buffer, probability.byteOffset, count * 2);
  const capacity = Math.min(count, MANY_SCORES);
  const scoreProbability = new Float64Array(capacity);
  const scoreRated = new Uint16Array(capacity);
  const table = new Int32Array(2 ** Math.ceil(Math.log2(capacity * 2 + 1))).fill(-1);
  const lastSlot = table.length - 1;
  const ofChain = new Int32Array(count);
  let scores = 0;
  for (let chain = 0; chain < count; chain++) {
    const value = probability[chain] as number;
    const rated = ratedSteps[chain] as number;
    let slot = hash(words[chain * 2] as number, words[chain * 2 + 1] as number, rated) & lastSlot;
    let score = table[slot] as number;
    while (score >= 0 && (scoreProbability[score] !== value || scoreRated[score] !== rated)) {
      slot = (slot + 1) & lastSlot;
      score = table[slot] as number;
    }
    if (score < 0) {
      if (scores === MANY_SCORES) {
        return undefined;
      }
      score = scores++;
      scoreProbability[score] = value;
      scoreRated[score] = rated;
      table[slot] = score;
    }
    ofChain[chain] = score;
  }
  return { probability: scoreProbability, ratedSteps: scoreRated, count: scores, ofChain };
}

function hash(low: number, high: number, rated: number): number {
  const mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1) ^ rated, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** Chains grouped by score, in the order of the scores, by a counting sort. */
function orderByScore({ count, ofChain }: Scores, scoreOrder: Int32Array): Int32Array {
  const next = new Int32Array(count);
  for (let chain = 0; chain < ofChain.length; chain++) {
    const score = ofChain[chain] as number;
    next[score] = (next[score] as number) + 1;
  }
  let position = 0;
  for (let rank = 0; rank < count; rank++) {
    const score = scoreOrder[rank] as number;
    const size = next[score] as number;
    next[score] = position;
    position += size;
  }
  const order = new Int32Array(ofChain.length);
  for (let chain = 0; chain < ofChain.length; chain++) {
    const score = ofChain[chain] as number;
    const place = next[score] as number;
    order[place] = chain;
    next[score] = place + 1;
  }
  return order;
}

/** The order of scores by P descending, then by fewer rated steps; stable. */
function sortScores(probability: Float64Array, ratedSteps: Uint16Array, count: number): Int32Array {
  const order = new Int32Array(count);
  for (let position = 0; position < count; position++) {
    order[position] = position;
  }
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
  let lowest = DIGIT;
  let highest = 0;
  for (let i = 0; i < source.length; i++) {
    const value = key[i * stride + offset] as number;
    start[value] = (start[value] as number) + 1;
    lowest = value < lowest ? value : lowest;
    highest = value > highest ? value : highest;
  }
  if (lowest === highest) {
    return false;
  }
  let position = 0;
  for (let i = lowest; i <= highest; i++) {
    const value = descending ? lowest + highest - i : i;
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
