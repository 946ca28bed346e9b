import { type ScoreKind, scoreVector } from '../cvss/score';
import type { TextRange } from '../text/range';
import type { Snapshot } from '../workspace/snapshot';
import { type Completion, type CompletionItem, numberItems } from './completionItem';
import { scoreText } from './figureText';
import { markdownCode } from './markdown';
import { metricCompletion } from './metricCompletion';
import type { RelationName } from './nameAt';
import { type NearVector, nearVectors, type TypedPlace } from './nearVectors';

/** A rating, or the vector of a name, that is being typed. */
export interface TypedRating extends TypedPlace {
  /** The text of the file. */
  readonly text: string;
  /** The text of the cell in it. */
  readonly range: TextRange;
  /** Whether only a vector can stand there. */
  readonly onlyVector: boolean;
  /** What is rated, as far as it is known. */
  readonly relation: Partial<RelationName>;
}

const MOST_NEAR = 12;
const MOST_SCORED = 40;

const NEARNESS: Readonly<Record<NearVector['nearness'], string>> = {
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
  const kind = snapshot.model.settings.score;
  return {
    range,
    items: numberItems([
      ...nearItems(snapshot, typed, kind),
      ...(typed.onlyVector ? [] : [...namedItems(snapshot, typed, kind), noneItem()]),
      ...beginnings(),
    ]),
  };
}

function nearItems(snapshot: Snapshot, typed: TypedRating, kind: ScoreKind): CompletionItem[] {
  return nearVectors(snapshot, typed, typed.relation, MOST_NEAR).map(({ vector, nearness, uses }) => {
    const often = uses > 1 ? `, ${uses} times` : '';
    const detail = `${scoreText(scoreVector(vector, kind))}, ${NEARNESS[nearness]}${often}`;
    return { label: vector.text, insertText: vector.text, kind: 'rating', detail };
  });
}

function namedItems(snapshot: Snapshot, { file, offset }: TypedRating, kind: ScoreKind): CompletionItem[] {
  const others = snapshot.records.flatMap((records) =>
    records.vectors.filter(
      ({ range }) => !(records.file === file && range.start <= offset && offset <= range.end),
    ),
  );
  return others.map(({ name, cvss, vector }, index) => ({
    label: name.value,
    insertText: name.value,
    kind: 'vector',
    // Scoring takes its time; of hundreds of names hardly anyone looks at the last.
    ...(vector && index < MOST_SCORED && { detail: scoreText(scoreVector(vector, kind)) }),
    documentation: markdownCode(cvss.value),
  }));
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
