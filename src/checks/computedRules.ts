import type { ComputedContext, Rule } from './rule';
import { idleFilter } from './rules/idle-filter';
import { tooManyChains } from './rules/too-many-chains';

/** The rules that need a computation of chains. */
export const COMPUTED_RULES: readonly Rule<ComputedContext>[] = [idleFilter, tooManyChains];
