/** The qualitative severity of a score by the CVSS 3.1 and 4.0 specifications. */
export type CvssSeverity = 'None' | 'Low' | 'Medium' | 'High' | 'Critical';

/** Severity of a score from 0 to 10. */
export function cvssSeverity(score: number): CvssSeverity {
  if (score >= 9) {
    return 'Critical';
  }
  if (score >= 7) {
    return 'High';
  }
  if (score >= 4) {
    return 'Medium';
  }
  return score > 0 ? 'Low' : 'None';
}
