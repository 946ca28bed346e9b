import { hasProblems } from '../formats/foreign/importReport';
import { importReportText } from '../formats/foreign/importReportText';
import { encodeLike } from '../formats/encode';
import type { Worksheets } from '../language/readWorksheets';
import { importWorksheetsInto } from '../language/worksheetImport';
import { nodeFileSystem } from '../workspace/nodeFileSystem';
import { joinPath } from '../workspace/paths';
import type { Snapshot } from '../workspace/snapshot';
import { type CommandIo, EXIT, type ExitCode, UsageError } from './io';
import { loadModels } from './loadModels';
import { reasonOf } from './output';
import { replaceFile } from './outputFolder';
import { problemSummary, reportErrors } from './problems';
import { printable, printableLines } from './terminal';

/** Writes what filled worksheets say into the model of a folder: where its ratings stand, new ones beside them. */
export async function importWorksheets(
  io: CommandIo,
  worksheets: Worksheets,
  folder: string,
): Promise<ExitCode> {
  const [snapshot, ...others] = await loadRated(io, folder);
  if (!snapshot || others.length > 0) {
    throw new UsageError(`${folder} holds several models; name the folder of the one that was rated.`);
  }
  const { texts, report } = importWorksheetsInto(snapshot, worksheets);
  for (const [file, text] of texts) {
    await writeModelFile(joinPath(snapshot.root, file), file, text);
  }
  await io.writeOut(printableLines(importReportText(report)));
  const files = [...texts.keys()].map(printable).join(', ');
  const [after] = await loadModels(io, [folder], undefined);
  const summary = after ? problemSummary(after.problems) || 'no problems' : '';
  await io.writeOut(`\nChanged in ${printable(folder)}: ${files || 'nothing'}\nCheck: ${summary}\n`);
  const failed = after !== undefined && reportErrors(io, after);
  return failed || hasProblems(report) ? EXIT.failed : EXIT.done;
}

async function loadRated(io: CommandIo, folder: string): Promise<Snapshot[]> {
  try {
    return await loadModels(io, [folder], undefined);
  } catch (error) {
    throw new UsageError(
      `The files hold ratings only, so --output must be the folder of the model that they rate. ${reasonOf(error)}.`,
    );
  }
}

async function writeModelFile(path: string, file: string, text: string): Promise<void> {
  try {
    const isThere = (await nodeFileSystem.kindOf(path)) !== undefined;
    const original = isThere ? await nodeFileSystem.readFile(path) : new Uint8Array();
    await replaceFile(path, encodeLike(text, original), isThere);
  } catch (error) {
    throw new UsageError(`Cannot write ${file}: ${reasonOf(error)}.`);
  }
}
