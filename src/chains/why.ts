import type { StrideType } from '../formats/stride';
import type { Component, Model } from '../model/model';
import { NOTHING_ADVISED } from './advisedLength';
import { bestChains } from './bestFirst';
import type { Chain } from './chain';
import { ChainSet } from './chainSet';
import { type ChainGraph, compile } from './compile';
import { type ComputeControl, UNCONTROLLED } from './control';
import { relationNumbers } from './findChain';
import { type ChainOptions, maxComponents } from './options';
import { relaxedModel } from './relaxedModel';
import { findWalk, pathObstacles, type Relaxation, type StepObstacle, type WalkStep } from './walk';

/**
 * Why there is no chain. `stride`: the types that threaten the asset are others. `repetition`: every way meets a
 * component or interface twice. `together`: no single cause is enough; all of its relations' obstacles would have to go.
 */
export type CutCause = 'stride' | 'disconnected' | 'length' | 'repetition' | 'together' | StepObstacle;

/** A relation that would have to be open, and what stands in its way. */
export interface CutRelation {
  readonly component: string;
  readonly interface: string;
  readonly obstacles: readonly StepObstacle[];
}

/** One cause, and the relations that would open the way if it were gone. */
export interface Cut {
  readonly cause: CutCause;
  /** The type for which fewest relations are in the way; undefined where no walk exists at all. */
  readonly type: StrideType | undefined;
  readonly relations: readonly CutRelation[];
  /** Length of the shortest way, where `length` is the cause. */
  readonly length: number | undefined;
}

/** The best chain, or what keeps the two apart. */
export interface Explanation {
  readonly best: Chain | undefined;
  readonly cuts: readonly Cut[];
  /** The search gave up before it had found a chain: there may be one all the same. */
  readonly endedEarly: boolean;
}

const STEP_CAUSES: readonly StepObstacle[] = ['EXT', 'filter', 'none', 'missing-rating'];
const NOTHING: Relaxation = { obstacles: new Set(), length: false };
const EVERYTHING: Relaxation = { obstacles: new Set(STEP_CAUSES), length: true };

/** Explains the best chain between `options.from` and `options.to`, or why there is none; P' does not count. */
export function explainWhy(
  model: Model,
  options: ChainOptions,
  control: ComputeControl = UNCONTROLLED,
): Explanation {
  const any = { ...options, minProbability: 0 };
  const { best, endedEarly } = search(model, any, control);
  const cuts = best ? [] : findCuts(model, any, control);
  // That every way meets something twice is what is left where no other cause was found: here it is not known.
  return { best, cuts: endedEarly ? cuts.filter(({ cause }) => cause !== 'repetition') : cuts, endedEarly };
}

function bestChain(model: Model, options: ChainOptions, control: ComputeControl): Chain | undefined {
  return search(model, options, control).best;
}

function search(
  model: Model,
  options: ChainOptions,
  control: ComputeControl,
): Pick<Explanation, 'best' | 'endedEarly'> {
  const graph = compile(model, options);
  const { store, outcome } = bestChains(graph, options, 1, control);
  if (store.chainCount === 0) {
    return { best: undefined, endedEarly: outcome !== 'complete' };
  }
  const counts = { total: 1, totalIsLowerBound: true, byType: new Map(), byLength: [] };
  const isBest = outcome === 'complete';
  const set = new ChainSet(model, options, graph, store, counts, NOTHING_ADVISED, isBest);
  return { best: set.chain(0), endedEarly: false };
}

