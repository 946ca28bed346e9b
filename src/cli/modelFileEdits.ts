import {
  chmodSync,
  existsSync,
  linkSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { UsageError } from './io';
import { reasonOf } from './output';

/** A file of a model with its new content. */
export interface ModelFileEdit {
  readonly path: string;
  /** As messages name it. */
  readonly shown: string;
  /** What the edit was made from; undefined for a file that is new. */
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array;
}

/** An edit whose content lies beside the file that it is for. */
interface Prepared extends ModelFileEdit {
  /** The file itself, where the path is a link. */
  readonly target: string;
  readonly temporary: string;
}

/**
 * Writes edits of a model's files, each file in one piece, if no file is another one than the edit was made from. A link
 * stays one, and what it leads to is changed.
 * @returns names of the files that were written, and of one that has changed meanwhile and is as somebody else left it
 * @throws UsageError if a file cannot be written
 */
export async function writeModelFiles(
  edits: readonly ModelFileEdit[],
): Promise<{ readonly written: readonly string[]; readonly changed: string | undefined }> {
  const written: string[] = [];
  const prepared: Prepared[] = [];
  try {
    for (const edit of edits) {
      prepared.push(await inFile(edit, () => prepare(edit)));
    }
    const changed = prepared.find((edit) => !isUnchanged(edit));
    if (changed) {
      return { written, changed: changed.shown };
    }
    for (const edit of prepared) {
      // Looked at once more, so that nothing comes between but this process.
      if (!(await inFile(edit, () => put(edit)))) {
        return { written, changed: edit.shown };
      }
      written.push(edit.shown);
    }
    return { written, changed: undefined };
  } finally {
    for (const { temporary } of prepared) {
      rmSync(temporary, { force: true });
    }
  }
}

async function prepare(edit: ModelFileEdit): Promise<Prepared> {
  const target = edit.before === undefined ? edit.path : realpathSync(edit.path);
  const temporary = `${target}.${process.pid}.tmp`;
  await writeFile(temporary, edit.after, { flag: 'wx' });
  if (edit.before !== undefined) {
    chmodSync(temporary, statSync(target).mode);
  }
  return { ...edit, target, temporary };
}

/** Puts a file in its place; false where that is not as it was. */
function put(edit: Prepared): boolean {
  const { before, target, temporary } = edit;
  if (!isUnchanged(edit)) {
    return false;
  }
  if (before !== undefined) {
    renameSync(temporary, target);
    return true;
  }
  try {
    linkSync(temporary, target);
  } catch {
    if (existsSync(target)) {
      return false;
    }
    renameSync(temporary, target);
  }
  return true;
}

function isUnchanged({ before, target }: Prepared): boolean {
  if (before === undefined) {
    return !existsSync(target);
  }
  try {
    return readFileSync(target).equals(before);
  } catch {
    return false;
  }
}

async function inFile<T>({ shown }: ModelFileEdit, act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw new UsageError(`Cannot write ${shown}: ${reasonOf(error)}.`);
  }
}
