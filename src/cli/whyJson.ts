import type { CutCause } from '../chains/why';
import type { StepObstacle } from '../chains/walk';
import type { StrideType } from '../formats/stride';
import type { ChainJson } from '../report/chainJson';
import type { SourceLocation } from '../workspace/sourceLocator';

/** What `tmg why --format json` writes. */
export interface WhyJson {
  /** Name of the model. */
  readonly model: string;
  /** The best chain between the two; null where there is none. */
  readonly best: ChainJson | null;
  /** What stands in the way, each by itself; empty where there is a chain. */
  readonly cuts: readonly CutJson[];
}

/** A cause why there is no chain. */
export interface CutJson {
  /**
   * `disconnected`: no way at all, whatever the ratings. `length`: every way is too long. `repetition`: every way meets a
   * component or interface twice. `EXT`: an external component is in the way. `filter`: a filter bans every way. `none`: steps
   * are rated as not possible. `missing-rating`: steps have no rating. `together`: no single one is enough.
   */
  readonly cause: CutCause;
  /** The first of `types`; missing where the cause is `disconnected`. */
  readonly type?: StrideType;
  /** The STRIDE types for which it is a cause, in the order S T R I D E. */
  readonly types: readonly StrideType[];
  /** Length of the shortest way in relationships, where the length is a cause. */
  readonly length?: number;
  /** The relations that would open a way if the cause were gone. */
  readonly relations: readonly CutRelationJson[];
}

/** A relation in the way. */
export interface CutRelationJson {
  /** Name of the component that would be entered. */
  readonly component: string;
  /** Name of the interface through which. */
  readonly interface: string;
  /** What stands in the way there. */
  readonly obstacles: readonly StepObstacle[];
  /** Where it is said in the files; null where nothing says it. */
  readonly source: SourceLocation | null;
}
