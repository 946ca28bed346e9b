import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import {
  FOREIGN_FORMATS,
  FOREIGN_LIMITS,
  type ForeignFormat,
  WORKSHEET,
} from '../../formats/foreign/foreignFormat';
import { type ForeignFile, importFiles } from '../../formats/foreign/importFiles';
import { hasProblems } from '../../formats/foreign/importReport';
import { readWorksheets } from '../../language/readWorksheets';
import { nodeFileSystem } from '../../workspace/nodeFileSystem';
import { isTmgFile } from '../../workspace/fileKinds';
import { baseName, joinPath } from '../../workspace/paths';
import { reportImport } from '../importReporting';
import { type CommandIo, EXIT, type ExitCode, UsageError } from '../io';
import { loadModels } from '../loadModels';
import { isStandardOutput, reasonOf } from '../output';
import { writeFolder } from '../outputFolder';
import { problemSummary, reportErrors } from '../problems';
import { printable } from '../terminal';
import { importWorksheets } from '../worksheetImport';

/** How names of files end that may be imported. */
const IMPORTABLE = /\.(json|ya?ml|otm|tm7|graphml|xml|dbc|xlsx|csv|tsv)$/i;

/** So many files of a folder are named as examples. */
const SHOWN_FILES = 5;

interface ImportOptions {
  readonly output: string;
  readonly format?: ForeignFormat | typeof WORKSHEET;
  readonly force?: boolean;
  readonly report?: string;
}

/** `tmg import`: files of other tools as a folder of TMG files, and filled rating worksheets as edits of one. */
export function addImportCommand(program: Command, io: CommandIo, end: (code: ExitCode) => void): void {
  program
    .command('import')
    .description(
      'read models of other tools into a folder of TMG files, or filled rating worksheets into their model',
    )
    .argument('<file...>', 'files that make one model, or worksheets of one')
    .requiredOption('--output <folder>', 'where to write the TMG files, or where the rated model is')
    .addOption(new Option('--format <format>', 'what the files are').choices([...FOREIGN_FORMATS, WORKSHEET]))
    .option('--report <file>', 'write the whole report to a file too: JSON if its name ends so, else text')
    .option('--force', 'overwrite what an earlier import has written')
    .action(async (files: string[], options: ImportOptions) => end(await importAll(io, files, options)));
}

async function importAll(io: CommandIo, paths: readonly string[], options: ImportOptions): Promise<ExitCode> {
  if (isStandardOutput(options.output)) {
    throw new UsageError('An import makes several files; name a folder for them with --output.');
  }
  const files: ForeignFile[] = [];
  for (const path of paths) {
    files.push(await readForeign(io, path));
  }
  const { format } = options;
  const worksheets = format === undefined || format === WORKSHEET ? await readWorksheets(files) : undefined;
  if (worksheets) {
    return importWorksheets(io, worksheets, { folder: options.output, report: options.report });
  }
  if (format === WORKSHEET) {
    throw new UsageError(
      'These are no rating worksheets: they need the columns Component, Interface and those of STRIDE types.',
    );
  }
  const { files: written, report } = await importFiles(files, format);
  if (written.length > 0) {
    const folder = resolve(io.workingDirectory, options.output);
    await writeFolder(folder, options.output, written, options.force === true);
  }
  await reportImport(io, report, options);
  if (written.length === 0) {
    io.writeError('tmg: nothing could be imported.\n');
    return EXIT.failed;
  }
  const [snapshot] = await loadModels(io, [options.output], undefined);
  const names = written.map(({ name }) => name).join(', ');
  const summary = snapshot ? problemSummary(snapshot.problems) || 'no problems' : '';
  await io.writeOut(`\nWritten to ${printable(options.output)}: ${names}\nCheck: ${summary}\n`);
  const failed = snapshot !== undefined && reportErrors(io, snapshot);
  return failed || hasProblems(report) ? EXIT.failed : EXIT.done;
}

async function readForeign(io: CommandIo, path: string): Promise<ForeignFile> {
  const absolute = resolve(io.workingDirectory, path).replaceAll('\\', '/');
  const kind = await nodeFileSystem.kindOf(absolute);
  if (kind === 'folder') {
    throw new UsageError(await folderAdvice(absolute, path));
  }
  if (kind !== 'file') {
    const what = kind === undefined ? `There is no file ${path}` : `${path} is no ordinary file`;
    throw new UsageError(`${what}; name the files to be imported.`);
  }
  try {
    if ((await nodeFileSystem.fileSize(absolute)) > FOREIGN_LIMITS.table) {
      throw new UsageError(
        `${path} has more than the ${FOREIGN_LIMITS.table / (1024 * 1024)} MB that are read; split it.`,
      );
    }
    return { name: baseName(absolute), bytes: await nodeFileSystem.readFile(absolute) };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`Cannot read ${path}: ${reasonOf(error)}.`);
  }
}

/** What to do where a folder is named instead of files. */
async function folderAdvice(absolute: string, path: string): Promise<string> {
  const names = await nodeFileSystem
    .readDirectory(absolute)
    .then((entries) => entries.flatMap(({ name, kind }) => (kind === 'file' ? [name] : [])).sort())
    .catch(() => []);
  if (names.some(isTmgFile)) {
    return `${path} is a folder with TMG files, which need no import; name the files of other tools or the worksheets, and the folder with --output.`;
  }
  const candidates = names.filter((name) => !name.startsWith('.') && IMPORTABLE.test(name));
  const example = candidates.slice(0, SHOWN_FILES).map((name) => joinPath(path, name));
  const more = candidates.length > SHOWN_FILES ? ', ...' : '';
  return example.length === 0
    ? `${path} is a folder, without files that could be imported; name the files one by one.`
    : `${path} is a folder; name the files in it that make one model, one by one: ${example.join(', ')}${more}.`;
}
