import { scoreVector } from '../cvss/score';
import type { TextRange } from '../text/range';
import type { Snapshot } from '../workspace/snapshot';
import { type Completion, type CompletionItem, numberItems } from './completionItem';
import { scoreText } from './figureText';
import { markdownCode } from './markdown';
import { metricCompletion } from './metricCompletion';
import type { RelationName } from './nameAt';
import { type UsedVector, usedVectors } from './usedVectors';

/** A rating, or the vector of a name, that is being typed. */
export interface TypedRating {
  readonly file: string;
  readonly offset: number;
  /** The text of the file. */
  readonly text: string;
  /** The text of the cell in it. */
  readonly range: TextRange;
  /** Whether only a vector can stand there. */
  readonly onlyVector: boolean;
  /** What is rated, as far as it is known. */
  readonly relation: Partial<RelationName>;
}

const MOST_VECTORS = 12;
const MOST_SCORED = 10;

const NEARNESS: Readonly<Record<UsedVector['nearness'], string>> = {
  interface: 'same interface',
  component: 'same component',
  model: 'used in this model',
};

/** What can be put into a rating cell: whole ratings, or in a vector the next metric. */
export function ratingCompletion(snapshot: Snapshot, typed: TypedRating): Completion | undefined {
  const { text, range, offset } = typed;
  const inVector = metricCompletion(text.slice(range.start, range.end), offset - range.start);
  if (inVector) {
    const { start, end } = inVector.range;
    const items = numberItems(inVector.items);
    return { range: { start: range.start + start, end: range.start + end }, items };
  }
  const used = usedVectors(snapshot.model, typed.relation);
  return {
    range,
    items: numberItems([
      ...vectorItems(snapshot, typed, used),
      ...(typed.onlyVector ? [] : [...namedItems(snapshot, typed, used), noneItem()]),
      ...beginnings(),
    ]),
  };
}

/** Vectors as they are; those with a name only where no name can stand. */
function vectorItems(
  { origins }: Snapshot,
  { text, range, onlyVector }: TypedRating,
  used: readonly UsedVector[],
): CompletionItem[] {
  const typed = text.slice(range.start, range.end);
  const named = onlyVector
    ? []
    : [...origins.vectors.values()].flatMap(([first]) => (first ? [first.record.cvss.value] : []));
  const hidden = new Set([typed, ...named]);
  return used
    .filter((vector) => !hidden.has(vector.text))
    .slice(0, MOST_VECTORS)
    .map((vector) => ({
      label: vector.text,
      insertText: vector.text,
      kind: 'rating',
      detail: usedText(vector),
    }));
}

/** Names of vectors, those used nearby first. */
function namedItems(
  { model, origins }: Snapshot,
  { file, offset }: TypedRating,
  used: readonly UsedVector[],
): CompletionItem[] {
  const rankOf = new Map(used.map(({ text }, index) => [text, index]));
  const named = [...origins.vectors.values()]
    .flatMap(([first]) => first ?? [])
    .filter(
      ({ file: other, record: { range } }) => other !== file || offset < range.start || range.end < offset,
    )
    .map(({ record }) => ({ ...record, rank: rankOf.get(record.cvss.value) ?? used.length }))
    .sort((a, b) => a.rank - b.rank);
  let scored = 0;
  return named.map(({ name, cvss, vector, rank }) => {
    const use = used[rank];
    // Scoring takes its time, and of hundreds of names that nothing uses hardly anyone looks at the last.
    const isScored = use === undefined && vector !== undefined && scored++ < MOST_SCORED;
    const score = isScored ? scoreText(scoreVector(vector, model.settings.score)) : undefined;
    const detail = use ? usedText(use) : score;
    return {
      label: name.value,
      insertText: name.value,
      kind: 'vector',
      ...(detail !== undefined && { detail }),
      documentation: markdownCode(cvss.value),
    };
  });
}

function usedText({ score, nearness, uses }: UsedVector): string {
  const often = uses > 1 ? `, ${uses} times` : '';
  return `${scoreText(score)}, ${NEARNESS[nearness]}${often}`;
}

function noneItem(): CompletionItem {
  return {
    label: 'none',
    insertText: 'none',
    kind: 'value',
    detail: '0.0',
    documentation: 'Considered and found not possible.',
  };
}

function beginnings(): CompletionItem[] {
  return ['3.1', '4.0'].map((version) => ({
    label: `CVSS:${version}/`,
    insertText: `CVSS:${version}/`,
    kind: 'rating',
    detail: 'a new vector, metric by metric',
    retrigger: true,
  }));
}
