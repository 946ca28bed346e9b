import { encodeLike } from '../formats/encode';
import { hasProblems, type ImportReport } from '../formats/foreign/importReport';
import type { Worksheets } from '../language/readWorksheets';
import { importWorksheetsInto } from '../language/worksheetImport';
import type { FileSystem } from '../workspace/fileSystem';
import { nodeFileSystem } from '../workspace/nodeFileSystem';
import { joinPath } from '../workspace/paths';
import type { Snapshot } from '../workspace/snapshot';
import { type ImportReporting, reportImport } from './importReporting';
import { type CommandIo, EXIT, type ExitCode, UsageError } from './io';
import { loadModels } from './loadModels';
import { type ModelFileEdit, writeModelFiles } from './modelFileEdits';
import { reasonOf } from './output';
import { problemSummary, reportErrors } from './problems';
import { printable } from './terminal';

/** How often an import begins anew because somebody else has changed a file. */
const MOST_TRIES = 5;

/** Where filled worksheets go, and where it is said what became of them. */
export interface WorksheetTarget extends ImportReporting {
  /** Folder of the model, as it was given. */
  readonly folder: string;
}

/**
 * Writes what filled worksheets say into the model of a folder: where its ratings stand, new ones beside them. What
 * others change meanwhile is never lost: then everything is done anew, with what they wrote.
 */
export async function importWorksheets(
  io: CommandIo,
  worksheets: Worksheets,
  target: WorksheetTarget,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<ExitCode> {
  const { folder } = target;
  const { files, report } = await edited(io, worksheets, folder, fileSystem);
  await reportImport(io, report, target);
  const names = files.map(printable).join(', ');
  const [after] = await loadModels(io, [folder], undefined);
  const summary = after ? problemSummary(after.problems) || 'no problems' : '';
  await io.writeOut(`\nChanged in ${printable(folder)}: ${names || 'nothing'}\nCheck: ${summary}\n`);
  const failed = after !== undefined && reportErrors(io, after);
  return failed || hasProblems(report) ? EXIT.failed : EXIT.done;
}

async function edited(
  io: CommandIo,
  worksheets: Worksheets,
  folder: string,
  fileSystem: FileSystem,
): Promise<{ readonly files: readonly string[]; readonly report: ImportReport }> {
  const written = new Set<string>();
  let changed: string | undefined;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { recording, seen } = recordingReads(fileSystem);
    const [snapshot, ...others] = await loadRated(io, folder, recording);
    if (!snapshot || others.length > 0) {
      throw new UsageError(`${folder} holds several models; name the folder of the one that was rated.`);
    }
    const { texts, report } = importWorksheetsInto(snapshot, worksheets);
    const edits = await Promise.all(
      [...texts].map(([file, text]) => editOf(fileSystem, snapshot.root, file, text, seen)),
    );
    const outcome = await writeModelFiles(edits);
    for (const file of outcome.written) {
      written.add(file);
    }
    changed = outcome.changed;
    if (changed === undefined) {
      return { files: [...written], report };
    }
  }
  throw new UsageError(
    `${changed ?? folder} is changed by something else again and again, so the worksheet was not taken over; stop what writes it and import again.`,
  );
}

async function editOf(
  fileSystem: FileSystem,
  root: string,
  file: string,
  text: string,
  seen: ReadonlyMap<string, Uint8Array>,
): Promise<ModelFileEdit> {
  const path = joinPath(root, file);
  // What a link leads to is read under its own path.
  const exists = (await fileSystem.entryKind(path)) !== undefined;
  const before = seen.get(path) ?? (exists ? seen.get(await fileSystem.realPath(path)) : undefined);
  return { path, shown: file, before, after: encodeLike(text, before ?? new Uint8Array()) };
}

/** A file system that keeps what was read of files. */
function recordingReads(fileSystem: FileSystem): {
  readonly recording: FileSystem;
  readonly seen: ReadonlyMap<string, Uint8Array>;
} {
  const seen = new Map<string, Uint8Array>();
  const recording: FileSystem = {
    ...fileSystem,
    readFile: async (path) => {
      const bytes = await fileSystem.readFile(path);
      seen.set(path, bytes);
      return bytes;
    },
  };
  return { recording, seen };
}

async function loadRated(io: CommandIo, folder: string, fileSystem: FileSystem): Promise<Snapshot[]> {
  try {
    return await loadModels(io, [folder], undefined, fileSystem);
  } catch (error) {
    throw new UsageError(
      `The files hold ratings only, so --output must be the folder of the model that they rate. ${reasonOf(error)}.`,
    );
  }
}
