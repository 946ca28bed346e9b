import { metric, modified, type ShortValue } from './metricTable';
import type { MetricDefinition } from './metricDefinition';

const impact = (of: string): readonly ShortValue[] => [
  ['N', 'None', `${of} is not affected`],
  ['L', 'Low', `${of} is lost in part`],
  ['H', 'High', `${of} is lost completely or where it matters most`],
];

const requirement = (of: string): readonly ShortValue[] => [
  ['L', 'Low', `losing ${of} would hardly hurt`],
  ['M', 'Medium', `losing ${of} would hurt`],
  ['H', 'High', `losing ${of} would be catastrophic`],
];

const BASE: readonly MetricDefinition[] = [
  metric('base', 'AV', 'Attack Vector', [
    ['N', 'Network', 'from any distance over a network'],
    ['A', 'Adjacent', 'from the same physical or logical network'],
    ['L', 'Local', 'with local access, or by a user who is tricked into it'],
    ['P', 'Physical', 'by touching the device'],
  ]),
  metric('base', 'AC', 'Attack Complexity', [
    ['L', 'Low', 'works whenever it is tried'],
    ['H', 'High', 'needs conditions the attacker does not control'],
  ]),
  metric('base', 'PR', 'Privileges Required', [
    ['N', 'None', 'needs no account'],
    ['L', 'Low', 'needs an ordinary account'],
    ['H', 'High', 'needs an administrative account'],
  ]),
  metric('base', 'UI', 'User Interaction', [
    ['N', 'None', 'needs nobody else to act'],
    ['R', 'Required', 'needs somebody else to act'],
  ]),
  metric('base', 'S', 'Scope', [
    ['U', 'Unchanged', 'stays within the same authority'],
    ['C', 'Changed', 'affects things beyond the vulnerable part'],
  ]),
  metric('base', 'C', 'Confidentiality', impact('confidentiality')),
  metric('base', 'I', 'Integrity', impact('integrity')),
  metric('base', 'A', 'Availability', impact('availability')),
];

/** The metrics of CVSS 3.0 and 3.1 in the specification's order (FIRST, CVSS v3.1 specification, table 15). */
export const METRICS_3: readonly MetricDefinition[] = [
  ...BASE,
  metric('threat', 'E', 'Exploit Code Maturity', [
    ['U', 'Unproven', 'no exploit is known'],
    ['P', 'Proof-of-Concept', 'a demonstration exists'],
    ['F', 'Functional', 'working exploit code exists'],
    ['H', 'High', 'exploitation is automated or needs no code'],
  ]),
  metric('threat', 'RL', 'Remediation Level', [
    ['O', 'Official Fix', 'the vendor has a fix'],
    ['T', 'Temporary Fix', 'the vendor has an interim fix'],
    ['W', 'Workaround', 'there is an unofficial way around it'],
    ['U', 'Unavailable', 'there is no fix'],
  ]),
  metric('threat', 'RC', 'Report Confidence', [
    ['U', 'Unknown', 'reports do not agree on the cause'],
    ['R', 'Reasonable', 'details are known, but not confirmed'],
    ['C', 'Confirmed', 'it has been reproduced or acknowledged'],
  ]),
  metric('environmental', 'CR', 'Confidentiality Requirement', requirement('confidentiality')),
  metric('environmental', 'IR', 'Integrity Requirement', requirement('integrity')),
  metric('environmental', 'AR', 'Availability Requirement', requirement('availability')),
  ...modified(BASE),
];
