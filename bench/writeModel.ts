import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from './bundles';
import type { ModelFiles } from './sketch';

/** Writes a model into a folder of the cache, in place of what was there, and returns the folder. */
export function writeModel(name: string, files: ModelFiles): string {
  const folder = join(CACHE, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of files) {
    writeFileSync(join(folder, file), text);
  }
  return folder;
}
