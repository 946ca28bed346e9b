import { isExternal } from './model';
import type { NaiveComponent, NaiveModel } from './types';

/** One step of a walk: through an interface into a component. */
export interface WalkStep {
  readonly interface: string;
  readonly component: NaiveComponent;
}

/** An entry interface and the components an outsider reaches there first. */
interface Entry {
  readonly name: string;
  readonly components: readonly NaiveComponent[];
  /** With `into`, the entry is an interface of its own beside the real one of the same name. */
  readonly isItsOwn: boolean;
}

/** Every walk from an entry interface, the bound on the length and uniqueness apart without any restriction. */
export function* allWalks(model: NaiveModel): Generator<readonly WalkStep[]> {
  const components = model.components.filter((one) => !isExternal(one));
  const maxComponents = Math.floor((model.settings.maxLength + 1) / 2);
  const byRelation = model.settings.uniqueness === 'relationships';

  function* extend(steps: readonly WalkStep[], used: readonly string[]): Generator<readonly WalkStep[]> {
    const last = steps.at(-1);
    if (last === undefined || steps.length > maxComponents) return;
    yield steps;
    if (steps.length === maxComponents) return;
    for (const name of last.component.interfaces) {
      for (const next of components) {
        if (next === last.component || !next.interfaces.includes(name)) continue;
        const needs = byRelation
          ? [relation(last.component.name, name), relation(next.name, name)]
          : [JSON.stringify({ interface: name }), JSON.stringify({ component: next.name })];
        if (needs.some((one) => used.includes(one))) continue;
        yield* extend([...steps, { interface: name, component: next }], [...used, ...needs]);
      }
    }
  }

  for (const entry of entriesOfModel(model, components)) {
    for (const component of entry.components) {
      const used = byRelation
        ? [relation(component.name, entry.name)]
        : [JSON.stringify({ interface: entry.name })];
      const inside = byRelation ? [] : [JSON.stringify({ component: component.name })];
      yield* extend([{ interface: entry.name, component }], [...(entry.isItsOwn ? [] : used), ...inside]);
    }
  }
}

const relation = (component: string, name: string): string => JSON.stringify([component, name]);

function entriesOfModel(model: NaiveModel, components: readonly NaiveComponent[]): Entry[] {
  const holders = (name: string): NaiveComponent[] =>
    components.filter((one) => one.interfaces.includes(name));
  const marked = model.interfaces.filter((one) => one.entries.includes('true'));
  if (marked.length > 0) {
    return marked.map((one) => ({
      name: one.name,
      isItsOwn: one.into.length > 0,
      components: holders(one.name).filter(
        (component) => one.into.length === 0 || one.into.includes(component.name),
      ),
    }));
  }
  const closed = model.interfaces.filter((one) => one.entries.includes('false')).map((one) => one.name);
  const names = new Set(components.flatMap((one) => one.interfaces));
  return [...names]
    .filter((name) => !closed.includes(name))
    .map((name) => ({ name, isItsOwn: false, components: holders(name) }));
}
