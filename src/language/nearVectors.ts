import type { CvssVector } from '../cvss/vector';
import type { Snapshot } from '../workspace/snapshot';
import type { RelationName } from './nameAt';

/** A vector that rates other relations, or other types of the same one. */
export interface NearVector {
  readonly vector: CvssVector;
  readonly nearness: 'interface' | 'component' | 'model';
  /** How often it is used there. */
  readonly uses: number;
}

/** Where something is being typed. */
export interface TypedPlace {
  readonly file: string;
  readonly offset: number;
}

const NEARNESS = ['interface', 'component', 'model'] as const;

/**
 * Vectors that are used in ratings: those of the same interface first, then those of the same component, then those
 * of the model, each most used first. What stands at the typed place itself does not count.
 */
export function nearVectors(
  { records }: Pick<Snapshot, 'records'>,
  typed: TypedPlace,
  relation: Partial<RelationName>,
  limit: number,
): NearVector[] {
  const found = new Map<string, { vector: CvssVector; uses: [number, number, number] }>();
  for (const { file, ratings } of records) {
    for (const { component, interface: name, cells } of ratings) {
      const rank = name.value === relation.interface ? 0 : component.value === relation.component ? 1 : 2;
      for (const { value, range } of Object.values(cells)) {
        const isTyped = file === typed.file && range.start <= typed.offset && typed.offset <= range.end;
        if (value.kind === 'vector' && !isTyped) {
          const { text } = value.vector;
          const entry = found.get(text) ?? { vector: value.vector, uses: [0, 0, 0] };
          entry.uses[rank]++;
          found.set(text, entry);
        }
      }
    }
  }
  return NEARNESS.flatMap((nearness, rank) =>
    [...found.values()]
      .filter(({ uses }) => uses.findIndex((count) => count > 0) === rank)
      .map(({ vector, uses }) => ({ vector, nearness, uses: uses[rank] ?? 0 }))
      .sort((a, b) => b.uses - a.uses),
  ).slice(0, limit);
}
