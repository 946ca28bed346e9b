import { Cvss4P0 } from 'ae-cvss-calculator';
import { scoreVector3 } from './score3';
import type { ScoreKind } from './scoreKind';
import { baseVector, canonicalVector, type CvssVector } from './vector';

/** Score of a vector: 0 to 10 with at most one decimal, by the specification of its version. */
export function scoreVector(vector: CvssVector, kind: ScoreKind): number {
  const { version } = vector;
  if (version !== '4.0') {
    return scoreVector3(version, vector, kind);
  }
  const text = kind === 'base' ? baseVector(vector) : canonicalVector(vector);
  return new Cvss4P0(text).calculateScores().overall ?? 0;
}
