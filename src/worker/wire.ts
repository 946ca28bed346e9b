import type { Problem } from '../checks/problem';
import type { FileEdits } from '../formats/finding';
import type { Place } from '../model/origins';
import type { ProblemItem } from '../protocol/languageProtocol';
import type { FilePlace, PathEdits, PositionRange } from '../protocol/places';
import { fingerprint } from '../text/fingerprint';
import { LineIndex } from '../text/lineIndex';
import type { Position, TextRange } from '../text/range';
import { joinPath } from '../workspace/paths';
import type { Snapshot } from '../workspace/snapshot';

const START: PositionRange = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** Translates places of one snapshot to those of the wire: absolute paths, lines and columns. */
export class WirePlaces {
  private readonly texts: ReadonlyMap<string, string>;
  private readonly indexes = new Map<string, LineIndex>();
  private readonly fingerprints = new Map<string, string>();

  constructor(private readonly snapshot: Pick<Snapshot, 'root' | 'records'>) {
    this.texts = new Map(snapshot.records.map(({ file, text }) => [file, text]));
  }

  /** Absolute path of a file of the model. */
  path(file: string): string {
    return joinPath(this.snapshot.root, file);
  }

  range(file: string, { start, end }: TextRange): PositionRange {
    const index = this.index(file);
    return index ? { start: index.positionAt(start), end: index.positionAt(end) } : START;
  }

  place({ file, range }: Place): FilePlace {
    return { path: this.path(file), range: this.range(file, range) };
  }

  offset(file: string, position: Position): number {
    return this.index(file)?.offsetAt(position) ?? 0;
  }

  edits({ file, edits }: FileEdits): PathEdits {
    const text = this.texts.get(file);
    return {
      path: this.path(file),
      isNew: text === undefined,
      basis: text === undefined ? undefined : this.fingerprintOf(file, text),
      edits: edits.map(({ range, newText }) => ({ range: this.range(file, range), newText })),
    };
  }

  problem({ file, range, code, severity, message, related }: Problem): ProblemItem {
    return {
      path: this.path(file),
      range: this.range(file, range),
      code,
      severity,
      message,
      related: related.map((other) => ({ ...this.place(other), message: other.message })),
    };
  }

  private fingerprintOf(file: string, text: string): string {
    let print = this.fingerprints.get(file);
    if (print === undefined) {
      print = fingerprint(text);
      this.fingerprints.set(file, print);
    }
    return print;
  }

  private index(file: string): LineIndex | undefined {
    let index = this.indexes.get(file);
    const text = this.texts.get(file);
    if (!index && text !== undefined) {
      index = new LineIndex(text);
      this.indexes.set(file, index);
    }
    return index;
  }
}
