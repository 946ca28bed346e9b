import { METRICS } from '../cvss/metrics';
import { parseVector } from '../cvss/parseVector';
import { scoreVector } from '../cvss/score';
import { cvssSeverity } from '../cvss/severity';
import { type CvssVector, NOT_DEFINED } from '../cvss/vector';

/** What a vector would be with another value of one metric. */
export interface VectorChoice {
  readonly letter: string;
  readonly word: string;
  readonly meaning: string;
  /** Text of the vector with this value. */
  readonly vector: string;
  /** Base score of that vector. */
  readonly score: number;
  readonly isCurrent: boolean;
}

/** A metric of a vector with everything it could be. */
export interface MetricChoices {
  readonly name: string;
  readonly title: string;
  readonly word: string;
  readonly values: readonly VectorChoice[];
}

/** A vector with its score, and what can be changed in it. */
export interface VectorChoices {
  readonly text: string;
  readonly score: number;
  readonly severity: string;
  /** Base metrics, and others that are defined. */
  readonly metrics: readonly MetricChoices[];
}

/** The ways to change a vector, metric by metric; undefined where the text is no valid vector. */
export function vectorChoices(text: string): VectorChoices | undefined {
  const { vector } = parseVector(text);
  if (!vector) {
    return undefined;
  }
  const score = scoreVector(vector, 'base');
  const current = new Map(vector.metrics.map(({ name, value }) => [name, value]));
  const metrics = METRICS[vector.version]
    .filter(({ name, required }) => required || current.has(name))
    .map(({ name, title, values }) => {
      const value = current.get(name) ?? NOT_DEFINED;
      return {
        name,
        title,
        word: values.find(({ letter }) => letter === value)?.word ?? '',
        values: values.map(({ letter, word, meaning }) => {
          const changed = withValue(vector, name, letter);
          const { vector: other } = parseVector(changed);
          return {
            letter,
            word,
            meaning,
            vector: changed,
            score: other ? scoreVector(other, 'base') : score,
            isCurrent: letter === value,
          };
        }),
      };
    });
  return { text, score, severity: cvssSeverity(score), metrics };
}

function withValue({ text, metrics }: CvssVector, name: string, letter: string): string {
  const metric = metrics.find((candidate) => candidate.name === name);
  return metric
    ? text.slice(0, metric.valueRange.start) + letter + text.slice(metric.valueRange.end)
    : `${text}/${name}:${letter}`;
}
