import { chainRating } from '../chains/chain';
import type { ChainSet } from '../chains/chainSet';
import { relationFigures, type TouchCounts } from '../chains/relationFigures';
import type { SceneFigure } from './scene';

/** Figures of a computation for what a scene draws. Where no kept chain goes there is none. */
export interface SceneFigures {
  /** Whether all chains are counted in them. */
  readonly whole: boolean;
  /** By component name. */
  readonly components: ReadonlyMap<string, SceneFigure>;
  /** By interface name. */
  readonly interfaces: ReadonlyMap<string, SceneFigure>;
  /** By component name, then interface name. */
  readonly relations: ReadonlyMap<string, ReadonlyMap<string, SceneFigure>>;
}

/** Counts the kept chains of a set for a scene. */
export function sceneFigures(set: ChainSet): SceneFigures {
  const { graph } = set;
  const figures = relationFigures(set);
  const figure = ({ chains, worst }: TouchCounts, index: number): SceneFigure | undefined => {
    const position = worst[index] as number;
    if (position < 0) {
      return undefined;
    }
    const probability = set.probability(position);
    const rating = chainRating(probability, set.model.settings.thresholds);
    return { chains: chains[index] as number, worst: probability, rating };
  };
  const byName = (counts: TouchCounts, nameOf: (index: number) => string): Map<string, SceneFigure> => {
    const named = new Map<string, SceneFigure>();
    for (let index = 0; index < counts.chains.length; index++) {
      const found = figure(counts, index);
      if (found) {
        named.set(nameOf(index), found);
      }
    }
    return named;
  };
  const relations = new Map<string, Map<string, SceneFigure>>();
  for (let relation = 0; relation < graph.relationCount; relation++) {
    const found = figure(figures.relations, relation);
    if (found) {
      const { component, interface: name } = set.step(relation);
      const ofComponent = relations.get(component) ?? new Map<string, SceneFigure>();
      relations.set(component, ofComponent.set(name, found));
    }
  }
  return {
    whole: set.isWhole,
    components: byName(figures.components, (index) => graph.components[index]?.name ?? ''),
    interfaces: byName(figures.interfaces, (index) => graph.interfaces[index] ?? ''),
    relations,
  };
}
