import type { MetricDefinition, MetricGroup, MetricValue } from './metricDefinition';

/** Values in short form: `letter`, `word`, `meaning`. */
export type ShortValue = readonly [letter: string, word: string, meaning: string];

const NOT_DEFINED: ShortValue = ['X', 'Not Defined', 'not considered'];

/** A metric from its short form; optional metrics can also be not defined. */
export function metric(
  group: MetricGroup,
  name: string,
  title: string,
  values: readonly ShortValue[],
): MetricDefinition {
  const required = group === 'base';
  const all = required ? values : [NOT_DEFINED, ...values];
  return {
    name,
    title,
    group,
    required,
    values: all.map(([letter, word, meaning]): MetricValue => ({ letter, word, meaning })),
  };
}

/** Environmental twins of base metrics, `MAV` for `AV`; `more` adds values that only the twin has. */
export function modified(
  base: readonly MetricDefinition[],
  more: Readonly<Record<string, readonly ShortValue[]>> = {},
): MetricDefinition[] {
  return base.map(({ name, title, values }) =>
    metric('environmental', `M${name}`, `Modified ${title}`, [
      ...values.map(({ letter, word, meaning }): ShortValue => [letter, word, meaning]),
      ...(more[name] ?? []),
    ]),
  );
}
