import { STRIDE_TYPES } from '../formats/stride';
import type { Model } from '../model/model';
import type { RelationName } from './nameAt';

/** A vector that rates relations, under a name or not. */
export interface UsedVector {
  readonly text: string;
  readonly score: number;
  readonly nearness: 'interface' | 'component' | 'model';
  /** How often it rates there. */
  readonly uses: number;
}

const NEARNESS = ['interface', 'component', 'model'] as const;

/**
 * The vectors that rate relations: those of the same interface first, then those of the same component, then those of
 * the model, each most used first.
 */
export function usedVectors({ components }: Model, relation: Partial<RelationName>): UsedVector[] {
  const found = new Map<string, { score: number; uses: [number, number, number] }>();
  for (const { name: component, relations } of components.values()) {
    for (const { interface: name, ratings } of relations.values()) {
      const rank = name === relation.interface ? 0 : component === relation.component ? 1 : 2;
      for (const type of STRIDE_TYPES) {
        const rating = ratings[type];
        if (rating?.vector) {
          const entry = found.get(rating.vector.text);
          if (entry) {
            entry.uses[rank]++;
          } else {
            const uses: [number, number, number] = [0, 0, 0];
            uses[rank] = 1;
            found.set(rating.vector.text, { score: rating.score, uses });
          }
        }
      }
    }
  }
  return NEARNESS.flatMap((nearness, rank) =>
    [...found]
      .filter(([, { uses }]) => uses.findIndex((count) => count > 0) === rank)
      .map(([text, { score, uses }]) => ({ text, score, nearness, uses: uses[rank] ?? 0 }))
      .sort((a, b) => b.uses - a.uses),
  );
}
