import { metric, modified, type ShortValue } from './metricTable';
import type { MetricDefinition } from './metricDefinition';

const impact = (of: string): readonly ShortValue[] => [
  ['H', 'High', `${of} is lost completely or where it matters most`],
  ['L', 'Low', `${of} is lost in part`],
  ['N', 'None', `${of} is not affected`],
];

const requirement = (of: string): readonly ShortValue[] => [
  ['H', 'High', `losing ${of} would be catastrophic`],
  ['M', 'Medium', `losing ${of} would hurt`],
  ['L', 'Low', `losing ${of} would hardly hurt`],
];

const SAFETY: readonly ShortValue[] = [['S', 'Safety', 'people can be injured']];

const BASE: readonly MetricDefinition[] = [
  metric('base', 'AV', 'Attack Vector', [
    ['N', 'Network', 'from any distance over a network'],
    ['A', 'Adjacent', 'from the same physical or logical network'],
    ['L', 'Local', 'with local access, or by a user who is tricked into it'],
    ['P', 'Physical', 'by touching the device'],
  ]),
  metric('base', 'AC', 'Attack Complexity', [
    ['L', 'Low', 'meets no defence that has to be evaded'],
    ['H', 'High', 'has to evade defences that are in place'],
  ]),
  metric('base', 'AT', 'Attack Requirements', [
    ['N', 'None', 'works in most deployments'],
    ['P', 'Present', 'needs conditions of the deployment, such as a race to win'],
  ]),
  metric('base', 'PR', 'Privileges Required', [
    ['N', 'None', 'needs no account'],
    ['L', 'Low', 'needs an ordinary account'],
    ['H', 'High', 'needs an administrative account'],
  ]),
  metric('base', 'UI', 'User Interaction', [
    ['N', 'None', 'needs nobody else to act'],
    ['P', 'Passive', 'needs somebody else to do what they do anyway'],
    ['A', 'Active', 'needs somebody else to act on it'],
  ]),
  metric('base', 'VC', 'Confidentiality of the vulnerable system', impact('its confidentiality')),
  metric('base', 'VI', 'Integrity of the vulnerable system', impact('its integrity')),
  metric('base', 'VA', 'Availability of the vulnerable system', impact('its availability')),
  metric('base', 'SC', 'Confidentiality of subsequent systems', impact('the confidentiality of others')),
  metric('base', 'SI', 'Integrity of subsequent systems', impact('the integrity of others')),
  metric('base', 'SA', 'Availability of subsequent systems', impact('the availability of others')),
];

/** The metrics of CVSS 4.0 in the specification's order (FIRST, CVSS v4.0 specification, table 23). */
export const METRICS_4: readonly MetricDefinition[] = [
  ...BASE,
  metric('threat', 'E', 'Exploit Maturity', [
    ['A', 'Attacked', 'attacks have been seen'],
    ['P', 'Proof-of-Concept', 'a demonstration exists'],
    ['U', 'Unreported', 'neither attacks nor demonstrations are known'],
  ]),
  metric('environmental', 'CR', 'Confidentiality Requirement', requirement('confidentiality')),
  metric('environmental', 'IR', 'Integrity Requirement', requirement('integrity')),
  metric('environmental', 'AR', 'Availability Requirement', requirement('availability')),
  ...modified(BASE, { SI: SAFETY, SA: SAFETY }),
  metric('supplemental', 'S', 'Safety', [
    ['N', 'Negligible', 'injuries are negligible'],
    ['P', 'Present', 'people can be injured'],
  ]),
  metric('supplemental', 'AU', 'Automatable', [
    ['N', 'No', 'an attacker has to work on each target'],
    ['Y', 'Yes', 'an attacker can automate it over many targets'],
  ]),
  metric('supplemental', 'R', 'Recovery', [
    ['A', 'Automatic', 'the system recovers by itself'],
    ['U', 'User', 'somebody has to recover the system'],
    ['I', 'Irrecoverable', 'the system cannot be recovered'],
  ]),
  metric('supplemental', 'V', 'Value Density', [
    ['D', 'Diffuse', 'each target holds little'],
    ['C', 'Concentrated', 'each target holds much'],
  ]),
  metric('supplemental', 'RE', 'Vulnerability Response Effort', [
    ['L', 'Low', 'responding takes little'],
    ['M', 'Moderate', 'responding takes some effort'],
    ['H', 'High', 'responding takes much effort'],
  ]),
  metric('supplemental', 'U', 'Provider Urgency', [
    ['Clear', 'Clear', 'the provider sees no urgency'],
    ['Green', 'Green', 'the provider sees little urgency'],
    ['Amber', 'Amber', 'the provider sees moderate urgency'],
    ['Red', 'Red', 'the provider sees the highest urgency'],
  ]),
];
