import { canonicalVector, type CvssVector } from '../cvss/vector';
import type { ScoreKind } from '../cvss/score';
import type { RatingCell, RatingCells, RatingRecord, TechniqueRecord } from '../formats/records';
import { STRIDE_TYPES, type StrideType } from '../formats/stride';
import { compareCodePoints } from '../text/compare';
import type { Rating, RatingRule } from './model';
import { type Origin, type Origins, ratingOrigins } from './origins';
import type { RuleMatcher, RuleSubject } from './ratingRules';
import { ruleMatch } from './ratingRules';
import type { ScoreCache } from './scoreCache';

/** Shared, so that most ratings need no list of their own. */
const NO_TECHNIQUES: readonly string[] = [];

type Ratings = Partial<Record<StrideType, Rating>>;

/** Turns rating cells into ratings: names into vectors, vectors into scores. */
export class RatingResolver {
  constructor(
    private readonly vectors: Origins['vectors'],
    private readonly kind: ScoreKind,
    private readonly scores: ScoreCache,
  ) {}

  /**
   * What a cell says; undefined where it is invalid or names no valid vector.
   * @param index of the cell among those that speak for the type
   */
  resolve(
    { value }: RatingCell,
    techniques: readonly string[] = NO_TECHNIQUES,
    rule?: number,
    index = 0,
  ): Rating | undefined {
    switch (value.kind) {
      case 'none':
        return { score: 0, vector: undefined, none: true, techniques, rule, cell: index };
      case 'score':
        return { score: value.score, vector: undefined, none: false, techniques, rule, cell: index };
      case 'vector':
        return this.rated(value.vector, techniques, rule, index);
      case 'name': {
        const vector = this.vectors.get(value.name)?.[0]?.record.vector;
        return vector && this.rated(vector, techniques, rule, index);
      }
      case 'invalid':
        return undefined;
    }
  }

  /** The highest of the ratings that a relation's own records give for a type. */
  ownRating(records: readonly Origin<RatingRecord>[], type: StrideType): Rating | undefined {
    const techniques = techniquesFor(
      records.flatMap(({ record }) => record.techniques),
      type,
    );
    const [only, ...others] = records;
    if (only && others.length === 0) {
      const cell = only.record.cells[type] ?? only.record.cells.all;
      return cell && this.resolve(cell, techniques);
    }
    let highest: Rating | undefined;
    for (const [index, { cell }] of ratingOrigins(records, type).entries()) {
      const rating = this.resolve(cell, techniques, undefined, index);
      if (rating && (highest === undefined || countsBefore(rating, highest))) {
        highest = rating;
      }
    }
    return highest;
  }

  private rated(
    vector: CvssVector,
    techniques: readonly string[],
    rule: number | undefined,
    index: number,
  ): Rating {
    const score = this.scores.score(vector, this.kind);
    return { score, vector, none: false, techniques, rule, cell: index };
  }

  /** The rules of a model with the ratings they give. */
  rules(origins: Origins['ratingRules']): RatingRule[] {
    return origins.map(({ record }, rule) => ({
      match: ruleMatch(record.match),
      ratings: this.cellRatings(record.cells, record.techniques, rule),
    }));
  }

  private cellRatings(cells: RatingCells, techniques: readonly TechniqueRecord[], rule: number): Ratings {
    const ratings: Ratings = {};
    for (const type of STRIDE_TYPES) {
      const cell = cells[type] ?? cells.all;
      const rating = cell && this.resolve(cell, techniquesFor(techniques, type), rule);
      if (rating) {
        ratings[type] = rating;
      }
    }
    return ratings;
  }
}

/**
 * Whether one of two ratings counts: the higher one, of equal ones that with a vector (then `none`), of vectors the one
 * that comes first in code-point order, so that it does not matter which file is read first.
 */
function countsBefore(a: Rating, b: Rating): boolean {
  const order =
    b.score - a.score ||
    Number(b.vector !== undefined) - Number(a.vector !== undefined) ||
    Number(b.none) - Number(a.none) ||
    compareCodePoints(a.vector?.text ?? '', b.vector?.text ?? '');
  return order < 0;
}

/** Completes a relation's ratings from the first rule that has the type and fits. */
export function applyRules(
  ratings: Ratings,
  subject: RuleSubject,
  rules: readonly { readonly rule: RatingRule; readonly fits: RuleMatcher }[],
  techniques: (type: StrideType) => readonly string[],
): void {
  let missing = STRIDE_TYPES.filter((type) => ratings[type] === undefined);
  for (const { rule, fits } of rules) {
    if (missing.length === 0) {
      return;
    }
    if (missing.some((type) => rule.ratings[type]) && fits(subject)) {
      for (const type of missing) {
        const rating = rule.ratings[type];
        if (rating) {
          ratings[type] = { ...rating, techniques: unite(rating.techniques, techniques(type)) };
        }
      }
      missing = missing.filter((type) => ratings[type] === undefined);
    }
  }
}

function unite(a: readonly string[], b: readonly string[]): readonly string[] {
  return b.length === 0 ? a : [...new Set([...a, ...b])].sort(compareCodePoints);
}

/** Ids of the techniques that records give for a type, each once, in code-point order. */
export function techniquesFor(records: readonly TechniqueRecord[], type: StrideType): readonly string[] {
  if (records.length === 0) {
    return NO_TECHNIQUES;
  }
  const ids = records
    .filter((record) => record.type === type || record.type === 'all')
    .flatMap(({ ids: list }) => list);
  return [...new Set(ids.map(({ value }) => value))].sort(compareCodePoints);
}

/** Whether two resolved ratings say the same: equal vectors, equal scores, or both `none`. */
export function sameRating(a: Rating, b: Rating): boolean {
  if (a.vector && b.vector) {
    return canonicalVector(a.vector) === canonicalVector(b.vector);
  }
  return !a.vector && !b.vector && a.none === b.none && a.score === b.score;
}
