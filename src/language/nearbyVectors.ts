import { STRIDE_TYPES, type StrideType } from '../formats/stride';
import type { Component, Model, Relation } from '../model/model';
import type { Snapshot } from '../workspace/snapshot';
import { countingText } from './countingText';

/** Where a vector is used that may suit a relation, the nearest first. */
const NEARNESS = ['interface', 'component', 'facility'] as const;

/** A vector that rates relations near another one. */
export interface NearbyVector {
  /** As written: a vector, or its name. */
  readonly text: string;
  readonly score: number;
  readonly nearness: (typeof NEARNESS)[number];
  /** The types that it rates there. */
  readonly types: readonly StrideType[];
  /** How often it rates there. */
  readonly uses: number;
}

/** How a vector is used among some relations. */
interface Use {
  readonly score: number;
  readonly types: Set<StrideType>;
  uses: number;
}

type Uses = Map<string, Use>;

/** Finds the vectors that are used near relations; looks at every relation of the model once. */
export class NearbyVectors {
  private readonly byInterface = new Map<string, Uses>();
  private readonly byComponent = new Map<string, Uses>();
  private readonly byFacility = new Map<string, Uses>();
  private readonly model: Model;

  constructor(private readonly snapshot: Pick<Snapshot, 'model' | 'origins'>) {
    this.model = snapshot.model;
    for (const component of this.model.components.values()) {
      for (const relation of component.relations.values()) {
        this.add(component, relation);
      }
    }
  }

  /**
   * Vectors that rate at the same interface, then those of the component, then those of the facility, each most used first;
   * without those that the relation has itself.
   */
  of(relation: Relation, limit: number): NearbyVector[] {
    const facility = this.model.components.get(relation.component)?.facility;
    const groups = [
      this.byInterface.get(relation.interface),
      this.byComponent.get(relation.component),
      facility === undefined ? undefined : this.byFacility.get(facility),
    ];
    const own = new Set(STRIDE_TYPES.map((type) => countingText(this.snapshot.origins, relation, type)));
    const found = new Map<string, NearbyVector>();
    for (const [index, nearness] of NEARNESS.entries()) {
      const uses = [...(groups[index] ?? [])].sort(([, a], [, b]) => b.uses - a.uses);
      for (const [text, use] of uses) {
        if (found.size < limit && !found.has(text) && !own.has(text)) {
          const types = STRIDE_TYPES.filter((type) => use.types.has(type));
          found.set(text, { text, score: use.score, nearness, types, uses: use.uses });
        }
      }
    }
    return [...found.values()];
  }

  private add({ facility }: Component, relation: Relation): void {
    for (const type of STRIDE_TYPES) {
      const rating = relation.ratings[type];
      const text = rating?.vector && countingText(this.snapshot.origins, relation, type);
      if (rating && text !== undefined) {
        count(this.byInterface, relation.interface, text, type, rating.score);
        count(this.byComponent, relation.component, text, type, rating.score);
        if (facility !== undefined) {
          count(this.byFacility, facility, text, type, rating.score);
        }
      }
    }
  }
}

function count(groups: Map<string, Uses>, key: string, text: string, type: StrideType, score: number): void {
  const uses = groups.get(key) ?? new Map<string, Use>();
  groups.set(key, uses);
  const use = uses.get(text) ?? { score, types: new Set(), uses: 0 };
  uses.set(text, use);
  use.types.add(type);
  use.uses++;
}
