import { declaredNameRule } from '../declaredName';

/** A facility that a component is in, but that is not declared where others are. */
export const unknownFacility = declaredNameRule(
  'unknown-facility',
  'facility',
  'facilities',
  ({ components }) => components.flatMap(({ facility }) => facility ?? []),
);
