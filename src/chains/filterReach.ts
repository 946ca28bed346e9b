import type { Filter } from '../model/model';
import { ANY_COMPONENT, bannedSequences } from './bannedSequences';
import type { ChainGraph } from './compile';
import { BANNED, FilterAutomaton } from './filterAutomaton';
import { type ChainOptions, maxComponents } from './options';
import { computeReach } from './reach';
import { stepRules } from './steps';
import { DEAD, followWalks } from './walkSearch';

/**
 * Tells of single filters whether they can match. Every filter is judged without the others.
 */
export class FilterReach {
  private readonly numberOf: ReadonlyMap<string, number>;

  /** @param graph of the model without its filters */
  constructor(private readonly graph: ChainGraph) {
    this.numberOf = new Map(graph.components.map(({ name }, number) => [name, number]));
  }

  /** Whether any walk through the graph matches a filter, wherever it begins and however it is rated. */
  matchesWalk(filter: Filter): boolean {
    const { relationComponent } = this.graph;
    return this.matches(filter, Number.POSITIVE_INFINITY, {
      from: () => 1,
      pass: () => 1,
      open: () => true,
      relations: relationComponent.length,
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
      readonly relations: number;
    },
  ): boolean {
    const { graph } = this;
    const [sequence] = bannedSequences([filter], this.numberOf, graph.virtual);
    if (!sequence) {
      return false;
    }
    const automaton = new FilterAutomaton([sequence], graph.virtual);
    const start: (readonly [number, number])[] = [];
    for (let relation = 0; relation < walk.relations; relation++) {
      const types = walk.from(relation);
      if (
        types !== 0 &&
        automaton.next(automaton.start, graph.relationComponent[relation] as number) !== automaton.start
      ) {
        start.push([relation, types]);
      }
    }
    // Walks that have matched nothing yet need not be followed: others begin wherever the first place can match.
    return followWalks(graph, {
      start,
      depth,
      next: (state, component) => {
        if (state === MATCHED) {
          return DEAD;
        }
        const next = automaton.next(state === BEGIN ? automaton.start : state - MATCHED, component);
        if (next === BANNED) {
          return MATCHED;
        }
        return next === automaton.start ? DEAD : next + MATCHED;
      },
      visit: (relation, state, types) => state === MATCHED && walk.open(relation, types),
      pass: walk.pass,
    });
  }
}

/** State in which walks begin. */
const BEGIN = 0;
/** State of a walk that has matched the filter; those of the automaton follow. */
const MATCHED = 1;

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
