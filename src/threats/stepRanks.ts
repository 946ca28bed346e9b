import type { ChainSet } from '../chains/chainSet';
import { type CvssVector, metricValue } from '../cvss/vector';
import type { StrideType } from '../formats/stride';
import { INFLUENCE_LEVELS, influenceLevel } from './influence';
import type { Ranks } from './ranks';

/** Columns whose cells come from the vectors of a chain's steps. */
export type StepColumn =
  | 'Influence'
  | 'Attack Vector (AV)'
  | 'Attack Complexity (AC)'
  | 'Privileges Required (PR)'
  | 'User Interaction (UI)';

/** How a column ranks chains by what their steps have. */
interface StepOrder {
  /** Of a step's vector: a number from 0 to 3. */
  readonly level: (vector: CvssVector, type: StrideType) => number;
  /** Whether only the last step counts. */
  readonly lastOnly: boolean;
  /** The sets of levels that the steps of a chain can have, as masks, in the order of the column; ties together. */
  readonly order: readonly (readonly number[])[];
}

/** The highest level decides. */
const BY_HIGHEST = [[1], [2, 3], [4, 5, 6, 7], [8, 9, 10, 11, 12, 13, 14, 15]];

/** The lowest level decides, then the next lowest; a set that ends is the lower one. */
const BY_LOWEST = [1, 3, 7, 15, 11, 5, 13, 9, 2, 6, 14, 10, 4, 12, 8].map((mask) => [mask]);

const ORDERS: Readonly<Record<StepColumn, StepOrder>> = {
  Influence: {
    level: (vector, type) => INFLUENCE_LEVELS.indexOf(influenceLevel(type, vector) ?? 'None'),
    lastOnly: true,
    order: BY_HIGHEST,
  },
  // The step that is hardest to get at decides: who has to stand before one machine gains nothing by a network.
  'Attack Vector (AV)': metricOrder('AV', ['P', 'L', 'A', 'N'], BY_LOWEST),
  'Attack Complexity (AC)': metricOrder('AC', ['L', 'H'], BY_HIGHEST),
  'Privileges Required (PR)': metricOrder('PR', ['N', 'L', 'H'], BY_HIGHEST),
  'User Interaction (UI)': metricOrder('UI', ['N'], BY_HIGHEST),
};

/** @param letters by growing level; others have the level after the last */
function metricOrder(metric: string, letters: readonly string[], order: StepOrder['order']): StepOrder {
  return {
    level: (vector) => {
      const index = letters.indexOf(metricValue(vector, metric) ?? '');
      return index < 0 ? letters.length : index;
    },
    lastOnly: false,
    order,
  };
}

/** Bits of the set of levels of one type. */
const WIDTH = 4;

/** Ranks chains by the vectors of their steps; without any, their cells are empty. */
export function stepRanks(chains: ChainSet, positions: Int32Array, column: StepColumn): Ranks {
  const order = ORDERS[column];
  const count = order.order.length;
  const rankOf = new Int32Array(1 << WIDTH).fill(count);
  for (const [rank, masks] of order.order.entries()) {
    for (const mask of masks) {
      rankOf[mask] = rank;
    }
  }
  const levels = levelsByNode(chains, order);
  const { chainNode, chainTarget } = chains.paths;
  const of = new Int32Array(positions.length);
  for (let index = 0; index < positions.length; index++) {
    const position = positions[index] as number;
    const shift = ((chainTarget[position] as number) & 7) * WIDTH;
    of[index] = rankOf[((levels[chainNode[position] as number] as number) >> shift) & 15] as number;
  }
  return { of, count };
}

/**
 * By node of the path tree: the levels that the steps of a chain have that ends there, as a set of `WIDTH` bits for each
 * type. What a path has on the way is handed down the tree.
 */
function levelsByNode(chains: ChainSet, order: StepOrder): Int32Array {
  const { nodeCount, nodeParent, nodeRelation } = chains.paths;
  const { passing, ending } = levelsByRelation(chains, order);
  const levels = new Int32Array(nodeCount);
  for (let node = 0; node < nodeCount && passing !== undefined; node++) {
    const parent = nodeParent[node] as number;
    const before = parent < 0 ? 0 : (levels[parent] as number);
    levels[node] = before | (passing[nodeRelation[node] as number] as number);
  }
  if (passing !== ending) {
    // From the last node on: what a parent hands down is still there.
    for (let node = nodeCount - 1; node >= 0; node--) {
      const parent = nodeParent[node] as number;
      const before = parent < 0 ? 0 : (levels[parent] as number);
      levels[node] = before | (ending[nodeRelation[node] as number] as number);
    }
  }
  return levels;
}

/** What a step adds to the levels of a chain that goes on (nothing where undefined), and of one that ends with it. */
function levelsByRelation(
  { graph, options }: ChainSet,
  { level, lastOnly }: StepOrder,
): { readonly passing: Int32Array | undefined; readonly ending: Int32Array } {
  const levels = (typeOf: (own: StrideType) => StrideType): Int32Array =>
    graph.relationComponent.map((componentNumber, number) => {
      const name = graph.interfaces[graph.relationInterface[number] as number] ?? '';
      const ratings = graph.components[componentNumber]?.relations.get(name)?.ratings;
      return graph.types.reduce((set, own, type) => {
        const vector = ratings?.[typeOf(own)]?.vector;
        return vector ? set | (1 << (level(vector, typeOf(own)) + type * WIDTH)) : set;
      }, 0);
    });
  const ending = levels((own) => own);
  if (lastOnly) {
    return { passing: undefined, ending };
  }
  return { passing: options.stepRule === 'elevation' ? levels(() => 'E') : ending, ending };
}
