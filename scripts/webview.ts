import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isTmgFile } from '../src/workspace/fileKinds';
import { startWebviewServer } from './webview/server';

/** Serves the pages with a model, the autopilot example or the folder that is named, until Ctrl+C. */
async function main(): Promise<void> {
  const folder = process.argv[2] ?? 'examples/autopilot';
  if (!statSync(folder).isDirectory()) {
    throw new Error(`${folder} is no folder`);
  }
  const server = await startWebviewServer(modelTexts(folder), Number(process.env['PORT'] ?? 0));
  console.log(`${folder}: ${server.address}/?theme=dark (themes: light, dark, contrast, contrast-light)`);
  console.log('Pages: /graph /chains /summary. Ctrl+C ends it.');
}

/** Texts of the TMG files below a folder, by name. */
function modelTexts(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => isTmgFile(file))
      .map((file) => [file.replaceAll('\\', '/'), readFileSync(path.join(folder, file), 'utf8')]),
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
