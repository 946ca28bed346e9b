import { decodeText } from '../decode';
import { readDbc } from './dbc';
import { FOREIGN_LIMITS, type ForeignFormat, FORMAT_TITLES, isArchive, recogniseText } from './foreignFormat';
import type { ForeignSystem } from './foreignSystem';
import { readGraphml } from './graphml';
import { ImportLog, type ImportReport } from './importReport';
import { mapSystems } from './mapSystem';
import { readOtm } from './otm';
import { readThreagile } from './threagile';
import { readThreatDragon } from './threatDragon';
import { readTm7 } from './tm7';
import { type TextFile, writeModel } from './writeModel';

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
  const systems = files.flatMap((file) => readSystem(file, format, log) ?? []);
  const origin = systems.map(({ file }) => file).join(', ');
  return {
    files: systems.length === 0 ? [] : writeModel(mapSystems(systems, log), origin),
    report: log.report(),
  };
}

function readSystem(
  { name, bytes }: ForeignFile,
  wanted: ForeignFormat | undefined,
  log: ImportLog,
): ForeignSystem | undefined {
  if (bytes.length > FOREIGN_LIMITS.text) {
    log.problem({ file: name }, 'The file has more than the {limit} MB that are read; split it.', {
      limit: FOREIGN_LIMITS.text / (1024 * 1024),
    });
    return undefined;
  }
  const text = isArchive(bytes) ? undefined : decodeText(bytes, true)?.text;
  if (text === undefined) {
    log.problem({ file: name }, 'This is not a text file; save it as UTF-8 text.');
    return undefined;
  }
  const format = wanted ?? recogniseText(text);
  const read = format === undefined || format === 'workbook' ? undefined : READERS[format];
  if (format === undefined || !read) {
    log.problem(
      { file: name },
      'The format of this file is none that can be imported; name it with --format if it is one.',
    );
    return undefined;
  }
  const system = read(name, text, log);
  if (system) {
    log.source({ file: name, format: FORMAT_TITLES[format], title: system.title });
  }
  return system;
}
