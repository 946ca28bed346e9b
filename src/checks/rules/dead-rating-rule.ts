import { finding } from '../../formats/finding';
import type { Model } from '../../model/model';
import { ruleMatcher } from '../../model/ratingRules';
import { recordPlace } from '../places';
import type { Rule } from '../rule';
import { removalAt } from '../yamlFix';

/** A rating rule that rates nothing. */
export const deadRatingRule: Rule = {
  code: 'dead-rating-rule',
  check: ({ model, origins }) => {
    if (model.ratingRules.length === 0) {
      return [];
    }
    const used = rulesInUse(model);
    return origins.ratingRules.flatMap((origin, index) => {
      const cells = Object.values(origin.record.cells);
      // A rule with a cell that cannot be read, or a vector that is not there, has an error of its own.
      const broken = cells.some(
        ({ value }) =>
          value.kind === 'invalid' ||
          (value.kind === 'name' && !origins.vectors.get(value.name)?.[0]?.record.vector),
      );
      if (used.has(index) || broken) {
        return [];
      }
      return [finding('dead-rating-rule', recordPlace(origins, origin), reason(model, index, cells.length))];
    });
  },
  fixes: ({ file, range }, { origins }) => {
    const removal = removalAt(origins, { file, range });
    return removal ? [{ title: { template: 'Remove the rating rule', args: {} }, changes: [removal] }] : [];
  },
};

/** Indexes of the rules that rate at least one type of one relation. */
function rulesInUse(model: Model): Set<number> {
  const used = new Set<number>();
  for (const { relations } of model.components.values()) {
    for (const { ratings } of relations.values()) {
      for (const rating of Object.values(ratings)) {
        if (rating.rule !== undefined) {
          used.add(rating.rule);
        }
      }
    }
  }
  return used;
}

function reason(model: Model, index: number, cells: number): string {
  if (cells === 0) {
    return 'This rule gives no rating, so it does nothing; add a rating such as "T: 5.0", or remove it.';
  }
  const fits = ruleMatcher(model.ratingRules[index]?.match ?? {});
  for (const { name, facility, labels, virtual, relations } of model.components.values()) {
    for (const key of virtual ? [] : relations.keys()) {
      if (fits({ interface: key, component: name, facility, labels })) {
        return 'All that this rule matches is rated already, by ratings or by rules before it, so it rates nothing; move it up, or remove it.';
      }
    }
  }
  return 'No relation matches this rule, so it rates nothing; correct its patterns, or remove it.';
}
