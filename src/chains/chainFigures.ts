import { type ChainRating, chainRating } from './chain';
import type { ChainSet } from './chainSet';

/** How many of the kept chains touch something, and the worst of them. */
export interface ChainFigure {
  readonly chains: number;
  /** P of the worst chain. */
  readonly worst: number;
  readonly rating: ChainRating;
  /** Position of the worst chain. */
  readonly position: number;
}

/** Figures of a computation by what its chains touch. */
export interface ChainFigures {
  /** By component name: chains that enter it. Virtual components too. */
  readonly components: ReadonlyMap<string, ChainFigure>;
  /** By asset id: chains that end at it. */
  readonly assets: ReadonlyMap<string, ChainFigure>;
  /** By interface name: chains that begin there. */
  readonly entries: ReadonlyMap<string, ChainFigure>;
}

/** Counts the kept chains of a set by component, asset and entry. */
export function chainFigures(chains: ChainSet): ChainFigures {
  const { graph } = chains;
  const components = new FigureCounter(graph.components.length);
  const assets = new FigureCounter(graph.assets.length);
  const entries = new FigureCounter(graph.interfaces.length);
  // With `uniqueness: relationships` a chain can enter a component twice; it counts once.
  const lastChain = new Int32Array(graph.components.length).fill(-1);
  for (let position = 0; position < chains.size; position++) {
    assets.add(chains.assetNumber(position), position);
    chains.forEachRelation(position, (relation, isFirst) => {
      const component = graph.relationComponent[relation] as number;
      if (lastChain[component] !== position) {
        lastChain[component] = position;
        components.add(component, position);
      }
      if (isFirst) {
        entries.add(graph.relationInterface[relation] as number, position);
      }
    });
  }
  return {
    components: components.figures(chains, (index) => graph.components[index]?.name ?? ''),
    assets: assets.figures(chains, (index) => graph.assets[index]?.id ?? ''),
    entries: entries.figures(chains, (index) => graph.interfaces[index] ?? ''),
  };
}

class FigureCounter {
  private readonly counts: Int32Array;
  private readonly worst: Int32Array;

  constructor(size: number) {
    this.counts = new Int32Array(size);
    this.worst = new Int32Array(size);
  }

  /** Counts a chain; positions must not fall, so that the first is the worst. */
  add(index: number, position: number): void {
    const count = this.counts[index] as number;
    if (count === 0) {
      this.worst[index] = position;
    }
    this.counts[index] = count + 1;
  }

  figures(chains: ChainSet, nameOf: (index: number) => string): Map<string, ChainFigure> {
    const figures = new Map<string, ChainFigure>();
    for (const [index, count] of this.counts.entries()) {
      if (count > 0) {
        const position = this.worst[index] as number;
        const worst = chains.probability(position);
        const rating = chainRating(worst, chains.model.settings.thresholds);
        figures.set(nameOf(index), { chains: count, worst, rating, position });
      }
    }
    return figures;
  }
}
