import { finding } from '../../formats/finding';
import type { RatingCell } from '../../formats/records';
import { STRIDE_TYPES, type StrideType } from '../../formats/stride';
import type { Model, Rating } from '../../model/model';
import { type Origins, ratingOrigins } from '../../model/origins';
import type { Rule } from '../rule';

/** A rating of 0 that is not said to be `none`. */
export const zeroScore: Rule = {
  code: 'zero-score',
  check: ({ model, origins }) =>
    [...zeroCells(model, origins)].map(([cell, { file, types }]) => {
      const template =
        'The rating {text} has the score 0, which blocks {types} like "none"; write "none" if it is not possible, else correct the rating.';
      return finding('zero-score', { file, range: cell.range }, template, {
        text: cell.text,
        types: types.join(', '),
      });
    }),
  fixes: ({ file, range }) => [
    {
      title: { template: 'Replace it by none', args: {} },
      changes: [{ file, edits: [{ range, newText: 'none' }] }],
    },
  ],
};

interface ZeroCell {
  readonly file: string;
  /** The types that the cell rates with 0. */
  readonly types: StrideType[];
}

function zeroCells(model: Model, origins: Origins): Map<RatingCell, ZeroCell> {
  const cells = new Map<RatingCell, ZeroCell>();
  const add = (cell: RatingCell, file: string, type: StrideType): void => {
    const known = cells.get(cell);
    if (known) {
      known.types.push(type);
    } else if (cell.value.kind !== 'none' && cell.value.kind !== 'invalid') {
      cells.set(cell, { file, types: [type] });
    }
  };
  for (const { relations } of model.components.values()) {
    for (const { component, interface: name, ratings } of relations.values()) {
      for (const type of STRIDE_TYPES) {
        if (isZero(ratings[type]) && ratings[type]?.rule === undefined) {
          for (const { cell, file } of ratingOrigins(origins.ratings.get(component)?.get(name) ?? [], type)) {
            add(cell, file, type);
          }
        }
      }
    }
  }
  for (const [index, { file, record }] of origins.ratingRules.entries()) {
    for (const type of STRIDE_TYPES) {
      const cell = record.cells[type] ?? record.cells.all;
      if (cell && isZero(model.ratingRules[index]?.ratings[type])) {
        add(cell, file, type);
      }
    }
  }
  return cells;
}

function isZero(rating: Rating | undefined): boolean {
  return rating !== undefined && rating.score === 0 && !rating.none;
}
