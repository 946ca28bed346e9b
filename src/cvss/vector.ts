import type { TextRange } from '../text/range';
import { METRICS } from './metrics';
import type { CvssVersion } from './version';

/** One metric as written, e.g. `AV:N`. Ranges count from the beginning of the vector's text. */
export interface CvssMetric {
  readonly name: string;
  readonly value: string;
  readonly range: TextRange;
  readonly valueRange: TextRange;
}

/** A valid vector. */
export interface CvssVector {
  readonly version: CvssVersion;
  /** As written. */
  readonly text: string;
  /** In the order written. */
  readonly metrics: readonly CvssMetric[];
}

/** Value of "not defined". */
export const NOT_DEFINED = 'X';

/** The letter of a metric's value, or undefined where the vector does not have the metric. */
export function metricValue(vector: CvssVector, name: string): string | undefined {
  return vector.metrics.find((metric) => metric.name === name)?.value;
}

/** The text of a vector in the specification's order, without metrics that are not defined: equal vectors, equal texts. */
export function canonicalVector(vector: CvssVector): string {
  return vectorText(vector, () => true);
}

/** The canonical text of the base metrics alone. */
export function baseVector(vector: CvssVector): string {
  const base = new Set(
    METRICS[vector.version].filter(({ group }) => group === 'base').map(({ name }) => name),
  );
  return vectorText(vector, (name) => base.has(name));
}

function vectorText(vector: CvssVector, includes: (name: string) => boolean): string {
  const values = new Map(vector.metrics.map(({ name, value }) => [name, value]));
  const parts = METRICS[vector.version].flatMap(({ name }) => {
    const value = values.get(name);
    return value === undefined || value === NOT_DEFINED || !includes(name) ? [] : [`${name}:${value}`];
  });
  return [`CVSS:${vector.version}`, ...parts].join('/');
}
