import { finding } from '../../formats/finding';
import type { ComputedContext, Rule } from '../rule';
import { modelPlace } from '../settingsPlace';

/** More chains, or more ways that end in none, than are enumerated. */
export const tooManyChains: Rule<ComputedContext> = {
  code: 'too-many-chains',
  check: ({ chains: { counts, options, size }, origins }) => {
    const { countLimit, searchLimit } = options;
    const place = counts.endedBy && modelPlace(origins, counts.endedBy);
    if (!place) {
      return [];
    }
    const [template, args] =
      counts.endedBy === 'countLimit'
        ? [
            'There are more than {countLimit} chains, and only the best {kept} are listed; narrow the model by entry marks, filters, a smaller maxLength or a minProbability, or raise countLimit.',
            { countLimit, kept: size },
          ]
        : [
            size > 0
              ? 'More than {searchLimit} ways end without a chain, so that the chains were not all counted, and only the best {kept} are listed; lower maxLength, set a minProbability, or raise searchLimit.'
              : 'More than {searchLimit} ways end without a chain, so that the search ended before it had found one; there may be some: lower maxLength, set a minProbability, or raise searchLimit.',
            size > 0 ? { searchLimit, kept: size } : { searchLimit },
          ];
    return [finding('too-many-chains', place, template, args)];
  },
};
