import type { StrideType } from '../formats/stride';
import type { Rating } from '../model/model';
import type { ChainGraph } from './compile';
import { BANNED } from './filterAutomaton';
import { type ChainOptions, maxComponents } from './options';

/** What can stand in the way of a chain at one step. */
export type StepObstacle = 'EXT' | 'filter' | 'none' | 'missing-rating';

/** A step of a walk: its relation in the graph and what stands in its way. */
export interface WalkStep {
  readonly relation: number;
  readonly obstacles: readonly StepObstacle[];
}

/** What a search for a walk may overlook. */
export interface Relaxation {
  readonly obstacles: ReadonlySet<StepObstacle>;
  readonly length: boolean;
}

interface Visit extends WalkStep {
  readonly state: number;
  readonly cost: number;
  readonly before: Visit | undefined;
}

/**
 * A walk from the entry points of a graph to its targets for one type, with as few obstacles as possible and
 * then as few steps. A walk may meet a node again, so where there is none there is no chain either.
 * @param graph compiled with the EXT components in it
 * @param external names of the EXT components
 */
export function findWalk(
  graph: ChainGraph,
  external: ReadonlySet<string>,
  options: Pick<ChainOptions, 'maxLength' | 'stepRule'>,
  type: StrideType,
  relaxation: Relaxation,
): WalkStep[] | undefined {
  const obstaclesAt = new StepObstacles(graph, external, options.stepRule === 'elevation' ? 'E' : type, type);
  const depthLimit = relaxation.length ? Number.POSITIVE_INFINITY : maxComponents(options.maxLength);
  const cheapest = new Map<string, number>();
  let best: Visit | undefined;
  let layer: Visit[] = [];
  const enter = (relation: number, before: Visit | undefined, next: Visit[]): void => {
    const component = graph.relationComponent[relation] as number;
    const entered = graph.filters?.next(before?.state ?? 0, component) ?? 0;
    const banned = entered === BANNED;
    const visit = (obstacles: readonly StepObstacle[]): Visit | undefined => {
      const all = banned ? [...obstacles, 'filter' as const] : obstacles;
      return all.every((obstacle) => relaxation.obstacles.has(obstacle))
        ? {
            relation,
            obstacles: all,
            state: banned ? 0 : entered,
            cost: (before?.cost ?? 0) + all.length,
            before,
          }
        : undefined;
    };
    const ending = obstaclesAt.holdsTarget(relation) ? visit(obstaclesAt.ending(relation)) : undefined;
    if (ending && (best === undefined || ending.cost < best.cost)) {
      best = ending;
    }
    const passing = visit(obstaclesAt.passing(relation));
    if (passing && (best === undefined || passing.cost < best.cost)) {
      const key = `${relation} ${passing.state}`;
      const known = cheapest.get(key);
      if (known === undefined || passing.cost < known) {
        cheapest.set(key, passing.cost);
        next.push(passing);
      }
    }
  };
  for (const entry of graph.entryRelations) {
    enter(entry, undefined, layer);
  }
  for (let depth = 1; depth < depthLimit && layer.length > 0; depth++) {
    const next: Visit[] = [];
    for (const visit of layer) {
      for (const relation of nextRelations(graph, visit.relation)) {
        enter(relation, visit, next);
      }
    }
    layer = next;
  }
  return best && stepsOf(best);
}

function stepsOf(visit: Visit): WalkStep[] {
  const steps: WalkStep[] = [];
  for (let at: Visit | undefined = visit; at; at = at.before) {
    steps.push({ relation: at.relation, obstacles: at.obstacles });
  }
  return steps.reverse();
}

/** Relations by which other components can be entered after `relation`. */
function* nextRelations(graph: ChainGraph, relation: number): Generator<number> {
  const component = graph.relationComponent[relation] as number;
  for (
    let i = graph.componentStart[component] as number;
    i < (graph.componentStart[component + 1] as number);
    i++
  ) {
    const exit = graph.componentRelations[i] as number;
    const through = graph.relationInterface[exit] as number;
    if (exit !== relation) {
      const end = graph.interfaceStart[through + 1] as number;
      for (let next = graph.interfaceStart[through] as number; next < end; next++) {
        if (graph.relationComponent[next] !== component) {
          yield next;
        }
      }
    }
  }
}

/** What stands in the way of a step, by relation. */
class StepObstacles {
  constructor(
    private readonly graph: ChainGraph,
    private readonly external: ReadonlySet<string>,
    private readonly passingType: StrideType,
    private readonly endingType: StrideType,
  ) {}

  holdsTarget(relation: number): boolean {
    const component = this.graph.relationComponent[relation] as number;
    const { componentTypes, types, virtual } = this.graph;
    const bit = 1 << types.indexOf(this.endingType);
    return virtual[component] === 0 && ((componentTypes[component] as number) & bit) !== 0;
  }

  passing(relation: number): StepObstacle[] {
    return this.of(relation, this.passingType);
  }

  ending(relation: number): StepObstacle[] {
    return this.of(relation, this.endingType);
  }

  private of(relation: number, type: StrideType): StepObstacle[] {
    const component = this.graph.components[this.graph.relationComponent[relation] as number];
    const name = this.graph.interfaces[this.graph.relationInterface[relation] as number] ?? '';
    if (component === undefined) {
      return [];
    }
    const scope: StepObstacle[] = this.external.has(component.name) ? ['EXT'] : [];
    return component.virtual
      ? scope
      : [...scope, ...ratingObstacles(component.relations.get(name)?.ratings[type])];
  }
}

function ratingObstacles(rating: Rating | undefined): StepObstacle[] {
  if (rating === undefined) {
    return ['missing-rating'];
  }
  return rating.score > 0 ? [] : ['none'];
}
