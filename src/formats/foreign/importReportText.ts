import { formatMessage } from '../../text/message';
import { count } from '../../text/numbers';
import { cellAddress, placeText } from './foreignPlace';
import type { ImportNote, ImportReport, ImportSource, Mapping, NoteKind } from './importReport';
import { addAll } from '../../text/arrays';

/** So many remarks of the same sentence are shown, by their kind. */
export type ShownNotes = Readonly<Record<NoteKind, number>>;

/** For people who read the report where it is printed. */
const SHOWN: ShownNotes = { problem: 100, guessed: 10, 'left-out': 10 };

const TITLES: readonly (readonly [kind: NoteKind, title: string])[] = [
  ['problem', 'Wrong in the files'],
  ['guessed', 'Guessed: please look at these'],
  ['left-out', 'Left out'],
];

/**
 * What an import did, in lines of text. Of very many remarks of the same sentence the first, and how many more there are.
 * @param more what to say of where these stand
 */
export function importReportText(
  { sources, mappings, notes }: ImportReport,
  shown: ShownNotes = SHOWN,
  more = '',
): string {
  const lines: string[] = [];
  for (const { file, format, title } of sources) {
    lines.push(`${file} (${format})${title === '' ? '' : `: ${title}`}`);
  }
  if (mappings.length > 0) {
    lines.push('', 'Mapped');
    addAll(
      lines,
      mappings.map(({ from, to, count: times }) => `  ${count(times)} x ${from} -> ${to}`),
    );
  }
  for (const [kind, title] of TITLES) {
    const groups = notes.filter((group) => group.kind === kind);
    if (groups.length > 0) {
      lines.push('', title);
    }
    for (const group of groups) {
      const listed = group.notes.slice(0, shown[kind]);
      addAll(
        lines,
        listed.map((note) => `  ${noteText(note)}`),
      );
      if (group.count > listed.length) {
        lines.push(`  ... and ${count(group.count - listed.length)} more like this${more}`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** A remark as `place: sentence`; see `placeText`. */
export function noteText({ message, ...place }: ImportNote): string {
  return `${placeText(place)}: ${formatMessage(message)}`;
}

/** What an import did. */
export interface ImportReportJson {
  /** The files that were read. */
  readonly sources: readonly ImportSource[];
  /** What became what. */
  readonly mappings: readonly Mapping[];
  /** What is to be said, by sentence. */
  readonly notes: readonly NoteGroupJson[];
}

/** Remarks of the same sentence; problems also of the same file. */
export interface NoteGroupJson {
  /** `problem`: wrong in the files. `guessed`: an interpretation that somebody should look at. `left-out`: not taken over. */
  readonly kind: NoteKind;
  /** How many there are; the first 20,000 are listed. */
  readonly count: number;
  /** The remarks. */
  readonly notes: readonly NoteJson[];
}

/** A remark of an import. */
export interface NoteJson {
  /** What there is to say, as a sentence. */
  readonly message: string;
  /** The file, as it was named. */
  readonly file: string;
  /** Sheet of a workbook. */
  readonly sheet?: string | undefined;
  /** Line, or row of a sheet, from 1; missing where the format has no lines, or nothing says where. */
  readonly line?: number | undefined;
  /** Column, from 1: of a text in UTF-16 units, of a sheet in cells. */
  readonly column?: number | undefined;
  /** Address of the cell of a workbook, as `F3`. */
  readonly cell?: string | undefined;
}

/** What an import did, as JSON: all remarks that were kept, with `cell` where a place is one of a workbook. */
export function importReportJson({ sources, mappings, notes }: ImportReport): string {
  const groups = notes.map(({ kind, count: total, notes: all }) => ({
    kind,
    count: total,
    notes: all.map(
      ({ message, ...place }): NoteJson => ({
        message: formatMessage(message),
        ...place,
        ...(place.sheet !== undefined && { cell: cellAddress(place) }),
      }),
    ),
  }));
  const value: ImportReportJson = { sources, mappings, notes: groups };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
