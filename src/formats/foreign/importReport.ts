import type { Message, MessageArguments } from '../../text/message';
import type { ForeignPlace } from './foreignPlace';
import { addAll } from '../../text/arrays';

/** What an import says of something: it was interpreted, it was not taken over, or it was wrong in the file. */
export type NoteKind = 'guessed' | 'left-out' | 'problem';

/** One remark of an import. */
export interface ImportNote extends ForeignPlace {
  readonly message: Message;
}

/** Remarks of the same sentence; problems also of the same file. */
export interface NoteGroup {
  readonly kind: NoteKind;
  /** How many there were; the first of them are in `notes`. */
  readonly count: number;
  readonly notes: readonly ImportNote[];
}

/** So many things of one kind became something of the model. */
export interface Mapping {
  /** What it is called in the file. */
  readonly from: string;
  /** What it became. */
  readonly to: string;
  /** How many of them. */
  readonly count: number;
}

/** A file that was read. */
export interface ImportSource {
  /** As it was named. */
  readonly file: string;
  /** What the format is called. */
  readonly format: string;
  /** Title of what is in it; empty where it has none. */
  readonly title: string;
}

/** What was mapped, guessed and left out, as data. */
export interface ImportReport {
  readonly sources: readonly ImportSource[];
  readonly mappings: readonly Mapping[];
  readonly notes: readonly NoteGroup[];
}

/** Of remarks of the same sentence, so many are kept one by one. */
const MOST_NOTES = 20_000;

/** Collects what an import has to say. */
export class ImportLog {
  private readonly sources: ImportSource[] = [];
  private readonly mappings = new Map<string, Mapping>();
  private readonly groups = new Map<string, { kind: NoteKind; count: number; notes: ImportNote[] }>();

  /** Notes a file that was read. */
  source(source: ImportSource): void {
    this.sources.push(source);
  }

  /** Counts things that became something of the model. */
  mapped(from: string, to: string, count = 1): void {
    const key = JSON.stringify([from, to]);
    this.mappings.set(key, { from, to, count: (this.mappings.get(key)?.count ?? 0) + count });
  }

  /** Notes an interpretation that somebody should look at. */
  guessed(place: ForeignPlace, template: string, args: MessageArguments = {}): void {
    this.add('guessed', place, template, args);
  }

  /** Notes something of the file that the model does not have. */
  leftOut(place: ForeignPlace, template: string, args: MessageArguments = {}): void {
    this.add('left-out', place, template, args);
  }

  /** Notes something that is wrong in the file. */
  problem(place: ForeignPlace, template: string, args: MessageArguments = {}): void {
    this.add('problem', place, template, args);
  }

  /** A log that begins with all of this one, and goes its own way. */
  copy(): ImportLog {
    const copy = new ImportLog();
    addAll(copy.sources, this.sources);
    for (const [key, mapping] of this.mappings) {
      copy.mappings.set(key, mapping);
    }
    for (const [key, group] of this.groups) {
      copy.groups.set(key, { ...group, notes: [...group.notes] });
    }
    return copy;
  }

  /** How many problems there are so far. */
  get problemCount(): number {
    return [...this.groups.values()].reduce(
      (sum, { kind, count }) => sum + (kind === 'problem' ? count : 0),
      0,
    );
  }

  /** Everything so far; groups in the order of their first remark. */
  report(): ImportReport {
    return {
      sources: [...this.sources],
      mappings: [...this.mappings.values()],
      notes: [...this.groups.values()].map((group) => ({ ...group, notes: [...group.notes] })),
    };
  }

  private add(kind: NoteKind, place: ForeignPlace, template: string, args: MessageArguments): void {
    const key = JSON.stringify([kind, template, ...(kind === 'problem' ? [place.file] : [])]);
    const group = this.groups.get(key) ?? { kind, count: 0, notes: [] };
    this.groups.set(key, group);
    group.count++;
    if (group.notes.length < MOST_NOTES) {
      group.notes.push({ ...place, message: { template, args } });
    }
  }
}

/** Whether something was wrong in the files. */
export function hasProblems({ notes }: ImportReport): boolean {
  return notes.some(({ kind }) => kind === 'problem');
}
