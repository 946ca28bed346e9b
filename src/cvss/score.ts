import { Cvss3P0, Cvss3P1, Cvss4P0 } from 'ae-cvss-calculator';
import { baseVector, canonicalVector, type CvssVector } from './vector';

/** `base`: base metrics only; `overall`: temporal or threat and environmental metrics too. */
export type ScoreKind = 'base' | 'overall';

/** Score of a vector: 0 to 10 with at most one decimal, by the specification of its version. */
export function scoreVector(vector: CvssVector, kind: ScoreKind): number {
  const text = kind === 'base' ? baseVector(vector) : canonicalVector(vector);
  switch (vector.version) {
    case '3.0':
      return new Cvss3P0(text).calculateScores().overall ?? 0;
    case '3.1':
      return new Cvss3P1(text).calculateScores().overall ?? 0;
    case '4.0':
      return new Cvss4P0(text).calculateScores().overall ?? 0;
  }
}
