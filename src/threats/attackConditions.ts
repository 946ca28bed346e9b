import { metricValue } from '../cvss/vector';
import type { CvssVector } from '../cvss/vector';

/** What an attacker needs for all steps of a chain together, in words; "n/a" where only bare scores are. */
export interface AttackConditions {
  readonly attackVector: string;
  readonly attackComplexity: string;
  readonly privilegesRequired: string;
  readonly userInteraction: string;
}

const NOT_AVAILABLE = 'n/a';
const ATTACK_VECTORS: Readonly<Record<string, string>> = {
  N: 'Network',
  A: 'Adjacent',
  L: 'Local',
  P: 'Physical',
};
const PRIVILEGES = [
  ['H', 'High'],
  ['L', 'Low'],
] as const;

/** Sums up the base metrics of the steps' vectors, in the order of the steps. */
export function attackConditions(vectors: readonly CvssVector[]): AttackConditions {
  if (vectors.length === 0) {
    return {
      attackVector: NOT_AVAILABLE,
      attackComplexity: NOT_AVAILABLE,
      privilegesRequired: NOT_AVAILABLE,
      userInteraction: NOT_AVAILABLE,
    };
  }
  const values = (metric: string): (string | undefined)[] =>
    vectors.map((vector) => metricValue(vector, metric));
  const attackVectors = new Set(values('AV').map((letter) => ATTACK_VECTORS[letter ?? ''] ?? NOT_AVAILABLE));
  const privileges = values('PR');
  return {
    attackVector: [...attackVectors].join(', '),
    attackComplexity: values('AC').includes('H') ? 'High' : 'Low',
    privilegesRequired: PRIVILEGES.find(([letter]) => privileges.includes(letter))?.[1] ?? 'None',
    userInteraction: values('UI').some((letter) => letter !== 'N') ? 'Required' : 'None',
  };
}
