import type { MetricValue } from './metricDefinition';
import { METRICS } from './metrics';
import { scoreVector } from './score';
import { cvssSeverity } from './severity';
import { type CvssVector, NOT_DEFINED } from './vector';
import type { CvssVersion } from './version';

/** A metric's value in words. */
export interface MetricExplanation extends MetricValue {
  readonly name: string;
  readonly title: string;
}

/** Title, word and meaning of a metric's value; undefined where the version has no such metric or value. */
export function explainMetric(
  version: CvssVersion,
  name: string,
  letter: string,
): MetricExplanation | undefined {
  const metric = METRICS[version].find((candidate) => candidate.name === name);
  const value = metric?.values.find((candidate) => candidate.letter === letter);
  return metric && value && { name, title: metric.title, ...value };
}

/** One sentence that says what a vector says: score, severity, and every metric that is defined. */
export function explainVector(vector: CvssVector): string {
  const defined = vector.metrics
    .filter(({ value }) => value !== NOT_DEFINED)
    .flatMap(({ name, value }) => explainMetric(vector.version, name, value) ?? []);
  const order = METRICS[vector.version].map(({ name }) => name);
  defined.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const score = scoreVector(vector, 'base');
  const parts = defined.map(({ title, word, meaning }) => `${title} ${word} (${meaning})`);
  return `Base score ${score.toFixed(1)} (${cvssSeverity(score)}): ${parts.join(', ')}.`;
}
