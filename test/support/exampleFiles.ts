import { readdirSync, readFileSync } from 'node:fs';
import type { ModelFiles } from './modelFrom';

/** The examples, by the names of their folders. */
export const EXAMPLES = ['client-server', 'client-server-csv', 'autopilot'] as const;

/** The files of a folder of `examples`. */
export function exampleFiles(name: (typeof EXAMPLES)[number]): ModelFiles {
  const folder = `examples/${name}`;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tmg\.(yaml|csv)$/.test(file));
  return Object.fromEntries(files.map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')]));
}
