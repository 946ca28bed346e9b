import { beginsThreatTable } from '../csv/headerColumns';
import { TABLE_HEADERS } from '../csv/tables';
import { decodeText } from '../decode';
import { cleanName } from './cleanName';
import { readDbc } from './dbc';
import { FOREIGN_LIMITS, type ForeignFormat, FORMAT_TITLES, isArchive, recogniseText } from './foreignFormat';
import type { ForeignSystem } from './foreignSystem';
import { beginsTable, type ForeignTable, readTables } from './foreignTables';
import { readGraphml } from './graphml';
import type { ImportedModel } from './importedModel';
import { ImportLog, type ImportReport } from './importReport';
import { mapSystems } from './mapSystem';
import { mapTables } from './mapTables';
import { readOtm } from './otm';
import { readThreagile } from './threagile';
import { readThreatDragon } from './threatDragon';
import { readTm7 } from './tm7';
import { type TextFile, writeModel } from './writeModel';
import { addAll } from '../../text/arrays';

/** A file to be imported. */
export interface ForeignFile {
  /** As messages name it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What came of an import. */
export interface Imported {
  /** Files of the model; none where nothing could be read. */
  readonly files: readonly TextFile[];
  readonly report: ImportReport;
}

type TextFormat = Exclude<ForeignFormat, 'workbook'>;

type TextReader = (file: string, text: string, log: ImportLog) => ForeignSystem | undefined;

const READERS: Readonly<Record<TextFormat, TextReader>> = {
  'threat-dragon': readThreatDragon,
  otm: readOtm,
  threagile: readThreagile,
  tm7: readTm7,
  graphml: readGraphml,
  dbc: readDbc,
};

/**
 * Reads files of other tools as one model. Never throws: what is wrong is in the report.
 * @param format of all files; without it, each one's is recognised by its content
 */
export async function importFiles(files: readonly ForeignFile[], format?: ForeignFormat): Promise<Imported> {
  const log = new ImportLog();
  const systems: ForeignSystem[] = [];
  const tables: ForeignTable[] = [];
  for (const file of files) {
    if (isTable(file, format)) {
      addAll(tables, await readBook(file, log));
    } else {
      addAll(systems, readSystem(file, format, log));
    }
  }
  if (systems.length > 0 && tables.length > 0) {
    log.problem(
      { file: tables[0]?.file ?? '' },
      'Tables of a workbook are not mixed with models of other tools; import them on their own.',
    );
  }
  const model = mapAll(systems, tables, log);
  const origin = systems.length > 0 ? systems.map(({ file }) => file) : tables.map(({ label }) => label);
  return { files: model ? writeModel(model, origin.join(', ')) : [], report: log.report() };
}

function mapAll(
  systems: readonly ForeignSystem[],
  tables: readonly ForeignTable[],
  log: ImportLog,
): ImportedModel | undefined {
  if (systems.length === 0 && tables.length === 0) {
    return undefined;
  }
  const model = systems.length > 0 ? mapSystems(systems, log) : mapTables(tables, log);
  if (model.components.length > 0) {
    return model;
  }
  log.problem(
    { file: systems[0]?.file ?? tables[0]?.file ?? '' },
    systems.length > 0
      ? 'There is nothing in it that could be a component.'
      : 'No table names components; ratings alone come back into their model with --output MODEL_FOLDER.',
  );
  return undefined;
}

/** Whether a file is to be read as tables: a workbook, or a CSV file of none of the other formats. */
function isTable({ bytes }: ForeignFile, format: ForeignFormat | undefined): boolean {
  if (format !== undefined) {
    return format === 'workbook';
  }
  if (isArchive(bytes)) {
    return true;
  }
  const text = bytes.length > FOREIGN_LIMITS.table ? undefined : decodeText(bytes, true)?.text;
  return (
    text !== undefined && recogniseText(text) === undefined && (beginsTable(text) || beginsThreatTable(text))
  );
}

async function readBook(file: ForeignFile, log: ImportLog): Promise<ForeignTable[]> {
  if (isTooLarge(file, FOREIGN_LIMITS.table, log)) {
    return [];
  }
  const before = log.problemCount;
  const tables = (await readTables(file.name, file.bytes, log)) ?? [];
  if (tables.length === 0) {
    if (log.problemCount === before) {
      log.problem(
        { file: file.name },
        'This file holds no table that a model can have; the first row of one names its columns: {columns}.',
        { columns: TABLE_HEADERS },
      );
    }
    return [];
  }
  log.source({ file: file.name, format: FORMAT_TITLES.workbook, title: '' });
  return tables;
}

function readSystem(file: ForeignFile, wanted: ForeignFormat | undefined, log: ImportLog): ForeignSystem[] {
  const { name, bytes } = file;
  if (isTooLarge(file, FOREIGN_LIMITS.text, log)) {
    return [];
  }
  const text = isArchive(bytes) ? undefined : decodeText(bytes, true)?.text;
  if (text === undefined) {
    log.problem({ file: name }, 'This is not a text file; save it as UTF-8 text.');
    return [];
  }
  const format = wanted ?? recogniseText(text);
  if (format === undefined || format === 'workbook') {
    log.problem(
      { file: name },
      'The format of this file is none that can be imported; name it with --format if it is one.',
    );
    return [];
  }
  const system = READERS[format](name, text, log);
  if (!system) {
    return [];
  }
  log.source({ file: name, format: FORMAT_TITLES[format], title: cleanName(system.title) });
  return [system];
}

function isTooLarge({ name, bytes }: ForeignFile, limit: number, log: ImportLog): boolean {
  if (bytes.length > limit) {
    log.problem({ file: name }, 'The file has more than the {limit} MB that are read; split it.', {
      limit: limit / (1024 * 1024),
    });
  }
  return bytes.length > limit;
}
