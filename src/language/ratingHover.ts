import { explainMetric } from '../cvss/explain';
import { METRICS } from '../cvss/metrics';
import { parseVector } from '../cvss/parseVector';
import { scoreVector } from '../cvss/score';
import { baseVector, canonicalVector, type CvssVector, NOT_DEFINED } from '../cvss/vector';
import type { CvssVersion } from '../cvss/version';
import type { RatingCell } from '../formats/records';
import { strideName } from '../formats/stride';
import { mentionsOf } from '../model/mentions';
import { plural } from '../text/numbers';
import type { Snapshot } from '../workspace/snapshot';
import { scoreText } from './figureText';
import { escapeMarkdown, markdownCode, paragraphs } from './markdown';
import type { MetricAt, RatingAt, VectorAt } from './nameAt';

/** What a rating cell says, as Markdown: the metric under the caret first. */
export function ratingHover(snapshot: Snapshot, rating: RatingAt, vector: VectorAt | undefined): string {
  const { value } = rating.cell;
  switch (value.kind) {
    case 'name':
      return paragraphs([vectorHover(snapshot, { name: value.name }), subject(rating)]);
    case 'none':
      return paragraphs(['**none**: considered, and found not possible', subject(rating)]);
    case 'score':
      return paragraphs([`**${scoreText(value.score)}**: a bare score`, subject(rating)]);
    case 'vector':
    case 'invalid':
      return paragraphs([vector ? vectorHover(snapshot, vector) : invalidText(rating.cell), subject(rating)]);
  }
}

/** What a vector says, as Markdown, by its text or by its name alone. */
export function vectorHover(
  snapshot: Snapshot,
  vector: Pick<VectorAt, 'name'> & Partial<Pick<VectorAt, 'text' | 'metric'>>,
): string {
  const { name, metric } = vector;
  const record = name === undefined ? undefined : snapshot.origins.vectors.get(name)?.[0]?.record;
  const text = vector.text ?? record?.cvss.value.trim();
  const title = name === undefined ? '' : nameTitle(snapshot, name);
  if (text === undefined) {
    return paragraphs([title, 'No file declares this vector.']);
  }
  const parsed = parseVector(text).vector;
  const version = /^CVSS:(3\.0|3\.1|4\.0)\//.exec(text)?.[1] as CvssVersion | undefined;
  return paragraphs([
    version && metric ? metricText(version, metric) : '',
    title,
    parsed ? vectorText(parsed) : `${markdownCode(text)} is no valid vector.`,
  ]);
}

function nameTitle({ origins }: Snapshot, name: string): string {
  const uses = mentionsOf(origins, 'vector', name).filter(({ declares }) => !declares).length;
  return `**${escapeMarkdown(name)}** (named vector), used in ${plural(uses, 'cell')}`;
}

/** The metric under the caret with all of its values, the one that stands there in bold. */
function metricText(version: CvssVersion, { name, value }: MetricAt): string {
  const definition = METRICS[version].find((candidate) => candidate.name === name);
  if (!definition) {
    return '';
  }
  const values = definition.values.map(({ letter, word, meaning }) => {
    const line = `${letter} ${word}: ${meaning}`;
    return letter === value ? `- **${line}**` : `- ${line}`;
  });
  return [`**${definition.title}** (${name})`, '', ...values, '', '---'].join('\n');
}

function vectorText(vector: CvssVector): string {
  const base = scoreVector(vector, 'base');
  const overall = scoreVector(vector, 'overall');
  const hasMore = canonicalVector(vector) !== baseVector(vector);
  const scores = `**${scoreText(base)}**${hasMore ? `, overall **${scoreText(overall)}**` : ''}`;
  const order = METRICS[vector.version].map(({ name }) => name);
  const rows = vector.metrics
    .filter(({ value }) => value !== NOT_DEFINED)
    .toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
    .flatMap(({ name, value }) => explainMetric(vector.version, name, value) ?? [])
    .map(
      ({ name, letter, title, word, meaning }) => `| ${name}:${letter} | ${title} | ${word} | ${meaning} |`,
    );
  return paragraphs([
    `${scores} ${markdownCode(vector.text)}`,
    ['| | Metric | Value | Meaning |', '|---|---|---|---|', ...rows].join('\n'),
  ]);
}

function invalidText({ text }: RatingCell): string {
  return `${markdownCode(text)} is no valid rating.`;
}

/** What a cell rates, in one sentence. */
function subject({ key, relations, rule }: RatingAt): string {
  const type = key === 'all' ? 'all types that are not named' : `${strideName(key)} (${key})`;
  if (rule) {
    return `Rates ${type} where the rule fits and nothing else does.`;
  }
  const where = relations.map(
    (relation) => `${escapeMarkdown(relation.component)} through ${escapeMarkdown(relation.interface)}`,
  );
  return `Rates ${type}, entering ${where.join(' and ')}.`;
}
