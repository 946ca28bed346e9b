import { bansOf } from './filters';
import { isExternal, isVirtual } from './model';
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

/** Every walk from an entry interface; what filters say only opens detours here and closes nothing. */
export function* allWalks(model: NaiveModel): Generator<readonly WalkStep[]> {
  const components = model.components.filter((one) => !isExternal(one));
  const maxComponents = Math.floor((model.settings.maxLength + 1) / 2);
  const byRelation = model.settings.uniqueness === 'relationships';
  const isBanned = bansOf(model);

  /** `straight`: within a detour, the components of the way that leaves out the one it turned at. */
  function* extend(
    steps: readonly WalkStep[],
    used: readonly string[],
    straight: readonly NaiveComponent[] | undefined,
  ): Generator<readonly WalkStep[]> {
    const last = steps.at(-1);
    if (last === undefined || steps.length > maxComponents) return;
    yield steps;
    if (steps.length === maxComponents) return;
    for (const name of last.component.interfaces) {
      const isAgain = !byRelation && canGoAgain(steps, name);
      for (const next of components) {
        if (next === last.component || !next.interfaces.includes(name)) continue;
        const needs = byRelation
          ? [relation(last.component.name, name), relation(next.name, name)]
          : [...(isAgain ? [] : [interfaceKey(name)]), componentKey(next.name)];
        if (needs.some((one) => used.includes(one))) continue;
        const before = isAgain ? steps.slice(0, -1).map((step) => step.component) : straight;
        const direct = before && [...before, next];
        const isThrough = direct !== undefined && !isVirtual(next);
        if (isThrough && !isBanned(direct)) continue;
        const longer = [...steps, { interface: name, component: next }];
        yield* extend(longer, [...used, ...needs], isThrough ? undefined : direct);
      }
    }
  }

  for (const entry of entriesOfModel(model, components)) {
    for (const component of entry.components) {
      const used = byRelation ? [relation(component.name, entry.name)] : [interfaceKey(entry.name)];
      const inside = byRelation ? [] : [componentKey(component.name)];
      const keys = [...(entry.isItsOwn ? [] : used), ...inside];
      yield* extend([{ interface: entry.name, component }], keys, undefined);
    }
  }
}

/**
 * Whether a walk, where its last component is left through `name`, begins a detour: that is the interface by
 * which the component was entered, from another component, and the component is not Virtual.
 */
function canGoAgain(steps: readonly WalkStep[], name: string): boolean {
  const last = steps.at(-1);
  return steps.length > 1 && last !== undefined && last.interface === name && !isVirtual(last.component);
}

const interfaceKey = (name: string): string => JSON.stringify({ interface: name });
const componentKey = (name: string): string => JSON.stringify({ component: name });
const relation = (component: string, name: string): string => JSON.stringify([component, name]);

/** The entry points of a model. */
export function entriesOfModel(model: NaiveModel, components: readonly NaiveComponent[]): Entry[] {
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
