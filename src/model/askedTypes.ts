import { STRIDE_TYPES, type StrideType } from '../formats/stride';
import type { Asset, Component, Model } from './model';

type Asking = Pick<Model, 'settings' | 'components' | 'assets'>;

/** The types that some relation must be rated for, in the order S T R I D E: see `typesAskedOf`. */
export function askedTypes(model: Asking): StrideType[] {
  const targets = targetsOf(model);
  return STRIDE_TYPES.filter((type) => isStep(model, type) || isThreat(model, targets, type));
}

/** Whether a type is asked for only because it rates the steps before the last: no chain is of that type. */
export function ratesOnlySteps(model: Asking, type: StrideType): boolean {
  return isStep(model, type) && !isThreat(model, targetsOf(model), type);
}

/**
 * The types that the relations of a component must be rated for: those of the settings that threaten an asset, and E
 * where it rates the steps before the last. There the last step alone is rated by the chain's own type, so that a
 * component with assets needs the types of these only.
 */
export function typesAskedOf(model: Asking): (component: Pick<Component, 'assets'>) => StrideType[] {
  const asked = askedTypes(model);
  if (model.settings.stepRule !== 'elevation') {
    return () => asked;
  }
  return ({ assets }) =>
    assets.length === 0
      ? asked
      : asked.filter((type) => isStep(model, type) || isThreat(model, assets, type));
}

/** Whether a type threatens one of some assets; where there is none yet, whatever the settings name may. */
function isThreat({ settings }: Asking, assets: readonly Asset[], type: StrideType): boolean {
  return (
    settings.stride.includes(type) &&
    (assets.length === 0 || assets.some(({ stride }) => stride?.includes(type) ?? true))
  );
}

function isStep({ settings }: Asking, type: StrideType): boolean {
  return type === 'E' && settings.stepRule === 'elevation';
}

/** The assets at which chains can end. */
function targetsOf({ components, assets }: Asking): Asset[] {
  return [...assets.values()].filter(({ component }) => {
    const holder = components.get(component);
    return holder !== undefined && !holder.virtual && !holder.external;
  });
}
