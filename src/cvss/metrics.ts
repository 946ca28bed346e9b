import type { MetricDefinition } from './metricDefinition';
import { METRICS_3 } from './metrics3';
import { METRICS_4 } from './metrics4';
import type { CvssVersion } from './version';

/** The metrics of each version in the specification's order. */
export const METRICS: Readonly<Record<CvssVersion, readonly MetricDefinition[]>> = {
  '3.0': METRICS_3,
  '3.1': METRICS_3,
  '4.0': METRICS_4,
};
