import { STRIDE_TYPES } from '../src/formats/stride';
import type { Random } from './random';

/** Vectors that ratings are drawn from, with scores from 1.6 to 10. */
const VECTORS = [
  'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H',
  'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H',
  'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
  'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H',
  'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:N/A:N',
  'CVSS:3.1/AV:N/AC:H/PR:H/UI:R/S:U/C:H/I:H/A:N',
  'CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  'CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
  'CVSS:3.1/AV:A/AC:H/PR:L/UI:R/S:U/C:H/I:H/A:H',
  'CVSS:3.1/AV:A/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N',
  'CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H',
  'CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H',
  'CVSS:3.1/AV:L/AC:H/PR:H/UI:N/S:U/C:L/I:H/A:N',
  'CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:L/I:L/A:L',
  'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  'CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:C/C:H/I:H/A:H',
  'CVSS:3.1/AV:P/AC:L/PR:L/UI:R/S:U/C:N/I:H/A:H',
  'CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N',
] as const;

/** Vectors by name, as `vectors` of a model declares them. */
export const VECTOR_LINES = ['vectors:', ...VECTORS.map((vector, index) => `  v${index + 1}: ${vector}`)];

/**
 * Cells for all six types.
 * @param none probability that a type is not possible
 * @param named probability that a vector is given by its name
 */
export function randomCells(random: Random, none: number, named: number): Record<string, string> {
  return Object.fromEntries(
    STRIDE_TYPES.map((type) => {
      const index = random.below(VECTORS.length);
      const vector = random.chance(named) ? `v${index + 1}` : (VECTORS[index] as string);
      return [type, random.chance(none) ? 'none' : vector];
    }),
  );
}

/** Cells with bare scores from `lowest` to 10 in steps of 0.1. */
export function randomScores(random: Random, lowest: number): Record<string, string> {
  return Object.fromEntries(
    STRIDE_TYPES.map((type) => {
      const tenths = Math.round(lowest * 10) + random.below(101 - Math.round(lowest * 10));
      return [type, (tenths / 10).toFixed(1)];
    }),
  );
}
