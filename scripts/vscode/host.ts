// A real VS Code for tests: its server on 127.0.0.1 and its workbench in Chromium. install.sh fills the cache.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { WAIT_MS } from '../patience';
import { launchChromium } from './chromium';

/** How a VS Code is started. */
export interface HostOptions {
  /** Folder filled by install.sh. */
  readonly cache: string;
  /** Folder opened in the workbench. Give a copy: tests may write to it. */
  readonly workspace: string;
  /** Folder of the extension under development. */
  readonly extension?: string;
  /** Packaged extensions to install before the start. */
  readonly vsix?: readonly string[];
  /** User settings over the defaults below. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Where a screenshot and the log go when something fails. */
  readonly artifacts?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A VS Code that runs. */
export interface Host {
  readonly page: Page;
  readonly url: string;
  /** Output of the server and console lines of the page. */
  log(): string;
  /** Keeps a screenshot and the log in the artifacts folder. */
  keep(name: string): Promise<void>;
  close(): Promise<void>;
}

const SETTINGS = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  // Typed text stays what the test typed.
  'editor.autoIndent': 'none',
  'editor.minimap.enabled': false,
  'window.confirmBeforeClose': 'never',
};

/** The suite's entry puts this before each line that it wants on standard output. */
const MARK = '\u2063test\u2063';

/** What does not end by then is killed. */
const END_MS = 5000;

function withTimeout<T>(promise: Promise<T>, milliseconds: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`timed out after ${milliseconds / 1000} s: ${what}`)),
      milliseconds,
    );
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Signals the process group that this module started, and nothing else. */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) {
      process.kill(-pid, signal);
    }
  } catch {
    // It has ended already.
  }
}

/** The environment without what a surrounding VS Code sets, and without a gallery: nothing outside is reached. */
function serverEnvironment(home: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name),
  );
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{}', XDG_RUNTIME_DIR: home };
}

/** A VS Code server that runs. */
export interface Server {
  readonly url: string;
  /** Opens the workspace with the extension. */
  readonly address: string;
  readonly log: string[];
  close(): Promise<void>;
}

function installExtension(node: string, main: string, home: string, dirs: string[], vsix: string): void {
  const { status, stdout, stderr } = spawnSync(
    node,
    [main, '--install-extension', vsix, '--force', ...dirs],
    {
      env: serverEnvironment(home),
      encoding: 'utf8',
      timeout: WAIT_MS,
    },
  );
  if (status !== 0) {
    throw new Error(`cannot install ${vsix}:\n${stdout}${stderr}`);
  }
}

/** Resolves with the port as soon as the server says it. */
function portOf(child: ChildProcess, log: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const read = (chunk: Buffer): void => {
      log.push(String(chunk));
      text = (text + String(chunk)).slice(-10_000);
      const port = /Web UI available at \S+:(\d+)/.exec(text)?.[1];
      if (port !== undefined) {
        resolve(port);
      }
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`the server ended (${code ?? signal})`)));
  });
}

