import { resolve } from 'node:path';
import type { Command } from 'commander';
import { MODEL_FILE } from '../../model/modelFile';
import { discoverModels } from '../../workspace/discovery';
import { nodeFileSystem } from '../../workspace/nodeFileSystem';
import { joinPath } from '../../workspace/paths';
import { FIRST_COMMANDS, FIRST_MODEL } from '../firstModel';
import { type CommandIo, EXIT, type ExitCode, UsageError } from '../io';
import { writeFolder } from '../outputFolder';
import { columns, printable } from '../terminal';

/** `tmg init`: a small model to begin with. */
export function addInitCommand(program: Command, io: CommandIo, end: (code: ExitCode) => void): void {
  program
    .command('init')
    .description('write a small model with comments to begin with')
    .argument('[folder]', 'where to write it; made where it is missing', '.')
    .action(async (folder: string) => end(await init(io, folder)));
}

async function init(io: CommandIo, folder: string): Promise<ExitCode> {
  const absolute = resolve(io.workingDirectory, folder).replaceAll('\\', '/');
  await refuseTakenFolder(absolute, folder);
  await writeFolder(absolute, folder, FIRST_MODEL, false);
  const names = FIRST_MODEL.map(({ name }) => printable(folder === '.' ? name : joinPath(folder, name))).join(
    ', ',
  );
  const rows = FIRST_COMMANDS.map(([command, options, what]) => [
    ['  tmg', command, shellWord(printable(folder)), options].filter((part) => part !== '').join(' '),
    what,
  ]);
  await io.writeOut(`Written: ${names}\n\nTry next:\n${columns(rows).join('\n')}\n`);
  return EXIT.done;
}

/** A model is not written where files are that would become part of it. */
async function refuseTakenFolder(absolute: string, folder: string): Promise<void> {
  const kind = await nodeFileSystem.kindOf(absolute);
  if (kind === undefined) {
    return;
  }
  if (kind !== 'folder') {
    throw new UsageError(`${folder} is a file; name a folder, which is made where it is missing.`);
  }
  const taken = (await discoverModels(nodeFileSystem, absolute, absolute)).find(
    ({ root, files }) => root === absolute || !files.includes(MODEL_FILE),
  );
  if (taken) {
    const file = joinPath(taken.root, taken.files[0] ?? '').slice(absolute.length + 1);
    throw new UsageError(
      `${folder} holds ${file} already, and nothing is overwritten; name another folder: tmg init FOLDER.`,
    );
  }
}

/** A name as a shell takes it for one word. */
function shellWord(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
}
