import type { StrideType } from '../formats/stride';
import type { Asset, Component, Model } from '../model/model';
import type { AdvisedLength } from './advisedLength';
import { type Chain, type ChainStep, chainRating, chainRisk } from './chain';
import { chainId } from './chainId';
import type { ChainStore, PathTree } from './chainStore';
import type { ChainGraph } from './compile';
import type { ChainCounts } from './counts';
import type { ChainOptions } from './options';

/**
 * The chains of a model in rank order. They live in typed arrays; a `Chain` is made when it is asked for.
 * Positions count from 0, best first.
 */
export class ChainSet {
  constructor(
    readonly model: Model,
    readonly options: ChainOptions,
    readonly graph: ChainGraph,
    private readonly store: ChainStore,
    readonly counts: ChainCounts,
    /** Which maximum length the chains with a P that counts need. */
    readonly advice: AdvisedLength,
    /** False after a cancel or a search that gave up: then the chains may not be the best. */
    readonly complete: boolean,
  ) {}

  /** Whether all chains there are are kept, so that what is on none of them is on no chain. */
  get isWhole(): boolean {
    return this.complete && !this.counts.totalIsLowerBound && this.size >= this.counts.total;
  }

  /** Number of chains that are kept. */
  get size(): number {
    return this.store.chainCount;
  }

  /** The chains as arrays by position, and the tree of their paths. */
  get paths(): PathTree {
    return this.store;
  }

  probability(position: number): number {
    return this.store.chainProbability[position] as number;
  }

  type(position: number): StrideType {
    return this.graph.types[(this.store.chainTarget[position] as number) & 7] as StrideType;
  }

  /** Number of the asset in `graph.assets`. */
  assetNumber(position: number): number {
    return (this.store.chainTarget[position] as number) >> 3;
  }

  asset(position: number): Asset {
    return this.graph.assets[this.assetNumber(position)] as Asset;
  }

  /** P x asset rating / 5, if the model has a weight and the asset a rating for it. */
  risk(position: number): number | undefined {
    return chainRisk(this.probability(position), this.asset(position), this.model.settings.weight);
  }

  /** Number of components on the path, Virtual ones included. */
  componentCount(position: number): number {
    return this.relationNumbers(position).length;
  }

  /** Relations crossed in the attack direction, entry first, as numbers of the graph (`into` steps resolved). */
  relationNumbers(position: number): number[] {
    const numbers: number[] = [];
    const { nodeParent, nodeRelation } = this.store;
    for (let node = this.store.chainNode[position] as number; node >= 0; node = nodeParent[node] as number) {
      numbers.push(this.graph.ratedBy[nodeRelation[node] as number] as number);
    }
    return numbers.reverse();
  }

  /**
   * Calls back for every relation a chain crosses, target first, without allocating.
   * @param visit gets the relation's number and whether it is the entry's
   */
  forEachRelation(position: number, visit: (relation: number, isFirst: boolean) => void): void {
    const { nodeParent, nodeRelation } = this.store;
    let node = this.store.chainNode[position] as number;
    while (node >= 0) {
      const parent = nodeParent[node] as number;
      visit(this.graph.ratedBy[nodeRelation[node] as number] as number, parent < 0);
      node = parent;
    }
  }

  /** Number of the relation by which a chain enters its target. */
  lastRelation(position: number): number {
    const node = this.store.chainNode[position] as number;
    return this.graph.ratedBy[this.store.nodeRelation[node] as number] as number;
  }

  /** Names of a relation, by its number in the graph. */
  step(relation: number): { readonly interface: string; readonly component: string } {
    return { interface: this.interfaceName(relation), component: this.component(relation).name };
  }

  /** Whether a relation enters a Virtual component. */
  isVirtualStep(relation: number): boolean {
    return this.component(relation).virtual;
  }

  /** Interfaces and components in turn, entry first. */
  path(position: number): string[] {
    return this.relationNumbers(position).flatMap((relation) => [
      this.interfaceName(relation),
      this.component(relation).name,
    ]);
  }

  /** The whole chain. @throws RangeError if there is no such position */
  chain(position: number): Chain {
    if (!(position >= 0 && position < this.size)) {
      throw new RangeError(`There is no chain at position ${position}; ${this.size} are kept`);
    }
    const relations = this.relationNumbers(position);
    const path = this.path(position);
    const type = this.type(position);
    const asset = this.asset(position);
    const entry = path[0] as string;
    const entryInterface = this.model.interfaces.get(entry);
    const probability = this.probability(position);
    return {
      id: chainId(path, asset.id, type),
      type,
      entry,
      path,
      asset,
      target: this.component(relations[relations.length - 1] as number),
      steps: this.steps(relations, type),
      probability,
      rating: chainRating(probability, this.model.settings.thresholds),
      risk: this.risk(position),
      attackers: entryInterface?.attackers ?? [],
      periods: entryInterface?.periods ?? [],
    };
  }

  /** The chains from one position up to another, exclusive; to the end without it. */
  *chains(from = 0, to = this.size): Generator<Chain> {
    for (let position = from; position < Math.min(to, this.size); position++) {
      yield this.chain(position);
    }
  }

  private steps(relations: readonly number[], type: StrideType): ChainStep[] {
    const last = relations.length - 1;
    return relations.flatMap((number, index) => {
      const component = this.component(number);
      const name = this.interfaceName(number);
      const relation = component.relations.get(name);
      const ratedType = this.options.stepRule === 'elevation' && index < last ? 'E' : type;
      const rating = relation?.ratings[ratedType];
      return component.virtual || relation === undefined || rating === undefined
        ? []
        : [{ interface: name, component, relation, ratedType, rating }];
    });
  }

  private component(relation: number): Component {
    return this.graph.components[this.graph.relationComponent[relation] as number] as Component;
  }

  private interfaceName(relation: number): string {
    return this.graph.interfaces[this.graph.relationInterface[relation] as number] as string;
  }
}