/** Starts the server alone. */
export async function startServer(options: HostOptions): Promise<Server> {
  const node = path.join(options.cache, 'node24/bin/node');
  const main = path.join(options.cache, 'vscode/out/server-main.js');
  if (!existsSync(path.join(options.cache, '.complete'))) {
    throw new Error(`no VS Code in ${options.cache}: run scripts/vscode/install.sh ${options.cache}`);
  }
  const home = mkdtempSync(path.join(tmpdir(), 'tmg-vscode-'));
  const dirs = [
    ['--user-data-dir', path.join(home, 'user')],
    ['--extensions-dir', path.join(home, 'extensions')],
    ['--server-data-dir', path.join(home, 'server')],
  ].flat();
  mkdirSync(path.join(home, 'user/User'), { recursive: true });
  writeFileSync(
    path.join(home, 'user/User/settings.json'),
    JSON.stringify({ ...SETTINGS, ...options.settings }),
  );
  for (const vsix of options.vsix ?? []) {
    installExtension(node, main, home, dirs, vsix);
  }
  const log: string[] = [];
  const flags = [
    '--accept-server-license-terms',
    '--without-connection-token',
    '--enable-smoke-test-driver',
    '--host=127.0.0.1',
    '--port=0',
    '--telemetry-level=off',
  ];
  const child = spawn(node, [main, ...flags, ...dirs], {
    env: serverEnvironment(home),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killNow = (): void => {
    signalGroup(child, 'SIGKILL');
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const interrupted = (): never => process.exit(130);
  process.once('exit', killNow).once('SIGINT', interrupted).once('SIGTERM', interrupted);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const close = async (): Promise<void> => {
    signalGroup(child, 'SIGTERM');
    await withTimeout(gone, END_MS, 'server end').catch(() => undefined);
    killNow();
    process.off('exit', killNow).off('SIGINT', interrupted).off('SIGTERM', interrupted);
  };
  try {
    const port = await withTimeout(portOf(child, log), WAIT_MS, 'server start');
    const url = `http://127.0.0.1:${port}`;
    return { url, address: `${url}/?${queryFor(options, [])}`, log, close };
  } catch (error) {
    await close();
    throw new Error(`${(error as Error).message}\n${log.join('')}`, { cause: error });
  }
}

const remote = (folder: string): string => `vscode-remote://remote${path.resolve(folder)}`;

function queryFor(options: HostOptions, extra: readonly (readonly [string, string])[]): string {
  const payload = [...extra, ['skipWelcome', 'true'], ['skipReleaseNotes', 'true']];
  if (options.extension !== undefined) {
    payload.push(['extensionDevelopmentPath', remote(options.extension)]);
  }
  const target = options.workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
  return new URLSearchParams({
    [target]: path.resolve(options.workspace),
    payload: JSON.stringify(payload),
  }).toString();
}

async function open(
  options: HostOptions,
  extra: readonly (readonly [string, string])[],
  prepare: (page: Page) => Promise<void>,
): Promise<Host> {
  const server = await startServer(options);
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    if (browser) {
      await withTimeout(browser.close(), END_MS, 'browser end').catch(() => undefined);
    }
    await server.close();
  };
  try {
    browser = await launchChromium();
    const page = await browser.newPage({ viewport: options.viewport ?? { width: 1280, height: 800 } });
    page.on('console', (message) => server.log.push(`[page ${message.type()}] ${message.text()}\n`));
    page.on('pageerror', (error) => server.log.push(`[page] ${error.stack}\n`));
    await prepare(page);
    await page.goto(`${server.url}/?${queryFor(options, extra)}`, {
      waitUntil: 'domcontentloaded',
      timeout: WAIT_MS,
    });
    const keep = async (name: string): Promise<void> => {
      if (options.artifacts !== undefined) {
        mkdirSync(options.artifacts, { recursive: true });
        writeFileSync(path.join(options.artifacts, `${name}.log`), server.log.join(''));
        const picture = { path: path.join(options.artifacts, `${name}.png`), timeout: END_MS };
        await page.screenshot(picture).catch(() => undefined);
      }
    };
    return { page, url: server.url, log: () => server.log.join(''), keep, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens the workbench and waits until it is restored: for end-to-end tests. */
export async function openWorkbench(options: HostOptions): Promise<Host> {
  const host = await open(options, [], async () => undefined);
  try {
    // `driver` comes with --enable-smoke-test-driver.
    await host.page.waitForFunction('"driver" in window', undefined, { timeout: WAIT_MS });
    const restored = host.page.evaluate('window.driver.whenWorkbenchRestored()');
    await withTimeout(restored, WAIT_MS, 'workbench restored');
    return host;
  } catch (error) {
    await host.keep('failure');
    await host.close();
    throw error;
  }
}

/** Runs `tests`, a module with `run(): Promise<void>`, in the extension host; answers the exit code. */
export async function runTests(
  options: HostOptions & { readonly extension: string; readonly tests: string; readonly timeout: number },
): Promise<number> {
  let onExit: (code: number) => void = () => undefined;
  const exit = new Promise<number>((resolve) => {
    onExit = resolve;
  });
  let lines = 0;
  const host = await open(options, [['extensionTestsPath', remote(options.tests)]], async (page) => {
    await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
      const text = format(...args);
      // The workbench's own log comes the same way.
      if (text.startsWith(MARK)) {
        lines++;
        process.stdout.write(`${text.slice(MARK.length)}\n`);
      }
    });
    await page.exposeFunction('codeAutomationExit', (code: number) => onExit(code));
    page.once('crash', () => onExit(70));
  });
  try {
    const code = await withTimeout(exit, options.timeout, 'test run in the extension host').catch(
      (error: Error) => {
        throw new Error(`${error.message}; ${lines} lines of test output came`, { cause: error });
      },
    );
    if (code !== 0 && lines === 0) {
      console.error(`the suite did not start:\n${errorsOf(host.log())}`);
    }
    if (code !== 0) {
      await host.keep('failure');
    }
    return code;
  } catch (error) {
    await host.keep('failure');
    throw error;
  } finally {
    await host.close();
  }
}

function errorsOf(log: string): string {
  const lines = log.split('\n').filter((line) => /^\[page\]| ERR |Error:/.test(line));
  return lines.slice(-15).join('\n');
}
