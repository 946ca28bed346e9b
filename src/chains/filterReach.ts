import type { Filter } from '../model/model';
import { ANY_COMPONENT, bannedSequences } from './bannedSequences';
import type { ChainGraph } from './compile';
import { accepts, type SequenceElement } from './filterAutomaton';
import { type ChainOptions, maxComponents } from './options';
import { computeReach } from './reach';
import { stepRules } from './steps';
import { DEAD, followWalks } from './walkSearch';

/**
 * Tells of single filters whether they can match. Every filter is judged without the others, but for the detours that
 * they open.
 */
export class FilterReach {
  private readonly numberOf: ReadonlyMap<string, number>;

  constructor(private readonly graph: ChainGraph) {
    this.numberOf = new Map(graph.components.map(({ name }, number) => [name, number]));
  }

  /** Whether any walk through the graph matches a filter, wherever it begins and however it is rated. */
  matchesWalk(filter: Filter): boolean {
    return this.matches(filter, Number.POSITIVE_INFINITY, {
      from: () => 1,
      pass: () => 1,
      open: () => true,
    });
  }

  /** A test whether any rated walk from an entry point to a target, within the length, matches a filter. */
  ratedWalkTest(options: Pick<ChainOptions, 'maxLength' | 'stepRule'>): (filter: Filter) => boolean {
    const { graph } = this;
    const rules = stepRules(graph, options);
    const depth = maxComponents(options.maxLength);
    const { ahead } = computeReach(graph, rules, Math.max(0, depth - 1));
    const reachable = ahead[ahead.length - 1] as Uint8Array;
    const allTypes = (1 << graph.types.length) - 1;
    const from = new Uint8Array(graph.relationComponent.length);
    const pass = (relation: number): number => rules.pass[relation] as number;
    followWalks(graph, {
      start: Array.from(graph.entryRelations, (relation) => [relation, allTypes] as const),
      depth,
      next: () => 0,
      visit: (relation, _, types) => {
        from[relation] = (from[relation] as number) | types;
        return false;
      },
      pass,
    });
    const open = (relation: number, types: number): boolean =>
      (types & ((rules.final[relation] as number) | (pass(relation) & (reachable[relation] as number)))) !==
      0;
    const common = {
      from: (relation: number) => from[relation] as number,
      pass,
      open,
      relations: from.length,
    };
    return (filter) => this.matches(filter, depth, common);
  }

  private matches(
    filter: Filter,
    depth: number,
    walk: {
      readonly from: (relation: number) => number;
      readonly pass: (relation: number) => number;
      /** Whether a walk that has matched on entering a relation counts. */
      readonly open: (relation: number, types: number) => boolean;
    },
  ): boolean {
    const { graph } = this;
    const [sequence] = bannedSequences([filter], this.numberOf, graph.virtual);
    if (!sequence) {
      return false;
    }
    const { elements, withVirtual } = sequence;
    const types = (relation: number): readonly [number, number] => [relation, walk.from(relation)];
    // The state is the number of places matched: walks begin wherever the first place may match, and nowhere else.
    return followWalks(graph, {
      start: Array.from(this.relationsInto(elements), types).filter(([, mask]) => mask !== 0),
      depth,
      next: (matched, component) => {
        const element = elements[matched];
        if (!element) {
          return DEAD;
        }
        if (!withVirtual && graph.virtual[component] === 1) {
          return matched > 0 ? matched : DEAD;
        }
        return accepts(element, component, graph.virtual) ? matched + 1 : DEAD;
      },
      visit: (relation, matched, mask) => matched === elements.length && walk.open(relation, mask),
      pass: walk.pass,
    });
  }

  /** The relations, steps of `into` included, by which walks may begin that match a sequence from their start on. */
  private *relationsInto(elements: readonly SequenceElement[]): Generator<number> {
    const { graph } = this;
    const steps = elements.findIndex(({ kind }) => kind === 'component');
    const named = elements[steps];
    if (named?.kind !== 'component') {
      yield* graph.relationComponent.keys();
      return;
    }
    const near = this.componentsNear(named.component, steps);
    for (const component of near) {
      const end = graph.componentStart[component + 1] as number;
      for (let i = graph.componentStart[component] as number; i < end; i++) {
        yield graph.componentRelations[i] as number;
      }
    }
    for (let relation = graph.relationCount; relation < graph.relationComponent.length; relation++) {
      if (near.has(graph.relationComponent[relation] as number)) {
        yield relation;
      }
    }
  }

  /** Components from which another is at most so many steps away; entering a Virtual one counts as none. */
  private componentsNear(component: number, steps: number): Set<number> {
    const { graph } = this;
    const near = new Set([component]);
    let layer = [component];
    for (let step = 0; step < steps && layer.length > 0; step++) {
      const next: number[] = [];
      // The list grows while it is read: Virtual components are passed within the same step.
      for (const from of layer) {
        for (const neighbour of neighbours(graph, from)) {
          if (!near.has(neighbour)) {
            near.add(neighbour);
            (graph.virtual[neighbour] === 1 ? layer : next).push(neighbour);
          }
        }
      }
      layer = next;
    }
    return near;
  }
}

function* neighbours(graph: ChainGraph, component: number): Generator<number> {
  const end = graph.componentStart[component + 1] as number;
  for (let i = graph.componentStart[component] as number; i < end; i++) {
    const through = graph.relationInterface[graph.componentRelations[i] as number] as number;
    const last = graph.interfaceStart[through + 1] as number;
    for (let relation = graph.interfaceStart[through] as number; relation < last; relation++) {
      yield graph.relationComponent[relation] as number;
    }
  }
}

/** Names of the components without which a filter cannot match. */
export function filterComponents(filter: Filter): string[] {
  switch (filter.kind) {
    case 'banned':
      return filter.sequence.filter((name) => name !== ANY_COMPONENT);
    case 'oneWay':
      return [filter.from, filter.to];
    case 'only':
      return [filter.from, filter.via];
  }
}
