import { metricValue } from '../cvss/vector';
import type { CvssVector } from '../cvss/vector';
import type { StrideType } from '../formats/stride';

interface InfluenceRule {
  /** The security property that the STRIDE type violates. */
  readonly property: string;
  /** Impact metrics of the last step's vector whose highest value is the level. */
  readonly impacts: readonly ('C' | 'I' | 'A')[];
}

/** One fixed table, printed in `docs/semantics.md`. */
const INFLUENCES: Readonly<Record<StrideType, InfluenceRule>> = {
  S: { property: 'Authenticity', impacts: ['C', 'I', 'A'] },
  T: { property: 'Integrity', impacts: ['I'] },
  R: { property: 'Non-repudiation', impacts: ['I'] },
  I: { property: 'Confidentiality', impacts: ['C'] },
  D: { property: 'Availability', impacts: ['A'] },
  E: { property: 'Authorization', impacts: ['C', 'I', 'A'] },
};

const LETTERS: Readonly<Record<string, InfluenceLevel>> = { H: 'High', L: 'Low' };

/** How much a chain does to the asset, from the least on. */
export const INFLUENCE_LEVELS = ['None', 'Low', 'High'] as const;

export type InfluenceLevel = (typeof INFLUENCE_LEVELS)[number];

/** What a chain of the type does to the asset, e.g. "Integrity: High"; the level is "n/a" without a vector. */
export function influence(type: StrideType, lastVector: CvssVector | undefined): string {
  return `${INFLUENCES[type].property}: ${influenceLevel(type, lastVector) ?? 'n/a'}`;
}

/** How much, by the last step's vector; undefined without one. */
export function influenceLevel(
  type: StrideType,
  lastVector: CvssVector | undefined,
): InfluenceLevel | undefined {
  if (lastVector === undefined) {
    return undefined;
  }
  const prefix = lastVector.version === '4.0' ? 'V' : '';
  const levels = INFLUENCES[type].impacts.map(
    (impact) => LETTERS[metricValue(lastVector, prefix + impact) ?? ''] ?? 'None',
  );
  return INFLUENCE_LEVELS.findLast((level) => levels.includes(level));
}
