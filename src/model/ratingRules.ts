import type { RuleMatchRecord } from '../formats/records';
import type { RuleMatch } from './model';

/** What a rule looks at in a relation. */
export interface RuleSubject {
  readonly interface: string;
  readonly component: string;
  readonly facility: string | undefined;
  readonly labels: ReadonlySet<string>;
}

/** Tells whether a rule's match fits a relation. */
export type RuleMatcher = (subject: RuleSubject) => boolean;

/** A match without its places. */
export function ruleMatch(record: RuleMatchRecord): RuleMatch {
  return Object.fromEntries(Object.entries(record).map(([key, text]) => [key, text.value]));
}

/** All that is given must fit: whole names, `*` any run; a label as it is; no facility fits no `facility`. */
export function ruleMatcher(match: RuleMatch): RuleMatcher {
  const fits = namePattern(match.interface);
  const fitsComponent = namePattern(match.component);
  const fitsFacility = namePattern(match.facility);
  return (subject) =>
    (match.interface === undefined || fits(subject.interface)) &&
    (match.component === undefined || fitsComponent(subject.component)) &&
    (match.facility === undefined || (subject.facility !== undefined && fitsFacility(subject.facility))) &&
    (match.label === undefined || subject.labels.has(match.label));
}

/** Tests whole names against a pattern in which `*` stands for any run of characters, also none. */
export function namePattern(pattern = ''): (name: string) => boolean {
  if (!pattern.includes('*')) {
    return (name) => name === pattern;
  }
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop() ?? '';
  return (name) => {
    if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last)) {
      return false;
    }
    let position = first.length;
    const end = name.length - last.length;
    for (const part of rest) {
      const found = name.indexOf(part, position);
      if (found < 0 || found + part.length > end) {
        return false;
      }
      position = found + part.length;
    }
    return true;
  };
}
