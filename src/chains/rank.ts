/** Where chains stand in the order by P descending, then by fewer rated steps. */
export interface ChainRanks {
  /** Number of every chain's score: its pair of P and rated steps. */
  readonly scoreOf: Int32Array;
  /** By score: place of the first chain that has it. */
  readonly firstPlace: Int32Array;
}

/**
 * Ranks chains. Scores are products of few factors, so that a million chains share some ten thousand of them: these
 * are sorted, and the chains only counted into place.
 */
export function rankChains(probability: Float64Array, ratedSteps: Uint16Array, count: number): ChainRanks {
  const scores = numberScores(probability, ratedSteps, count);
  const { chains, scoreOf } = scores;
  const order = sortScores(scores);
  let place = 0;
  for (const score of order) {
    const size = chains[score] as number;
    chains[score] = place;
    place += size;
  }
  return { scoreOf, firstPlace: chains };
}

/** The different pairs of P and rated steps among some chains. */
interface Scores {
  readonly probability: Float64Array;
  readonly ratedSteps: Uint16Array;
  /** How many chains have each score. */
  readonly chains: Int32Array;
  readonly count: number;
  readonly scoreOf: Int32Array;
}

/** Numbers scores by a hash table. */
function numberScores(probability: Float64Array, ratedSteps: Uint16Array, count: number): Scores {
  const words = new Int32Array(probability.buffer, probability.byteOffset, count * 2);
  const scoreProbability = new Float64Array(count);
  const scoreRated = new Uint16Array(count);
  const table = new Int32Array(2 ** Math.ceil(Math.log2(count * 2 + 1))).fill(-1);
  const lastSlot = table.length - 1;
  const scoreOf = new Int32Array(count);
  const chains = new Int32Array(count);
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
    scoreOf[chain] = score;
    chains[score] = (chains[score] as number) + 1;
  }
  return { probability: scoreProbability, ratedSteps: scoreRated, chains, count: scores, scoreOf };
}

function hash(low: number, high: number, rated: number): number {
  const mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1) ^ rated, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
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
