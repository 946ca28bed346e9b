import type { ChainGraph } from './compile';
import { mayDetour } from './detours';

/** State of a walk that need not be followed any further. */
export const DEAD = -1;

/** What walks follow. States are numbers from 0 on; types are masks. */
export interface WalkRules {
  /** Relations by which walks begin, and the types with which they do. */
  readonly start: Iterable<readonly [relation: number, types: number]>;
  /** Most components on a walk. */
  readonly depth: number;
  /** State after entering a component (from 0, where the walk begins), or DEAD. */
  readonly next: (state: number, component: number) => number;
  /** Called for every relation that is entered in a state with types it was not entered with before; true stops. */
  readonly visit: (relation: number, state: number, types: number) => boolean;
  /** Types that are left when a walk goes on after entering through a relation. */
  readonly pass: (relation: number) => number;
}

/**
 * Follows all walks; true if a visit has stopped the search. Walks may meet a node again, so where there is none
 * there is no chain either. Breadth first, and every relation is entered at most twice per state and type: linear in
 * the graph, however many components share an interface.
 */
export function followWalks(graph: ChainGraph, rules: WalkRules): boolean {
  const places = graph.relationComponent.length + 1;
  const entered = new Map<number, number>();
  const exits = new TwoSources(places);
  const crossings = new TwoSources(places);
  let layer = new Map<number, Visit>();
  /** Enters; true if the visit stops the search. */
  const enter = (relation: number, before: number, types: number, next: Map<number, Visit>): boolean => {
    const state = rules.next(before, graph.relationComponent[relation] as number);
    if (state === DEAD) {
      return false;
    }
    const key = state * places + relation;
    const known = entered.get(key) ?? 0;
    const fresh = types & ~known;
    if (fresh === 0) {
      return false;
    }
    entered.set(key, known | fresh);
    if (rules.visit(relation, state, fresh)) {
      return true;
    }
    const going = fresh & rules.pass(relation);
    if (going !== 0) {
      next.set(key, { relation, state, types: going | (next.get(key)?.types ?? 0) });
    }
    return false;
  };
  for (const [relation, types] of rules.start) {
    if (enter(relation, 0, types, layer)) {
      return true;
    }
  }
  for (let depth = 2; depth <= rules.depth && layer.size > 0; depth++) {
    const next = new Map<number, Visit>();
    for (const { relation, state, types } of layer.values()) {
      const component = graph.relationComponent[relation] as number;
      // A component is left by any relation but the one it was entered by; once two have led into it, by all.
      // Where a detour may lead on, the one it was entered by is no exception.
      const closed = mayDetour(graph, relation) ? graph.relationCount : relation;
      for (const leaving of exits.add(component, state, closed, types)) {
        for (const exit of exitsOf(graph, component, leaving.first, closed)) {
          const through = graph.relationInterface[exit] as number;
          // An interface leads to any component but the one it is reached from; once two have reached it, to all.
          for (const crossing of crossings.add(through, state, component, leaving.types)) {
            for (const target of targetsOf(graph, through, crossing.first, component)) {
              if (enter(target, state, crossing.types, next)) {
                return true;
              }
            }
          }
        }
      }
    }
    layer = next;
  }
  return false;
}

interface Visit {
  readonly relation: number;
  readonly state: number;
  readonly types: number;
}

/** All exits of a component but the one it was entered by; for a second way in, the exit that the first one lacked. */
function* exitsOf(
  graph: ChainGraph,
  component: number,
  first: number | undefined,
  closed: number,
): Generator<number> {
  if (first !== undefined) {
    // A step of an entry's `into` lacks none: it is no relation of the component's own. So does one that may be a detour.
    if (first < graph.relationCount) {
      yield first;
    }
    return;
  }
  const end = graph.componentStart[component + 1] as number;
  for (let i = graph.componentStart[component] as number; i < end; i++) {
    const exit = graph.componentRelations[i] as number;
    if (exit !== closed) {
      yield exit;
    }
  }
}

/** All relations of an interface but that of the component left; for a second one, that of the first. */
function* targetsOf(
  graph: ChainGraph,
  through: number,
  first: number | undefined,
  component: number,
): Generator<number> {
  const end = graph.interfaceStart[through + 1] as number;
  for (let relation = graph.interfaceStart[through] as number; relation < end; relation++) {
    const target = graph.relationComponent[relation] as number;
    if (first === undefined ? target !== component : target === first) {
      yield relation;
    }
  }
}

/** What a source brings to a place. */
interface Contribution {
  readonly types: number;
  /** Undefined if it is the first source of these types; else the first, to which only a second one brings them. */
  readonly first: number | undefined;
}

/** Remembers by place and state which sources have brought which types; a third source brings nothing new. */
class TwoSources {
  private readonly firsts = new Map<number, { readonly source: number; readonly types: number }[]>();
  private readonly done = new Map<number, number>();

  constructor(private readonly places: number) {}

  add(place: number, state: number, source: number, types: number): Contribution[] {
    const key = state * this.places + place;
    let done = this.done.get(key) ?? 0;
    let open = types & ~done;
    if (open === 0) {
      return [];
    }
    const contributions: Contribution[] = [];
    const firsts = this.firsts.get(key) ?? [];
    for (const first of firsts) {
      const shared = open & first.types;
      open &= ~shared;
      if (shared !== 0 && first.source !== source) {
        done |= shared;
        contributions.push({ types: shared, first: first.source });
      }
    }
    if (open !== 0) {
      this.firsts.set(key, [...firsts, { source, types: open }]);
      contributions.push({ types: open, first: undefined });
    }
    this.done.set(key, done);
    return contributions;
  }
}
