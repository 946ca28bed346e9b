import { STRIDE_TYPES, type StrideType } from '../formats/stride';
import type { Model } from './model';

/** The types that relations must be rated for: those of the settings, and E where it rates the steps before the last. */
export function askedTypes({ settings }: Pick<Model, 'settings'>): StrideType[] {
  const { stride, stepRule } = settings;
  return STRIDE_TYPES.filter((type) => stride.includes(type) || (type === 'E' && stepRule === 'elevation'));
}
