import type { StrideType } from '../formats/stride';
import type { Model } from '../model/model';
import type { Chain } from './chain';
import { type ComputeControl, UNCONTROLLED } from './control';
import type { ChainOptions } from './options';
import { type Cut, explainWhy } from './why';

/** A cause with the types for which it is one in the same way. */
export interface TypedCut extends Omit<Cut, 'type'> {
  /** In the order S T R I D E. */
  readonly types: readonly StrideType[];
}

/** The best chain, or what keeps the two apart for each type asked for. */
export interface TypedExplanation {
  readonly best: Chain | undefined;
  readonly cuts: readonly TypedCut[];
  /** As in `Explanation`. */
  readonly endedEarly: boolean;
}

/** As `explainWhy`, for every type by itself; causes that are the same for several types are one. */
export function explainWhyByType(
  model: Model,
  options: ChainOptions,
  control: ComputeControl = UNCONTROLLED,
): TypedExplanation {
  const together = explainWhy(model, options, control);
  if (together.best) {
    return { best: together.best, cuts: [], endedEarly: false };
  }
  const cuts = new Map<string, TypedCut & { readonly types: StrideType[] }>();
  for (const type of options.types) {
    const { cuts: own } = explainWhy(model, { ...options, types: [type] }, control);
    for (const { type: _, ...cut } of own) {
      const key = JSON.stringify([cut.cause, cut.length ?? null, cut.relations]);
      const same = cuts.get(key);
      if (same) {
        same.types.push(type);
      } else {
        cuts.set(key, { ...cut, types: [type] });
      }
    }
  }
  return { best: undefined, cuts: [...cuts.values()], endedEarly: together.endedEarly };
}