function findCuts(model: Model, options: ChainOptions, control: ComputeControl): Cut[] {
  if (!isThreatened(model, options)) {
    return [{ cause: 'stride', type: undefined, relations: [], length: undefined }];
  }
  const walks = new WalkFinder(model, options);
  const everything = walks.best(EVERYTHING);
  if (!everything) {
    return [{ cause: 'disconnected', type: undefined, relations: [], length: undefined }];
  }
  const unobstructed = walks.best(NOTHING);
  if (unobstructed) {
    // Walks may meet a node twice and chains may not: single causes are tried on chains then.
    const cuts = chainCuts(model, options, walks, control);
    return cuts.length > 0 ? cuts : [walks.cut('repetition', unobstructed)];
  }
  const cuts: Cut[] = [];
  const byLength = walks.best({ obstacles: new Set(), length: true });
  if (byLength) {
    cuts.push(walks.cut('length', byLength));
  }
  for (const cause of STEP_CAUSES) {
    const walk = walks.best({ obstacles: new Set([cause]), length: false });
    if (walk) {
      cuts.push(walks.cut(cause, walk));
    }
  }
  return cuts.length > 0 ? cuts : [walks.cut('together', everything)];
}

/** Whether one of the types threatens one of the assets that are asked for; so it does where there is no asset. */
function isThreatened({ assets }: Model, { to, types }: ChainOptions): boolean {
  const asked = [...assets.values()].filter(({ id }) => to === undefined || to.has(id));
  return (
    asked.length === 0 ||
    asked.some(({ stride }) => stride === undefined || types.some((type) => stride.includes(type)))
  );
}

/** The causes without which, one at a time, there is a chain. */
function chainCuts(model: Model, options: ChainOptions, walks: WalkFinder, control: ComputeControl): Cut[] {
  const chainWithout = (cause: 'length' | StepObstacle): Chain | undefined =>
    cause === 'length'
      ? bestChain(model, { ...options, maxLength: Number.POSITIVE_INFINITY }, control)
      : bestChain(relaxedModel(model, cause), options, control);
  return (['length', ...STEP_CAUSES] as const).flatMap((cause) => {
    const chain = chainWithout(cause);
    return chain ? [walks.cut(cause, walks.walkOf(chain))] : [];
  });
}

interface TypedWalk {
  readonly type: StrideType;
  readonly steps: readonly WalkStep[];
}

/** Searches walks for all types of the options. */
class WalkFinder {
  private readonly graph: ChainGraph;
  private readonly external: ReadonlySet<string>;

  constructor(
    model: Model,
    private readonly options: ChainOptions,
  ) {
    const components = [...model.components.values()];
    this.external = new Set(components.filter(({ external }) => external).map(({ name }) => name));
    const inScope = components.map((component): [string, Component] => [
      component.name,
      { ...component, external: false },
    ]);
    this.graph = compile({ ...model, components: new Map(inScope) }, options);
  }

  /** The walk with fewest obstacles over all types. */
  best(relaxation: Relaxation): TypedWalk | undefined {
    let best: TypedWalk | undefined;
    for (const type of this.graph.types) {
      const steps = findWalk(this.graph, this.external, this.options, type, relaxation);
      if (steps && (best === undefined || countObstacles(steps) < countObstacles(best.steps))) {
        best = { type, steps };
      }
    }
    return best;
  }

  /** A chain of the relaxed model with what stands in its way. */
  walkOf({ path, type }: Chain): TypedWalk {
    const { graph, external, options } = this;
    return { type, steps: pathObstacles(graph, external, options, type, relationNumbers(graph, path)) };
  }

  cut(cause: CutCause, { type, steps }: TypedWalk): Cut {
    const length = 2 * steps.length - 1;
    const tooLong = steps.length > maxComponents(this.options.maxLength);
    return {
      cause,
      type,
      relations: steps
        .filter(({ obstacles }) => obstacles.length > 0)
        .map(({ relation, obstacles }) => ({
          component: this.graph.components[this.graph.relationComponent[relation] as number]?.name ?? '',
          interface: this.graph.interfaces[this.graph.relationInterface[relation] as number] ?? '',
          obstacles,
        })),
      length: tooLong ? length : undefined,
    };
  }
}

function countObstacles(steps: readonly WalkStep[]): number {
  return steps.reduce((sum, { obstacles }) => sum + obstacles.length, 0);
}
