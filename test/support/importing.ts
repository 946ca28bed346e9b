import { readFileSync } from 'node:fs';
import type { ForeignFormat } from '../../src/formats/foreign/foreignFormat';
import { importFiles } from '../../src/formats/foreign/importFiles';
import type { ImportReport, NoteKind } from '../../src/formats/foreign/importReport';
import { noteText } from '../../src/formats/foreign/importReportText';
import type { Snapshot } from '../../src/workspace/snapshot';
import { snapshotOf } from './caret';

/** Where the fixtures of imports lie. */
export const IMPORT_FIXTURES = 'test/fixtures/import';

/** An import with the model that came of it. */
export interface ImportRun {
  /** Texts by file name; none where nothing was read. */
  readonly texts: Readonly<Record<string, string>>;
  readonly snapshot: Snapshot;
  readonly report: ImportReport;
}

/** Imports files by name. */
export async function importRun(
  files: Readonly<Record<string, string | Uint8Array>>,
  format?: ForeignFormat,
): Promise<ImportRun> {
  const encoder = new TextEncoder();
  const foreign = Object.entries(files).map(([name, content]) => ({
    name,
    bytes: typeof content === 'string' ? encoder.encode(content) : content,
  }));
  const { files: written, report } = await importFiles(foreign, format);
  const texts = Object.fromEntries(written.map(({ name, text }) => [name, text]));
  return { texts, snapshot: snapshotOf(texts), report };
}

/** Imports a fixture. */
export function importFixture(name: string): Promise<ImportRun> {
  return importRun({ [name]: readFileSync(`${IMPORT_FIXTURES}/${name}`) });
}

/** Errors of the model as `file code: message`. */
export function errorsOf({ problems }: Snapshot): string[] {
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(({ file, code, message }) => `${file} ${code}: ${JSON.stringify(message)}`);
}

/** The remarks of a kind as text. */
export function notesOf({ notes }: ImportReport, kind: NoteKind): string[] {
  return notes.filter((group) => group.kind === kind).flatMap((group) => group.notes.map(noteText));
}

/** The model in short: components with what matters of them, and interfaces that are entries. */
export function outline({ snapshot: { model } }: ImportRun): {
  readonly facilities: readonly string[];
  readonly components: Readonly<Record<string, string>>;
  readonly entries: readonly string[];
} {
  const components = [...model.components.values()].map(({ name, facility, labels, relations, assets }) => [
    name,
    [
      facility ?? '-',
      [...labels].join(' '),
      [...relations.keys()].join(', '),
      assets.map((asset) => `${asset.name}${JSON.stringify(asset.ratings)}`).join(', '),
    ].join(' | '),
  ]);
  return {
    facilities: [...model.facilities.keys()],
    components: Object.fromEntries(components) as Record<string, string>,
    entries: [...model.interfaces.values()].filter(({ entry }) => entry === true).map(({ name }) => name),
  };
}
