import { relative, resolve } from 'node:path';
import { nearestName } from '../text/nearest';
import type { Snapshot } from '../workspace/snapshot';
import { type CommandIo, UsageError } from './io';

/** What tells a model from the others. */
type Named = Pick<Snapshot, 'root'> & { readonly model: Pick<Snapshot['model'], 'name'> };

/** The models of these names or folders, in the order of `models`. @throws UsageError if a name fits none */
export function chooseModels<M extends Named>(
  io: Pick<CommandIo, 'workingDirectory'>,
  models: readonly M[],
  names: readonly string[],
): M[] {
  const chosen = new Set<M>();
  for (const name of names) {
    const folder = resolve(io.workingDirectory, name).replaceAll('\\', '/');
    const byName = models.filter(({ model }) => model.name === name);
    const found = byName.length > 0 ? byName : models.filter(({ root }) => root === folder);
    if (found.length === 0) {
      const known = models.map(({ model }) => model.name);
      const nearest = nearestName(name, known);
      const advice =
        nearest === undefined ? `there are: ${choices(io, models)}` : `did you mean "${nearest}"?`;
      throw new UsageError(`No model is named "${name}"; ${advice}`);
    }
    for (const model of found) {
      chosen.add(model);
    }
  }
  return models.filter((model) => chosen.has(model));
}

/**
 * The one model of a command that can show but one.
 * @param what such as "A table is that of one model"
 * @throws UsageError if there are several
 */
export function oneModel<M extends Named>(
  io: Pick<CommandIo, 'workingDirectory'>,
  models: readonly M[],
  what: string,
): M {
  const [model, ...others] = models;
  if (!model || others.length > 0) {
    throw new UsageError(`${what}; choose one with --model: ${choices(io, models, '"')}.`);
  }
  return model;
}

/** What each model is called: its name, with its folder where several have the name. */
export function modelLabels<M extends Named>(
  io: Pick<CommandIo, 'workingDirectory'>,
  models: readonly M[],
): (model: M) => string {
  const shared = sharedNames(models);
  return ({ model: { name }, root }) => (shared.has(name) ? `${name} (${shownFolder(io, root)})` : name);
}

/** What `--model` takes to choose one of them: the name, or the folder where several have the name. */
function choices(
  io: Pick<CommandIo, 'workingDirectory'>,
  models: readonly Named[],
  quote: '' | '"' = '',
): string {
  const shared = sharedNames(models);
  return models
    .map(({ model: { name }, root }) =>
      shared.has(name) ? `${quote}${shownFolder(io, root)}${quote} (${name})` : `${quote}${name}${quote}`,
    )
    .join(', ');
}

function sharedNames(models: readonly Named[]): Set<string> {
  const names = models.map(({ model }) => model.name);
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
}

function shownFolder({ workingDirectory }: Pick<CommandIo, 'workingDirectory'>, root: string): string {
  return relative(workingDirectory, root).replaceAll('\\', '/') || '.';
}
