import type { DiagnosticCode } from '../formats/diagnosticCodes';
import type { ComputedContext, Rule } from './rule';
import { idleFilter } from './rules/idle-filter';
import { lengthCutsChains } from './rules/length-cuts-chains';
import { tooManyChains } from './rules/too-many-chains';

/** The rules that need a computation of chains, by code. */
export const COMPUTED_RULES = {
  'idle-filter': idleFilter,
  'length-cuts-chains': lengthCutsChains,
  'too-many-chains': tooManyChains,
} as const satisfies Partial<Record<DiagnosticCode, Rule<ComputedContext>>>;

/** Codes that only a computation shows. */
export type ComputedCode = keyof typeof COMPUTED_RULES;
