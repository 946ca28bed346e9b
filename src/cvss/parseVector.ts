import type { Message, MessageArguments } from '../text/message';
import type { TextRange } from '../text/range';
import type { MetricDefinition } from './metricDefinition';
import { METRICS } from './metrics';
import type { CvssMetric, CvssVector } from './vector';
import type { CvssVersion } from './version';

/** One thing that is wrong with a vector. */
export interface CvssProblem {
  /** Counts from the beginning of the text. */
  readonly range: TextRange;
  readonly message: Message;
  /** Texts that could stand at the range instead, best first. */
  readonly expected: readonly string[];
}

/** A vector, or what is wrong with it. */
export interface CvssParse {
  readonly vector: CvssVector | undefined;
  readonly problems: readonly CvssProblem[];
  /** Of a vector whose version prescribes an order that it does not have; it is scored all the same. */
  readonly disorder?: CvssProblem;
}

const PREFIX = 'CVSS:';
const VERSIONS: readonly CvssVersion[] = ['3.1', '4.0', '3.0'];
const NO_PREFIX = /^AV:[NALP]\/AC:[LH]\//;
const VERSION_2 = /^\(?AV:[LAN]\/AC:[HML]\/Au:/;

/** Whether a text means to be a CVSS vector of any version. */
export function looksLikeVector(text: string): boolean {
  const trimmed = text.trimStart();
  return (
    trimmed.slice(0, PREFIX.length).toUpperCase() === PREFIX ||
    VERSION_2.test(trimmed) ||
    NO_PREFIX.test(trimmed)
  );
}

/**
 * Parses a vector strictly: the exact prefix, every metric once with one of its letters, all base metrics, in any
 * order. Never throws; the vector is undefined where there are problems, one per wrong metric.
 */
export function parseVector(text: string): CvssParse {
  const head = readVersion(text);
  return 'problem' in head
    ? { vector: undefined, problems: [head.problem] }
    : new MetricReader(text, head.version).read();
}

function readVersion(text: string): { readonly version: CvssVersion } | { readonly problem: CvssProblem } {
  const end = text.indexOf('/') < 0 ? text.length : text.indexOf('/');
  if (VERSION_2.test(text) || text.startsWith('CVSS:2')) {
    const template = 'CVSS 2.0 vectors are not scored; rate again with CVSS:3.1 or CVSS:4.0.';
    return { problem: problem({ start: 0, end: text.length }, template) };
  }
  if (!text.startsWith(PREFIX)) {
    const template = 'A CVSS vector begins with CVSS:3.1/, CVSS:3.0/ or CVSS:4.0/.';
    const wrongCase = text.slice(0, PREFIX.length).toUpperCase() === PREFIX;
    const range = { start: 0, end: wrongCase ? PREFIX.length : end };
    return { problem: problem(range, template, {}, wrongCase ? [PREFIX] : withPrefix(text, end)) };
  }
  const version = VERSIONS.find((candidate) => candidate === text.slice(PREFIX.length, end));
  if (version === undefined) {
    const template = '"{version}" is no CVSS version that is scored; use 3.1, 4.0 or 3.0.';
    const range = { start: Math.min(PREFIX.length, text.length), end };
    return { problem: problem(range, template, { version: text.slice(PREFIX.length, end) }, VERSIONS) };
  }
  return { version };
}

/** The first metric behind the prefix it lacks. */
function withPrefix(text: string, end: number): string[] {
  const version = text.includes('/AT:') ? '4.0' : '3.1';
  return NO_PREFIX.test(text) ? [`${PREFIX}${version}/${text.slice(0, end)}`] : [];
}

/** Reads the metrics behind the version, one after the other. */
class MetricReader {
  private readonly problems: CvssProblem[] = [];
  private readonly metrics = new Map<string, CvssMetric>();
  private readonly definitions: readonly MetricDefinition[];

  constructor(
    private readonly text: string,
    private readonly version: CvssVersion,
  ) {
    this.definitions = METRICS[version];
  }

  read(): CvssParse {
    let start = PREFIX.length + this.version.length;
    while (start < this.text.length) {
      const next = this.text.indexOf('/', start + 1);
      const end = next < 0 ? this.text.length : next;
      this.readMetric(start + 1, end);
      start = end;
    }
    this.reportMissing();
    const { version, text, problems } = this;
    if (problems.length > 0) {
      return { vector: undefined, problems };
    }
    const vector = { version, text, metrics: [...this.metrics.values()] };
    const disorder = disorderOf(vector);
    return { vector, problems, ...(disorder && { disorder }) };
  }

  private readMetric(start: number, end: number): void {
    const part = this.text.slice(start, end);
    const colon = part.indexOf(':');
    const name = colon < 0 ? part : part.slice(0, colon);
    const value = colon < 0 ? '' : part.slice(colon + 1);
    const range = { start, end };
    const valueRange = { start: colon < 0 ? end : start + colon + 1, end };
    const definition = this.definitions.find((candidate) => candidate.name === name);
    if (part === '') {
      // The slash before it belongs to the range, so that there is something to underline.
      this.report({ start: start - 1, end }, 'A slash must be followed by a metric; remove it.', {}, ['']);
    } else if (!definition) {
      this.reportUnknownMetric(name, { start, end: colon < 0 ? end : start + colon });
    } else if (!definition.values.some(({ letter }) => letter === value)) {
      this.reportUnknownValue(definition, value, value === '' ? range : valueRange);
    } else if (this.metrics.has(name)) {
      this.report(range, '{name} stands twice; keep one of them.', { name });
    } else {
      this.metrics.set(name, { name, value, range, valueRange });
    }
  }

  private reportUnknownMetric(name: string, range: TextRange): void {
    const sameLetters = this.definitions.filter(
      (candidate) => candidate.name.toUpperCase() === name.trim().toUpperCase(),
    );
    const template =
      sameLetters.length > 0
        ? '"{name}" must be written {expected}.'
        : 'CVSS {version} has no metric "{name}"; its base metrics are {metrics}.';
    const expected = sameLetters.map((candidate) => candidate.name);
    const metrics = this.definitions.filter(({ required }) => required).map((definition) => definition.name);
    this.report(
      range,
      template,
      { name, version: this.version, expected: expected.join(), metrics: metrics.join(', ') },
      expected,
    );
  }

  private reportUnknownValue(
    { name, title, values }: MetricDefinition,
    value: string,
    range: TextRange,
  ): void {
    const letters = values.map(({ letter }) => letter);
    const sameLetter = letters.filter((letter) => letter.toUpperCase() === value.trim().toUpperCase());
    const prefix = value === '' ? `${name}:` : '';
    const choices = values.map(({ letter, word }) => `${letter} (${word})`).join(', ');
    this.report(
      range,
      value === ''
        ? '{name}, {title}, needs a value: {choices}.'
        : '"{value}" is no value of {name}, {title}; choose {choices}.',
      { name, title, value, choices },
      [...sameLetter, ...letters.filter((letter) => !sameLetter.includes(letter))].map(
        (letter) => prefix + letter,
      ),
    );
  }

  /** One problem for all metrics that are missing: a vector is typed metric by metric. */
  private reportMissing(): void {
    const mentioned = new Set(this.problems.map(({ message }) => message.args['name']));
    const missing = this.definitions.filter(
      ({ name, required }) => required && !this.metrics.has(name) && !mentioned.has(name),
    );
    const [first, ...others] = missing;
    if (!first) {
      return;
    }
    const { name, title, values } = first;
    const choices = values.map(({ letter, word }) => `${letter} (${word})`).join(', ');
    const end = this.text.length;
    const last = this.text.slice(end - 1);
    const names = missing.map((metric) => metric.name).join(', ');
    this.report(
      { start: end - 1, end },
      others.length === 0
        ? 'The metric {name}, {title}, is missing; add one of {choices}.'
        : 'The metrics {names} are missing; add them, each with one of its values, such as {name}:{letter}.',
      { name, title, choices, names, letter: values[0]?.letter ?? '' },
      others.length === 0 ? values.map(({ letter }) => `${last}/${name}:${letter}`) : [],
    );
  }

  private report(
    range: TextRange,
    template: string,
    args: MessageArguments,
    expected: readonly string[] = [],
  ): void {
    this.problems.push(problem(range, template, args, expected));
  }
}

/** What stands in another order than table 23 of the specification of 4.0, which allows no other; 3.x allows any. */
function disorderOf({ version, text, metrics }: CvssVector): CvssProblem | undefined {
  if (version !== '4.0') {
    return undefined;
  }
  const order = new Map(METRICS[version].map(({ name }, index) => [name, index]));
  const place = ({ name }: CvssMetric): number => order.get(name) ?? 0;
  const sorted = [...metrics].sort((a, b) => place(a) - place(b));
  const first = metrics.findIndex((metric, index) => metric !== sorted[index]);
  const last = metrics.findLastIndex((metric, index) => metric !== sorted[index]);
  const [begin, end] = [metrics[first], metrics[last]];
  if (!begin || !end) {
    return undefined;
  }
  const parts = sorted.slice(first, last + 1).map(({ range }) => text.slice(range.start, range.end));
  return problem(
    { start: begin.range.start, end: end.range.end },
    'CVSS 4.0 prescribes an order of metrics, and other programs may refuse this one: {name} must stand before {before}.',
    { name: sorted[first]?.name ?? '', before: begin.name },
    [parts.join('/')],
  );
}

function problem(
  range: TextRange,
  template: string,
  args: MessageArguments = {},
  expected: readonly string[] = [],
): CvssProblem {
  return { range, message: { template, args }, expected };
}
