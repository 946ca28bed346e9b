import type { MetricDefinition } from '../cvss/metricDefinition';
import { METRICS } from '../cvss/metrics';
import { NOT_DEFINED } from '../cvss/vector';
import type { CvssVersion } from '../cvss/version';
import type { Completion, CompletionItem } from './completionItem';
import { type ChosenMetric, type GuideValue, metricStep, openMetrics } from './cvssGuide';
import { scoreText } from './figureText';
import { escapeMarkdown, paragraphs } from './markdown';

/** The part of a vector that is being typed, and the rest. */
interface TypedMetric {
  readonly version: CvssVersion;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What stands before the caret. */
  readonly prefix: string;
  /** Whether nothing follows. */
  readonly isLast: boolean;
  /** The other metrics that are right. */
  readonly chosen: readonly ChosenMetric[];
}

const VERSIONS: readonly CvssVersion[] = ['3.1', '4.0', '3.0'];

/**
 * What can stand at a place of a vector behind its version: all values of the metric there, or those of the next one in
 * the specification's order. The range counts from the beginning of the vector.
 */
export function metricCompletion(vector: string, caret: number): Completion | undefined {
  const typed = typedMetric(vector, caret);
  if (!typed) {
    return undefined;
  }
  const items = definitionsFor(typed).flatMap((definition) => metricItems(typed, definition));
  return { range: { start: typed.start, end: typed.end }, items };
}

function typedMetric(vector: string, caret: number): TypedMetric | undefined {
  const version = VERSIONS.find((candidate) => vector.startsWith(`CVSS:${candidate}/`));
  const start = vector.lastIndexOf('/', caret - 1) + 1;
  if (version === undefined || caret === 0 || start === 0) {
    return undefined;
  }
  const slash = vector.indexOf('/', caret);
  const end = slash < 0 ? vector.length : slash;
  const others = [...vector.slice(0, start).split('/').slice(1), ...vector.slice(end).split('/').slice(1)];
  return {
    version,
    start,
    end,
    text: vector.slice(start, end),
    prefix: vector.slice(start, caret),
    isLast: slash < 0,
    chosen: others.flatMap((part) => readMetric(version, part)),
  };
}

function readMetric(version: CvssVersion, part: string): ChosenMetric[] {
  const [name = '', value = ''] = part.split(':', 2);
  const definition = METRICS[version].find((candidate) => candidate.name === name);
  return definition?.values.some(({ letter }) => letter === value) ? [{ name, value }] : [];
}

/** The metrics whose values are offered. */
function definitionsFor({ version, text, prefix, chosen }: TypedMetric): readonly MetricDefinition[] {
  const [name = '', value] = text.toUpperCase().split(':', 2);
  const named = METRICS[version].find((definition) => definition.name === name);
  if (named && value !== undefined) {
    return [named];
  }
  const open = openMetrics(version, chosen);
  const taken = new Set(chosen.map((metric) => metric.name));
  const rest = METRICS[version].filter((definition) => !definition.required && !taken.has(definition.name));
  const begun =
    prefix === '' ? [] : [...open, ...rest].filter((other) => other.name.startsWith(prefix.toUpperCase()));
  const next = open.length > 0 ? open.slice(0, 1) : rest;
  return begun.length > 0 ? begun : next;
}

function metricItems(
  typed: TypedMetric,
  { name, title, values, required }: MetricDefinition,
): CompletionItem[] {
  // Dozens of optional metrics would take too long to score.
  const step =
    required || typed.text.includes(':') ? metricStep(typed.version, typed.chosen, name) : undefined;
  // What is there already would hide the other values, as it begins none of them; so would a wrong value.
  const [, before = ''] = typed.prefix.toUpperCase().split(':', 2);
  const begins = values.some(({ letter }) => letter.toUpperCase().startsWith(before));
  const hides = !begins || readMetric(typed.version, typed.prefix).length > 0;
  const offered: readonly (GuideValue | MetricDefinition['values'][number])[] =
    step?.values ?? values.filter(({ letter }) => letter !== NOT_DEFINED);
  const more = typed.isLast && openMetrics(typed.version, [...typed.chosen, { name, value: '' }]).length > 0;
  return offered.map((value) => {
    const label = `${name}:${value.letter}`;
    const score = 'score' in value && value.score !== undefined ? `, ${scoreText(value.score)}` : '';
    return {
      label,
      insertText: more ? `${label}/` : label,
      kind: 'metric',
      detail: `${value.word}${score}`,
      documentation: paragraphs([
        `**${escapeMarkdown(title)}:** ${escapeMarkdown(value.meaning)}`,
        'lowest' in value && score === '' ? reachText(value) : '',
      ]),
      ...(hides && { filterText: typed.prefix }),
      ...(more && { retrigger: true }),
    };
  });
}

function reachText({ lowest, highest }: GuideValue): string {
  return `With the other metrics the score can still be ${lowest.toFixed(1)} to ${highest.toFixed(1)}.`;
}
