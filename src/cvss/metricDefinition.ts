/** A value a metric can have. */
export interface MetricValue {
  readonly letter: string;
  readonly word: string;
  /** What it means, as the end of a sentence. */
  readonly meaning: string;
}

/** The groups of metrics; temporal metrics are called threat metrics since 4.0. */
export type MetricGroup = 'base' | 'threat' | 'environmental' | 'supplemental';

/** A metric of one CVSS version. */
export interface MetricDefinition {
  readonly name: string;
  readonly title: string;
  readonly group: MetricGroup;
  /** Base metrics must be there. */
  readonly required: boolean;
  readonly values: readonly MetricValue[];
}
