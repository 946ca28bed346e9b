import type { StrideType } from '../formats/stride';
import type { Component, Filter } from '../model/model';
import { bannedSequences } from './bannedSequences';
import type { ChainGraph } from './compile';
import { accepts, BANNED, type SequenceElement } from './filterAutomaton';

/**
 * An attack that a filter hides because no chain passes a component twice: `from` may not reach `to` through `hub`, but it
 * may reach `over` through it, and `over` may reach `to` through it.
 */
export interface HiddenPivot {
  readonly from: string;
  readonly hub: string;
  readonly over: string;
  readonly to: string;
}

/** Most ways through hubs that are tried per filter. A count, so that results repeat. */
const MOST_TRIED = 200_000;

/**
 * Finds pivots that single filters hide; of filters that ban up to three components in a row, so that what lay before
 * does not matter. What is not rated counts as open, what is rated as not possible for every type does not.
 */
export class HiddenPivots {
  private readonly numberOf: ReadonlyMap<string, number>;
  private readonly known = new Map<number, ReadonlySet<number>>();

  /**
   * @param graph of the model with its filters
   * @param types that relations can be entered for
   */
  constructor(
    private readonly graph: ChainGraph,
    private readonly types: readonly StrideType[],
  ) {
    this.numberOf = new Map(graph.components.map(({ name }, number) => [name, number]));
  }

  /** The first pivot that a filter hides. */
  find(filter: Filter): HiddenPivot | undefined {
    const { virtual } = this.graph;
    const [sequence] = bannedSequences([filter], this.numberOf, virtual);
    const last = sequence?.elements.at(-1);
    if (!sequence || !last) {
      return undefined;
    }
    let tried = 0;
    for (const [from, hub] of this.waysIn(sequence.elements)) {
      const near = [...this.neighbours(hub)].filter((one) => one !== from && virtual[one] === 0);
      tried += near.length;
      if (tried > MOST_TRIED) {
        return undefined;
      }
      const barred = near.filter((to) => accepts(last, to, virtual) && this.isHidden(from, hub, to));
      const open = barred.length > 0 ? near.filter((over) => this.isOpen(from, hub, over)) : [];
      for (const to of barred) {
        for (const over of open) {
          if (++tried > MOST_TRIED) {
            return undefined;
          }
          if (this.isOpen(from, hub, over, hub, to) && !this.hasOtherWay(from, hub, over, to)) {
            const name = (component: number): string => this.graph.components[component]?.name ?? '';
            return { from: name(from), hub: name(hub), over: name(over), to: name(to) };
          }
        }
      }
    }
    return undefined;
  }

  /** Where a sequence may have its places before the last: a component, and the hub that it leads to. */
  private *waysIn(elements: readonly SequenceElement[]): Generator<readonly [from: number, hub: number]> {
    const { virtual } = this.graph;
    const [before, middle] = elements;
    if (elements.length === 3 && before && middle) {
      for (const hub of this.places(middle, elements)) {
        for (const from of this.neighbours(hub)) {
          if (virtual[from] === 0 && accepts(before, from, virtual)) {
            yield [from, hub];
          }
        }
      }
    } else if (elements.length === 2 && before) {
      // Virtual components are left out of the comparison, so that one of them may be the hub.
      for (const from of this.places(before, elements)) {
        for (const hub of this.neighbours(from)) {
          if (virtual[hub] === 1) {
            yield [from, hub];
          }
        }
      }
    }
  }

  /** Components for a place; where it takes any, those near what the other places name. */
  private places(place: SequenceElement, elements: readonly SequenceElement[]): readonly number[] {
    if (place.kind === 'component') {
      return [place.component];
    }
    const named = elements.flatMap((one) => (one.kind === 'component' ? [one.component] : []));
    const near = new Set(named.flatMap((one) => [...this.neighbours(one)]));
    return [...near].filter((one) => accepts(place, one, this.graph.virtual));
  }

  /** Whether a way is banned, and there is none past the hub. */
  private isHidden(from: number, hub: number, to: number): boolean {
    return this.isBanned(from, hub, to) && (!this.neighbours(from).has(to) || this.isBanned(from, to));
  }

  /** Whether a way is neither banned nor rated as not possible. */
  private isOpen(...components: readonly number[]): boolean {
    return (
      !this.isBanned(...components) &&
      components.every((component, index) => {
        const before = components[index - 1];
        return before === undefined || this.canEnter(component, before);
      })
    );
  }

  /** Whether a component can be entered from another by any relation, for any type. */
  private canEnter(component: number, before: number): boolean {
    const { components, virtual } = this.graph;
    const entered = components[component] as Component;
    const left = components[before] as Component;
    return (
      virtual[component] === 1 ||
      [...entered.relations].some(
        ([name, { ratings }]) =>
          left.relations.has(name) && this.types.some((type) => (ratings[type]?.score ?? 1) > 0),
      )
    );
  }

  /** Whether a walk leads on from the pivot past the hub. */
  private hasOtherWay(from: number, hub: number, over: number, to: number): boolean {
    const { filters } = this.graph;
    const seen = new Set<string>();
    const next = [[over, this.stateAfter(from, hub, over)] as const];
    for (const [component, state] of next) {
      for (const neighbour of this.neighbours(component)) {
        const entered = filters?.next(state, neighbour) ?? 0;
        const key = `${neighbour} ${entered}`;
        if (neighbour === from || neighbour === hub || entered === BANNED || seen.has(key)) {
          continue;
        }
        if (neighbour === to) {
          return true;
        }
        seen.add(key);
        next.push([neighbour, entered]);
      }
    }
    return false;
  }

  private isBanned(...components: readonly number[]): boolean {
    return this.stateAfter(...components) === BANNED;
  }

  private stateAfter(...components: readonly number[]): number {
    const { filters } = this.graph;
    return components.reduce(
      (state, component) => (state === BANNED ? BANNED : (filters?.next(state, component) ?? 0)),
      0,
    );
  }

  /** Other components that share an interface with one, in the order of numbers. */
  private neighbours(component: number): ReadonlySet<number> {
    const known = this.known.get(component);
    if (known) {
      return known;
    }
    const { componentStart, componentRelations, relationInterface, interfaceStart, relationComponent } =
      this.graph;
    const found: number[] = [];
    for (let i = componentStart[component] as number; i < (componentStart[component + 1] as number); i++) {
      const through = relationInterface[componentRelations[i] as number] as number;
      const end = interfaceStart[through + 1] as number;
      for (let relation = interfaceStart[through] as number; relation < end; relation++) {
        found.push(relationComponent[relation] as number);
      }
    }
    const list = new Set(found.sort((a, b) => a - b));
    list.delete(component);
    this.known.set(component, list);
    return list;
  }
}
