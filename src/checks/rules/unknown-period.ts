import { declaredNameRule } from '../declaredName';

/** A period of an entry point that is not declared where others are. */
export const unknownPeriod = declaredNameRule('unknown-period', 'period', 'periods', ({ interfaces }) =>
  interfaces.flatMap(({ periods }) => periods),
);
