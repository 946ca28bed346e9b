import type { DiagnosticCode } from '../formats/diagnosticCodes';
import type { Fix } from '../formats/finding';
import { RULES } from './allRules';
import { COMPUTED_RULES } from './computedRules';
import { ignoreFix } from './ignoreFix';
import type { Problem } from './problem';
import type { CheckContext, Rule } from './rule';

/** Everything that makes a problem go away, best first; last, a comment that silences it. */
export function fixesFor(problem: Problem, context: CheckContext): Fix[] {
  const ignore = ignoreFix(problem, context);
  return [...(fixesOfRule(problem.code)?.(problem, context) ?? []), ...(ignore ? [ignore] : [])];
}

function fixesOfRule(code: DiagnosticCode): Rule['fixes'] {
  const rules: Readonly<Partial<Record<DiagnosticCode, Pick<Rule, 'fixes'>>>> = {
    ...RULES,
    ...COMPUTED_RULES,
  };
  return rules[code]?.fixes;
}
