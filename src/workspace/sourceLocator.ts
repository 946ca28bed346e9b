import type { Place } from '../model/origins';
import { LineIndex } from '../text/lineIndex';
import type { Position } from '../text/range';
import type { Snapshot } from './snapshot';

/** A place as people and tools name it. */
export interface SourceLocation extends Position {
  /** Relative to the model's folder, with `/`. */
  readonly file: string;
}

/** Translates places of a snapshot to lines and columns; keeps the line starts of files it was asked for. */
export class SourceLocator {
  private readonly texts: ReadonlyMap<string, string>;
  private readonly indexes = new Map<string, LineIndex>();

  constructor(snapshot: Pick<Snapshot, 'records'>) {
    this.texts = new Map(snapshot.records.map(({ file, text }) => [file, text]));
  }

  /** Where a place begins. */
  start({ file, range }: Place): SourceLocation {
    return { file, ...this.index(file).positionAt(range.start) };
  }

  /** Where a place ends, exclusive. */
  end({ file, range }: Place): SourceLocation {
    return { file, ...this.index(file).positionAt(range.end) };
  }

  private index(file: string): LineIndex {
    let index = this.indexes.get(file);
    if (!index) {
      index = new LineIndex(this.texts.get(file) ?? '');
      this.indexes.set(file, index);
    }
    return index;
  }
}
