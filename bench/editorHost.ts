// Measures inside a real extension host; the runner passes by the environment what to measure and where to write it.
import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import {
  commands,
  extensions,
  Position,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import type { TmgApi } from '../src/extension/extension';
import { ALL_CHAINS } from '../src/threats/tableQuery';
import type { EditorFigures } from './editorFigures';

const EXTENSION = 'tmg-workbench.tmg-workbench';
const PROBE_MS = 5;
const FAULT = '\n  Bench Fault: {interfases: [x]}';

/** Entry: measures everything and writes one JSON value. */
export async function run(): Promise<void> {
  const target = process.env['TMG_BENCH_OUTPUT'] ?? '';
  const runs = Number(process.env['TMG_BENCH_RUNS'] ?? '30');
  const extension = extensions.getExtension<TmgApi>(EXTENSION);
  if (!extension) {
    throw new Error(`${EXTENSION} is not installed`);
  }
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/');
  const main = Uri.joinPath(extension.extensionUri, 'dist', 'extension.js').fsPath;
  const api = await extension.activate();
  await api.loaded;
  const load = timedSync(() => {
    // The script has been read already: this reads it once more.
    Reflect.deleteProperty(require.cache, main);
    return require(main) as unknown;
  });
  const activate = api.activationTime;
  const keystrokes: EditorFigures['keystrokes'][number][] = [];
  for (const [name, file] of [
    ['hundred', 'topology-01.tmg.yaml'],
    ['thousand', 'topology-01.tmg.yaml'],
    ['autopilot', 'vehicle/driving.tmg.yaml'],
  ] as const) {
    const document = await workspace.openTextDocument(Uri.joinPath(folder, name, file));
    await window.showTextDocument(document);
    keystrokes.push({
      model: name,
      bytes: document.getText().length,
      milliseconds: await typing(api, document, runs),
    });
  }
  const asked = await answers(Uri.joinPath(folder, 'thousand', 'ratings-01.tmg.yaml'), runs);
  const stall = await stallOfComputation(api, 'million');
  const figures: EditorFigures = { load, activate, keystrokes, asked, stall };
  writeFileSync(target, JSON.stringify(figures));
}

/** Milliseconds from a change of the text to the publication of its problems. */
async function typing(api: TmgApi, document: TextDocument, runs: number): Promise<number[]> {
  const section = document.getText().search(/^components:$/m) + 'components:'.length;
  const times: number[] = [];
  for (let index = 0; index < runs + 5; index++) {
    const at = document.positionAt(section);
    const edit = new WorkspaceEdit();
    if (index % 2 === 0) {
      edit.insert(document.uri, at, FAULT);
    } else {
      edit.delete(document.uri, new Range(at, document.positionAt(section + FAULT.length)));
    }
    const took = published(api, document);
    await workspace.applyEdit(edit);
    times.push(await took);
  }
  await commands.executeCommand('workbench.action.files.revert');
  return times.slice(5);
}

function published(api: TmgApi, document: TextDocument): Promise<number> {
  const key = document.uri.toString();
  return new Promise((resolve, reject) => {
    let begun: number | undefined;
    setTimeout(() => {
      const state = begun === undefined ? 'its change was never seen' : 'its change was seen';
      reject(new Error(`no problems of ${key} were published; ${state}`));
    }, 20_000).unref();
    const changed = workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && begun === undefined) {
        begun = performance.now();
      }
    });
    // VS Code's own event comes 50 ms late by design; this one fires when the problems have been handed over.
    const shown = api.services.models.onDidChangeProblems((files) => {
      if (begun !== undefined && files.has(document.uri.path)) {
        resolve(performance.now() - begun);
        changed.dispose();
        shown.dispose();
      }
    });
  });
}

/** Milliseconds until VS Code has the answer of each provider. */
async function answers(uri: Uri, runs: number): Promise<EditorFigures['asked']> {
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  const line = Math.floor(document.lineCount / 2);
  const text = document.lineAt(line).text;
  const at = new Position(line, text.length - text.trimStart().length + 1);
  const times = async (command: string): Promise<number[]> => {
    const all: number[] = [];
    for (let index = 0; index < runs + 5; index++) {
      const begun = performance.now();
      await commands.executeCommand(`vscode.execute${command}`, uri, at);
      all.push(performance.now() - begun);
    }
    return all.slice(5);
  };
  return {
    completion: await times('CompletionItemProvider'),
    hover: await times('HoverProvider'),
    definition: await times('DefinitionProvider'),
  };
}

/** The longest time for which the extension host's event loop stood still while chains were computed. */
async function stallOfComputation(api: TmgApi, name: string): Promise<EditorFigures['stall']> {
  const model = api.services.models.all.find((candidate) => candidate.root.endsWith(`/${name}`));
  let longest = 0;
  let last = performance.now();
  const probe = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - PROBE_MS);
    last = now;
  }, PROBE_MS);
  const begun = performance.now();
  const result = model && (await api.services.computations.compute(model.root));
  const computed = performance.now() - begun;
  const rows = performance.now();
  if (model) {
    await api.services.threads.chainEndpoint.request('tableRows', {
      root: model.root,
      query: ALL_CHAINS,
      from: 0,
      count: 200,
    });
  }
  const firstRows = performance.now() - rows;
  clearInterval(probe);
  return { chains: result?.total ?? 0, milliseconds: computed, longest, firstRows };
}

function timedSync(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
