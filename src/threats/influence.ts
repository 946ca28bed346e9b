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

const LEVELS: readonly (readonly [string, string])[] = [
  ['H', 'High'],
  ['L', 'Low'],
];

/** What a chain of the type does to the asset, e.g. "Integrity: High"; the level is "n/a" without a vector. */
export function influence(type: StrideType, lastVector: CvssVector | undefined): string {
  const { property, impacts } = INFLUENCES[type];
  if (lastVector === undefined) {
    return `${property}: n/a`;
  }
  const prefix = lastVector.version === '4.0' ? 'V' : '';
  const values = impacts.map((impact) => metricValue(lastVector, prefix + impact));
  const level = LEVELS.find(([letter]) => values.includes(letter))?.[1] ?? 'None';
  return `${property}: ${level}`;
}
