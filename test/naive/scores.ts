import { CVSS } from '@turingpointde/cvss.js';

const TEMPORAL = ['E', 'RL', 'RC'];
const BASE_4 = ['AV', 'AC', 'AT', 'PR', 'UI', 'VC', 'VI', 'VA', 'SC', 'SI', 'SA'];
const BASE_3 = ['AV', 'AC', 'PR', 'UI', 'S', 'C', 'I', 'A'];

/**
 * The score of a CVSS vector, 0 to 10 with one decimal; `undefined` for an invalid one.
 * `overall` counts temporal and environmental metrics where the vector has any.
 */
export function vectorScore(vector: string, kind: 'base' | 'overall'): number | undefined {
  const [version = '', ...metrics] = vector.split('/');
  const defined = (names: readonly string[]): string[] =>
    metrics.filter((metric) => names.includes(metric.split(':')[0] ?? '') && !metric.endsWith(':X'));
  try {
    const whole = CVSS(vector);
    if (version === 'CVSS:4.0') {
      return kind === 'overall' ? whole.getScore() : CVSS([version, ...defined(BASE_4)].join('/')).getScore();
    }
    if (kind === 'base') return whole.getScore();
    const environmental = metrics.length - defined([...BASE_3, ...TEMPORAL]).length;
    const undefinedOnes = metrics.filter((metric) => metric.endsWith(':X')).length;
    if (environmental > undefinedOnes) return whole.getEnvironmentalScore();
    return defined(TEMPORAL).length > 0 ? whole.getTemporalScore() : whole.getScore();
  } catch {
    return undefined;
  }
}

/** The score of a rating cell: `none`, a score, a vector, or the name of a vector; `undefined` if invalid. */
export function cellScore(
  text: string,
  vectors: ReadonlyMap<string, string>,
  kind: 'base' | 'overall',
): number | undefined {
  if (text === 'none') return 0;
  if (/^(\d(\.\d)?|10(\.0)?)$/.test(text)) return Number(text);
  if (text.startsWith('CVSS:')) return vectorScore(text, kind);
  const vector = vectors.get(text);
  return vector === undefined ? undefined : vectorScore(vector, kind);
}

/** P of a chain: the product of the tenths from the entry on, divided once by 10^(2n-1). */
export function probability(scores: readonly number[]): number {
  let product = 1;
  for (const score of scores) product *= Math.round(score * 10);
  return product / Number(`1e${2 * scores.length - 1}`);
}
