import type { ChainTally } from './chainTally';
import type { ChainGraph } from './compile';
import type { EnumerationLength } from './enumerationLength';
import type { ChainOptions } from './options';
import { level } from './reach';
import type { StepRules } from './steps';
import { type SuffixBounds, suffixBounds } from './suffixBounds';

/** Rounding of a product of bounds stays far below this. */
const ROUNDING = 1 - 1e-9;

/** Cuts what cannot reach the minimum P: exact, because the best that could follow a step never falls short. */
export class MinimumCut {
  private readonly bounds: SuffixBounds;
  private readonly least: number;
  private readonly width: number;

  constructor(
    graph: ChainGraph,
    rules: StepRules,
    private readonly tally: ChainTally,
    private readonly length: EnumerationLength,
    options: Pick<ChainOptions, 'minProbability'>,
  ) {
    this.bounds = suffixBounds(graph, rules, length.further(0), 'fraction');
    this.least = options.minProbability * ROUNDING;
    this.width = rules.width;
  }

  /**
   * The types of `types` that can still reach the minimum after a step.
   * @param depth components entered before the step
   * @param rated rated steps up to and with it
   * @param product running products by depth; that of the step stands at `depth + 1`
   */
  typesAbove(types: number, relation: number, depth: number, rated: number, product: Float64Array): number {
    const { width } = this;
    const values = level(this.bounds.value, this.length.further(depth));
    const divisor = this.tally.divisors[rated] as number;
    let left = types;
    for (let slot = 0; slot < width; slot++) {
      const best =
        ((product[(depth + 1) * width + slot] as number) / divisor) *
        (values[relation * width + slot] as number);
      if (best < this.least) {
        left = width === 1 ? 0 : left & ~(1 << slot);
      }
    }
    return left;
  }
}
