import type { MetricDefinition, MetricValue } from '../cvss/metricDefinition';
import { METRICS } from '../cvss/metrics';
import { parseVector } from '../cvss/parseVector';
import { scoreVector } from '../cvss/score';
import type { ScoreKind } from '../cvss/scoreKind';
import type { CvssVersion } from '../cvss/version';

/** A metric that has been decided. */
export interface ChosenMetric {
  readonly name: string;
  /** A letter. */
  readonly value: string;
}

/** A value that a metric can be given, and what score comes of it. */
export interface GuideValue extends MetricValue {
  /** Where this value completes the base metrics. */
  readonly score?: number;
  /** The scores that can still be reached; both are `score` where there is one. */
  readonly lowest: number;
  readonly highest: number;
}

/** The next metric to decide. */
export interface GuideStep {
  readonly metric: string;
  readonly title: string;
  readonly values: readonly GuideValue[];
}

/** Metrics of 3.x that list their mildest value first; all others, and all of 4.0, list it last. */
const MILDEST_FIRST: ReadonlySet<string> = new Set(['S', 'C', 'I', 'A']);

/** The first base metric that has not been chosen, with its values; undefined where all have. */
export function guideStep(version: CvssVersion, chosen: readonly ChosenMetric[]): GuideStep | undefined {
  const open = openMetrics(version, chosen)[0];
  return open && stepOf(version, chosen, open);
}

/** Any metric of a version with its values, whether it has been chosen or not; undefined where there is none of that name. */
export function metricStep(
  version: CvssVersion,
  chosen: readonly ChosenMetric[],
  metric: string,
): GuideStep | undefined {
  const definition = METRICS[version].find(({ name }) => name === metric);
  return definition && stepOf(version, chosen, definition);
}

/** The base metrics that have not been chosen, in the specification's order. */
export function openMetrics(version: CvssVersion, chosen: readonly ChosenMetric[]): MetricDefinition[] {
  const names = new Set(chosen.map(({ name }) => name));
  return METRICS[version].filter(({ required, name }) => required && !names.has(name));
}

/** The text of a vector with the metrics chosen so far, in the specification's order. */
export function guidedVector(version: CvssVersion, chosen: readonly ChosenMetric[]): string {
  const values = new Map(chosen.map(({ name, value }) => [name, value]));
  const parts = METRICS[version].flatMap(({ name }) => {
    const value = values.get(name);
    return value === undefined ? [] : [`${name}:${value}`];
  });
  return [`CVSS:${version}`, ...parts].join('/');
}

function stepOf(
  version: CvssVersion,
  chosen: readonly ChosenMetric[],
  { name, title, values, required }: MetricDefinition,
): GuideStep {
  const others = chosen.filter((metric) => metric.name !== name);
  // What comes after the base metrics changes the overall score only.
  const kind = required ? 'base' : 'overall';
  return {
    metric: name,
    title,
    values: values.map((value) => ({
      ...value,
      ...reachable(version, [...others, { name, value: value.letter }], kind),
    })),
  };
}

/**
 * The score falls with every metric from its worst value to its mildest, whatever the others are. So the bounds are
 * reached where all metrics that are open have the one or the other.
 */
function reachable(
  version: CvssVersion,
  chosen: readonly ChosenMetric[],
  kind: ScoreKind,
): Pick<GuideValue, 'score' | 'lowest' | 'highest'> {
  const open = openMetrics(version, chosen);
  const highest = scoreWith(version, chosen, open.map(worst), kind);
  if (open.length === 0) {
    return { score: highest, lowest: highest, highest };
  }
  return { lowest: scoreWith(version, chosen, open.map(mildest), kind), highest };
}

function scoreWith(
  version: CvssVersion,
  chosen: readonly ChosenMetric[],
  more: readonly ChosenMetric[],
  kind: ScoreKind,
): number {
  const { vector } = parseVector(guidedVector(version, [...chosen, ...more]));
  return vector ? scoreVector(vector, kind) : 0;
}

function worst({ name, values }: MetricDefinition): ChosenMetric {
  const value = MILDEST_FIRST.has(name) ? values.at(-1) : values[0];
  return { name, value: value?.letter ?? '' };
}

function mildest({ name, values }: MetricDefinition): ChosenMetric {
  const value = MILDEST_FIRST.has(name) ? values[0] : values.at(-1);
  return { name, value: value?.letter ?? '' };
}
