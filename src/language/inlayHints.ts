import { cvssSeverity, type CvssSeverity } from '../cvss/severity';
import type { CvssVector } from '../cvss/vector';
import type { FileRecords, RatingCell } from '../formats/records';
import { ScoreCache } from '../model/scoreCache';
import type { TextRange } from '../text/range';
import type { Snapshot } from '../workspace/snapshot';
import { recordsOf } from './nameAt';

/** The score of a vector, to be shown behind it. */
export interface InlayHint {
  readonly offset: number;
  /** The score, with one decimal. */
  readonly label: string;
  readonly severity: CvssSeverity;
}

/** The scores of vectors and names of vectors in a part of a file, by the settings of the model; in the order of the text. */
export function inlayHints(snapshot: Snapshot, file: string, range: TextRange): InlayHint[] {
  const records = recordsOf(snapshot, file);
  const scores = new ScoreCache();
  const hints = new Map<number, InlayHint>();
  for (const { vector, written } of records ? writtenVectors(snapshot, records, range) : []) {
    const offset = endOf(records?.text ?? '', written);
    const score = scores.score(vector, snapshot.model.settings.score);
    // Rows of several interfaces make several records of the same cells.
    hints.set(offset, { offset, label: score.toFixed(1), severity: cvssSeverity(score) });
  }
  return [...hints.values()].sort((a, b) => a.offset - b.offset);
}

interface WrittenVector {
  readonly vector: CvssVector;
  readonly written: TextRange;
}

function* writtenVectors(
  { origins }: Snapshot,
  { vectors, ratings, ratingRules }: FileRecords,
  shown: TextRange,
): Generator<WrittenVector> {
  for (const { vector, cvss } of vectors) {
    if (vector && meets(cvss.range, shown)) {
      yield { vector, written: cvss.range };
    }
  }
  for (const record of [...ratings, ...ratingRules]) {
    if (meets(record.range, shown)) {
      for (const cell of Object.values(record.cells)) {
        const vector = vectorOf(cell, origins);
        if (vector && meets(cell.range, shown)) {
          yield { vector, written: cell.range };
        }
      }
    }
  }
}

function vectorOf({ value }: RatingCell, { vectors }: Snapshot['origins']): CvssVector | undefined {
  switch (value.kind) {
    case 'vector':
      return value.vector;
    case 'name':
      return vectors.get(value.name)?.[0]?.record.vector;
    default:
      return undefined;
  }
}

/** Behind what is written, and behind the quote of a cell whose range lies inside of it. */
function endOf(text: string, { start, end }: TextRange): number {
  const last = start + text.slice(start, end).trimEnd().length;
  const quote = text.charAt(last);
  return quote === '"' && text.charAt(start - 1) === quote ? last + 1 : last;
}

function meets(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}
