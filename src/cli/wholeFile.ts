import { randomBytes } from 'node:crypto';
import { constants, rmSync, type Stats } from 'node:fs';
import {
  access,
  type FileHandle,
  link,
  lstat,
  open,
  readlink,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Pieces } from './io';
import { inLargePieces } from './pieces';

/** What ends a program that does nothing about it. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** As many links in a row as systems follow. */
const MOST_LINKS = 40;

/** How a file is written. */
export interface WritingRules {
  /** Whether a file may be there already; true without a word. */
  readonly replace?: boolean;
  /** Whether a link is replaced instead of the file that it leads to; false without a word. */
  readonly replaceLink?: boolean;
}

/**
 * Gives a file its content in one step: it is written beside it and renamed when it is complete. Until then, and where
 * that fails or is ended, the old file is there as it was. Devices and pipes are written straight.
 * @throws if it cannot be written, or is there and may not be replaced
 */
export async function writeWholeFile(
  path: string,
  pieces: Pieces,
  { replace = true, replaceLink = false }: WritingRules = {},
): Promise<void> {
  if (isDescriptor(path)) {
    await writeStraight(path, pieces);
    return;
  }
  const target = replaceLink ? path : await linkedPath(path);
  const old = await (replaceLink ? lstat(target) : stat(target)).catch(ifMissing);
  if (old && !replace) {
    throw new Error('it is there already');
  }
  if (old && !old.isFile() && !old.isSymbolicLink()) {
    await writeStraight(target, pieces);
    return;
  }
  if (old?.isFile()) {
    // Renaming asks only the folder: a file that is protected from writing stays so.
    await access(target, constants.W_OK);
  }
  await writeBeside(target, pieces, old?.isFile() ? old : undefined, replace);
}

/** Where a path leads once links are followed, whether or not something is there yet. */
export async function linkedPath(path: string): Promise<string> {
  let current = path;
  for (let links = 0; links <= MOST_LINKS; links++) {
    const folder = await realpath(dirname(current));
    current = join(folder, basename(current));
    if (!(await lstat(current).catch(ifMissing))?.isSymbolicLink()) {
      return current;
    }
    current = resolve(folder, await readlink(current));
  }
  throw new Error('ELOOP: too many links lead to each other');
}

/** Names that stand for what the process has open, as shells give them. */
function isDescriptor(path: string): boolean {
  return /^\/(?:dev\/fd\/|dev\/std(?:in|out|err)$|proc\/)/.test(path);
}

async function writeStraight(path: string, pieces: Pieces): Promise<void> {
  const file = await open(path, 'w');
  try {
    await writeAll(file, await withFirstPiece(pieces));
  } finally {
    await file.close();
  }
}

async function writeBeside(
  target: string,
  pieces: Pieces,
  old: Stats | undefined,
  replace: boolean,
): Promise<void> {
  await access(dirname(target), constants.W_OK);
  // A computation hears no signal, so that nothing may be there yet that would have to be removed.
  const begun = await withFirstPiece(pieces);
  // Not a name that is part of a model, and short, since the target's may be as long as names can be.
  const temporary = join(dirname(target), `.tmg-${randomBytes(8).toString('hex')}.tmp`);
  const stopListening = removeOnSignal(temporary);
  try {
    // Never readable for more people than the old file.
    const file = await open(temporary, 'wx', old ? old.mode & 0o777 : 0o666);
    try {
      await writeAll(file, begun);
      if (old) {
        await takeOver(file, old);
      }
    } finally {
      await file.close();
    }
    await (replace ? rename(temporary, target) : putNew(temporary, target));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    stopListening();
  }
}

/** The pieces, of which the first has been made. */
async function withFirstPiece(pieces: Pieces): Promise<AsyncIterable<string | Uint8Array>> {
  const all = (async function* (): AsyncGenerator<string | Uint8Array> {
    yield* inLargePieces(pieces);
  })();
  const first = await all.next();
  return (async function* (): AsyncGenerator<string | Uint8Array> {
    if (first.done !== true) {
      yield first.value;
      yield* all;
    }
  })();
}

async function writeAll(file: FileHandle, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  for await (const piece of pieces) {
    await file.writeFile(piece);
  }
}

/** Gives a new file the owner and the mode of the old one, as far as the system lets this user. */
async function takeOver(file: FileHandle, old: Stats): Promise<void> {
  const { uid, gid } = await file.stat();
  if (uid !== old.uid || gid !== old.gid) {
    await file.chown(old.uid, old.gid).catch(() => undefined);
  }
  await file.chmod(old.mode & 0o7777);
}

/** Gives a file its name unless that is taken, in one step where the system can. */
async function putNew(temporary: string, target: string): Promise<void> {
  try {
    await link(temporary, target);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || (await lstat(target).catch(ifMissing))) {
      throw new Error('it is there already', { cause: error });
    }
    // Some disks have no second names for a file.
    await rename(temporary, target);
    return;
  }
  await rm(temporary, { force: true });
}

/** Removes a file if a signal ends the program, which then ends as it would have. */
function removeOnSignal(path: string): () => void {
  const stop = (): void => SIGNALS.forEach((signal) => void process.removeListener(signal, onSignal));
  const onSignal = (signal: NodeJS.Signals): void => {
    rmSync(path, { force: true });
    stop();
    process.kill(process.pid, signal);
  };
  SIGNALS.forEach((signal) => void process.on(signal, onSignal));
  return stop;
}

function ifMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') {
    throw error;
  }
  return undefined;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
