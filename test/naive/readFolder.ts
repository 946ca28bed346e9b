import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { csvDocuments } from './csvDocument';
import { parseYaml } from './document';
import { compareText } from './order';
import type { Plain } from './types';

/** Reads the files of one model, a folder with all its subfolders, in the order of their paths with `/`. */
export function readFolder(folder: string): Plain[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tmg\.(yaml|yml|csv)$/.test(path))
    .sort(compareText)
    .flatMap((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      return path.endsWith('.csv') ? csvDocuments(text) : [parseYaml(text)];
    });
}
