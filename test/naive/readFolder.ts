import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { csvDocuments } from './csvDocument';
import { parseYaml } from './document';
import { compareText } from './order';
import type { Plain } from './types';

/** Reads the files of one model, a folder without subfolders, in the order of their names. */
export function readFolder(folder: string): Plain[] {
  return readdirSync(folder)
    .filter((name) => /\.tmg\.(yaml|yml|csv)$/.test(name))
    .sort(compareText)
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return name.endsWith('.csv') ? csvDocuments(text) : [parseYaml(text)];
    });
}
