import { finding } from '../../formats/finding';
import { byPriority } from '../../model/modelFile';
import type { Origins, Place } from '../../model/origins';
import type { ComputedContext, Rule } from '../rule';

/** More chains than are enumerated. */
export const tooManyChains: Rule<ComputedContext> = {
  code: 'too-many-chains',
  check: ({ chains, origins }) => {
    const place = limitPlace(origins);
    const { countLimit } = chains.options;
    const { total, totalIsLowerBound } = chains.counts;
    // A cancelled computation leaves a lower bound too.
    if (!place || !totalIsLowerBound || total < countLimit) {
      return [];
    }
    const template =
      'There are more than {countLimit} chains, and only the best {kept} are listed; narrow the model by entry marks, filters, a smaller maxLength or a minProbability, or raise countLimit.';
    return [finding('too-many-chains', place, template, { countLimit, kept: chains.size })];
  },
};

/** The name of the model, else the limit it sets, else its first component: a line that a comment can stand above. */
function limitPlace(origins: Origins): Place | undefined {
  const files = byPriority(origins.files);
  const places = [
    ...files.map(({ file, name }) => ({ file, range: name?.range })),
    ...files.map(({ file, settings }) => ({ file, range: settings.countLimit?.range })),
    ...files.map(({ file, components }) => ({ file, range: components[0]?.name.range })),
  ];
  return places.flatMap(({ file, range }) => (range ? [{ file, range }] : []))[0];
}
