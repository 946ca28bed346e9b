import { finding } from '../../formats/finding';
import { byPriority } from '../../model/mergeModel';
import type { ComputedContext, Rule } from '../rule';

/** More chains than are enumerated. */
export const tooManyChains: Rule<ComputedContext> = {
  code: 'too-many-chains',
  check: ({ chains, origins }) => {
    const [first] = byPriority(origins.files);
    const { countLimit } = chains.options;
    const { total, totalIsLowerBound } = chains.counts;
    // A cancelled computation leaves a lower bound too.
    if (!first || !totalIsLowerBound || total < countLimit) {
      return [];
    }
    const place = { file: first.file, range: first.name?.range ?? { start: 0, end: 0 } };
    const template =
      'There are more than {countLimit} chains, and only the best {kept} are listed; narrow the model by entry marks, filters, a smaller maxLength or a minProbability, or raise countLimit.';
    return [finding('too-many-chains', place, template, { countLimit, kept: chains.size })];
  },
};
