import { finding } from '../../formats/finding';
import { entryPoints } from '../../model/entryPoints';
import type { Interface, Model } from '../../model/model';
import { byPriority } from '../../model/modelFile';
import { type Origins, type Place, placeOf } from '../../model/origins';
import { entryFix } from '../entryFix';
import type { Rule } from '../rule';

const OFFERED = 5;

/** A model that marks no entry, so that attacks begin everywhere. */
export const noEntryPoint: Rule = {
  code: 'no-entry-point',
  check: ({ model, origins }) => {
    const marked = model.strayEntryMark || [...model.interfaces.values()].some(({ entry }) => entry === true);
    const place = marked || model.interfaces.size === 0 ? undefined : modelPlace(origins);
    const count = entryPoints(model).length;
    const template =
      count === 0
        ? 'Every interface is marked "entry: false", so there is no chain; mark those that an outsider reaches with "entry: true".'
        : 'No interface is marked as an entry, so chains begin at every one, {count} in all; mark those that an outsider reaches with "entry: true".';
    return place ? [finding('no-entry-point', place, template, { count })] : [];
  },
  fixes: (_, { model, origins }) =>
    candidates(model)
      .slice(0, OFFERED)
      .map(({ name, components }) => entryFix(origins, name, components[0])),
};

/** The first component, the model file's before those of others. */
function modelPlace(origins: Origins): Place | undefined {
  const files = byPriority(origins.files);
  const file = files.find(({ components }) => components.length > 0);
  const name = file?.components[0]?.name;
  return file && name && placeOf(file.file, name);
}

/** Interfaces that may be entries: those that lead nowhere else first. */
function candidates(model: Model): Interface[] {
  const inside = [...model.interfaces.values()].filter(
    ({ entry, components }) =>
      entry === undefined && components.some((name) => model.components.get(name)?.external === false),
  );
  const single = inside.filter(({ components }) => components.length === 1);
  return [...single, ...inside.filter(({ components }) => components.length > 1)];
}
