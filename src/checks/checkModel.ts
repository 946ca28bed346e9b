import { RULES } from './allRules';
import { COMPUTED_RULES } from './computedRules';
import type { Finding } from '../formats/finding';
import { type Problem, toProblems } from './problem';
import type { CheckContext, ComputedContext } from './rule';

/** All problems of a model that show while typing, sorted by file and place. */
export function checkModel(context: CheckContext): Problem[] {
  const findings = findingsOf(Object.values(RULES), (rule) => rule.check(context));
  return toProblems(findings, context.model.settings.severity, context.origins.files);
}

/** The problems that only the models in other folders show. */
export function checkNeighbours(context: CheckContext): Problem[] {
  const findings = RULES['no-model-file'].check(context);
  return toProblems(findings, context.model.settings.severity, context.origins.files);
}

/** The problems that only a computation of chains shows. */
export function checkChains(context: ComputedContext): Problem[] {
  const findings = findingsOf(Object.values(COMPUTED_RULES), (rule) => rule.check(context));
  return toProblems(findings, context.model.settings.severity, context.origins.files);
}

/** The findings of one rule after the other, so that those of all rules are never there at once. */
function* findingsOf<Rule>(
  rules: readonly Rule[],
  check: (rule: Rule) => readonly Finding[],
): Generator<Finding> {
  for (const rule of rules) {
    yield* check(rule);
  }
}
