import { declaredNameRule } from '../declaredName';

/** An attacker of an entry point that is not declared where others are. */
export const unknownAttacker = declaredNameRule(
  'unknown-attacker',
  'attacker',
  'attackers',
  ({ interfaces }) => interfaces.flatMap(({ attackers }) => attackers),
);
