/**
 * The order of chains by P descending, then by fewer rated steps; stable.
 * @returns positions of the chains, best first
 */
export function rankChains(probability: Float64Array, ratedSteps: Uint16Array, count: number): Int32Array {
  const scores = numberScores(probability, ratedSteps, count);
  return orderByScore(scores, sortScores(scores));
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
 * table, they are sorted in place of the chains.
 */
function numberScores(probability: Float64Array, ratedSteps: Uint16Array, count: number): Scores {
  const words = new Int32Array(probability.buffer, probability.byteOffset, count * 2);
  const scoreProbability = new Float64Array(count);
  const scoreRated = new Uint16Array(count);
  const table = new Int32Array(2 ** Math.ceil(Math.log2(count * 2 + 1))).fill(-1);
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

/**
 * The order of scores by P descending, then by fewer rated steps. The engine's own sort of doubles is many times as
 * fast as one that calls back, so a score's number goes along in the lowest bits of its P; what only those bits
 * tell apart is put right afterwards.
 */
function sortScores({ probability, ratedSteps, count }: Scores): Int32Array {
  const mask = 2 ** Math.ceil(Math.log2(count + 1)) - 1;
  const packed = probability.slice(0, count);
  const words = new Uint32Array(packed.buffer);
  const low = LITTLE_ENDIAN ? 0 : 1;
  for (let score = 0; score < count; score++) {
    const word = score * 2 + low;
    words[word] = ((words[word] as number) & ~mask) | score;
  }
  packed.sort();
  const order = new Int32Array(count);
  for (let rank = 0; rank < count; rank++) {
    const score = (words[(count - 1 - rank) * 2 + low] as number) & mask;
    const value = probability[score] as number;
    let place = rank;
    while (place > 0) {
      const before = order[place - 1] as number;
      const difference = value - (probability[before] as number);
      if (
        difference < 0 ||
        (difference === 0 && (ratedSteps[score] as number) > (ratedSteps[before] as number))
      ) {
        break;
      }
      order[place] = before;
      place--;
    }
    order[place] = score;
  }
  return order;
}

const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
