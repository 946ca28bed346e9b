import { RULES } from './allRules';
import { COMPUTED_RULES } from './computedRules';
import { type Problem, toProblems } from './problem';
import type { CheckContext, ComputedContext } from './rule';

/** All problems of a model that show while typing, sorted by file and place. */
export function checkModel(context: CheckContext): Problem[] {
  const findings = Object.values(RULES).flatMap((rule) => rule.check(context));
  return toProblems(findings, context.model.settings.severity, context.origins.files);
}

/** The problems that only the models in other folders show. */
export function checkNeighbours(context: CheckContext): Problem[] {
  const findings = RULES['no-model-file'].check(context);
  return toProblems(findings, context.model.settings.severity, context.origins.files);
}

/** The problems that only a computation of chains shows. */
export function checkChains(context: ComputedContext): Problem[] {
  const findings = Object.values(COMPUTED_RULES).flatMap((rule) => rule.check(context));
  return toProblems(findings, context.model.settings.severity, context.origins.files);
}
