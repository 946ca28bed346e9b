import type { ChainSet } from './chainSet';

/** Which chains of a set are meant. */
export type ChainSelection =
  | { readonly kind: 'all' }
  | { readonly kind: 'component'; readonly name: string }
  /** Chains that cross it: begin there, or go on through it. */
  | { readonly kind: 'interface'; readonly name: string }
  | { readonly kind: 'asset'; readonly id: string }
  | { readonly kind: 'entry'; readonly name: string }
  | { readonly kind: 'last-step' | 'relation'; readonly interface: string; readonly component: string };

/** Finds the chains of a set that fit a selection; keeps the answers it was asked for last. */
export class ChainSelector {
  private readonly known = new Map<string, Int32Array>();

  constructor(private readonly chains: ChainSet) {}

  /** Positions of the selected chains, best first. */
  positions(selection: ChainSelection): Int32Array {
    const key = JSON.stringify(Object.entries(selection).sort());
    let positions = this.known.get(key);
    if (!positions) {
      positions = this.find(selection);
      if (this.known.size >= MOST_KNOWN) {
        this.known.clear();
      }
      this.known.set(key, positions);
    }
    return positions;
  }

  private find(selection: ChainSelection): Int32Array {
    const { size } = this.chains;
    const fits = this.filter(selection);
    const positions = new Int32Array(size);
    let count = 0;
    for (let position = 0; position < size; position++) {
      if (fits(position)) {
        positions[count++] = position;
      }
    }
    return positions.slice(0, count);
  }

  private filter(selection: ChainSelection): (position: number) => boolean {
    const { chains } = this;
    const { graph } = chains;
    switch (selection.kind) {
      case 'all':
        return () => true;
      case 'asset': {
        const asset = graph.assets.findIndex(({ id }) => id === selection.id);
        return (position) => chains.assetNumber(position) === asset;
      }
      case 'component': {
        const component = graph.components.findIndex(({ name }) => name === selection.name);
        return this.crosses((relation) => graph.relationComponent[relation] === component);
      }
      case 'interface': {
        const crossed = graph.interfaces.indexOf(selection.name);
        return this.crosses((relation) => graph.relationInterface[relation] === crossed);
      }
      case 'entry': {
        const entry = graph.interfaces.indexOf(selection.name);
        return this.crosses((relation, isFirst) => isFirst && graph.relationInterface[relation] === entry);
      }
      case 'relation': {
        const wanted = this.relation(selection);
        return this.crosses((relation) => relation === wanted);
      }
      case 'last-step': {
        const wanted = this.relation(selection);
        return (position) => chains.lastRelation(position) === wanted;
      }
    }
  }

  private crosses(test: (relation: number, isFirst: boolean) => boolean): (position: number) => boolean {
    return (position) => {
      let found = false;
      this.chains.forEachRelation(position, (relation, isFirst) => {
        found ||= test(relation, isFirst);
      });
      return found;
    };
  }

  private relation({ interface: name, component }: { interface: string; component: string }): number {
    const { graph } = this.chains;
    for (let relation = 0; relation < graph.relationCount; relation++) {
      const step = this.chains.step(relation);
      if (step.interface === name && step.component === component) {
        return relation;
      }
    }
    return -1;
  }
}

const MOST_KNOWN = 50;
