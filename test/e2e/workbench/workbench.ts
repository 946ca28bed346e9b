import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { packagePath } from '../../../scripts/package';
import { WAIT_MS } from '../../../scripts/patience';
import { ARTIFACTS, VSCODE_CACHE } from '../../../scripts/vscode/environment';
import { type Host, openWorkbench } from '../../../scripts/vscode/host';
import { until, withGrowingPatience } from '../../support/until';

const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
} as const;

/** What a workbench for a test is opened with. */
export interface WorkbenchOptions {
  readonly name: string;
  /** Files of the folder by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** A folder whose content is copied. */
  readonly copyOf?: string;
  /** The workspace file to open instead of the folder. */
  readonly workspaceFile?: string;
  readonly theme?: keyof typeof THEMES;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A real VS Code with the packaged extension, driven as a person would: by keyboard and by what is to be seen. */
export class Workbench {
  private constructor(
    private readonly host: Host,
    readonly folder: string,
    private readonly name: string,
  ) {}

  static async open({
    name,
    files = {},
    copyOf,
    theme = 'light',
    workspaceFile = '',
    settings,
    viewport = { width: 1280, height: 800 },
  }: WorkbenchOptions): Promise<Workbench> {
    const folder = mkdtempSync(path.join(tmpdir(), 'tmg-e2e-'));
    if (copyOf !== undefined) {
      cpSync(copyOf, folder, { recursive: true });
    }
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    const host = await openWorkbench({
      cache: VSCODE_CACHE,
      workspace: path.join(folder, workspaceFile),
      vsix: [path.resolve(packagePath())],
      artifacts: path.join(ARTIFACTS, 'e2e'),
      settings: { 'workbench.colorTheme': THEMES[theme], ...settings },
      viewport,
    });
    host.page.setDefaultTimeout(WAIT_MS);
    await host.page.context().tracing.start({ screenshots: true, snapshots: true });
    return new Workbench(host, folder, name);
  }

  get page(): Page {
    return this.host.page;
  }

  /** Ends VS Code; the recording of what was done stays among the artifacts. */
  async close(): Promise<void> {
    mkdirSync(path.join(ARTIFACTS, 'e2e'), { recursive: true });
    const recording = path.join(ARTIFACTS, 'e2e', `${this.name}.zip`);
    await this.page
      .context()
      .tracing.stop({ path: recording })
      .catch(() => undefined);
    await this.host.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Keeps a picture and the log of a failure. */
  async keepFailure(): Promise<void> {
    await this.host.keep(`${this.name}-failure`);
  }

  /** Takes a picture. Where TMG_PICTURES is set, those `forDocs` are the ones that the documentation shows. */
  async picture(name: string, forDocs = false): Promise<void> {
    const folder =
      forDocs && process.env['TMG_PICTURES'] !== undefined ? 'docs/images' : path.join(ARTIFACTS, 'e2e');
    mkdirSync(folder, { recursive: true });
    await this.page.mouse.move(640, 790);
    await this.page.screenshot({ path: path.join(folder, `${name}.png`) });
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 15 });
  }

  /** Runs a command through the palette, by keyboard; tried again, because commands come late after a start. */
  async run(title: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title });
    await this.retry(async (timeout) => {
      await this.press('F1');
      await this.quickInput.fill(`>${title}`, { timeout });
      await row.waitFor({ timeout });
    });
    await this.press('Enter');
  }

  /** Opens a file through Quick Open, by keyboard. */
  async openFile(name: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name });
    await this.retry(async (timeout) => {
      await this.press('Control+P');
      await this.quickInput.fill(name, { timeout });
      await row.waitFor({ timeout });
    });
    await this.press('Enter');
    await this.page.locator('.editor-instance .monaco-editor .view-line').first().waitFor();
  }

  /** Chooses an item of an open pick by typing a part of its text. @param asked a part of the pick's placeholder */
  async choose(text: string, asked?: string): Promise<void> {
    if (asked !== undefined) {
      await this.page.locator(`.quick-input-widget input[placeholder*="${asked}"]`).waitFor();
    }
    await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await this.quickInput.fill(text);
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text }).waitFor();
    await this.press('Enter');
  }

  /** Places the caret at the first occurrence of a text in the editor, through the find widget. */
  async findText(text: string): Promise<void> {
    await this.run('View: Focus Active Editor Group');
    await this.press('Control+Home', 'Control+F');
    const find = this.page.locator('.find-widget.visible textarea').first();
    await find.fill(text);
    await this.page.locator('.find-widget.visible .matchesCount', { hasText: /1 of/ }).waitFor();
    await this.press('Escape', 'ArrowLeft');
  }

  /** Waits until a saved text matches; answers it. */
  async untilSaved(read: () => string, wanted: RegExp): Promise<string> {
    return until(() => {
      const text = read();
      return wanted.test(text) && text;
    }, String(wanted)).catch((error: Error) => {
      throw new Error(`${error.message} in:\n${read()}`);
    });
  }

  /** Saves all files, again where one was changed a moment later, until something holds of what is saved. */
  async saveAllUntil(holds: () => boolean, what: string): Promise<void> {
    await withGrowingPatience(
      async (limit) => {
        await this.run('File: Save All');
        await until(holds, what, limit);
      },
      async () => undefined,
    );
  }

  /** Undoes what was done to several files, in all of them if VS Code asks. @param undone shows when it is */
  async undoInAllFiles(undone: Locator): Promise<void> {
    await this.press('Control+Z');
    const asked = this.page.locator('.monaco-dialog-box .monaco-button', { hasText: /Undo in/ });
    await asked.or(undone).first().waitFor();
    if (await asked.first().isVisible()) {
      await this.press('Enter');
      await undone.first().waitFor();
    }
  }

  /** Chooses the first chain in the Attack Chains view, by keyboard. */
  async chooseFirstChain(): Promise<void> {
    await this.run('Focus on Attack Chains View');
    const chains = this.viewRows('Attack Chains').filter({ hasText: ' › ' });
    const focused = this.page.locator('.pane .monaco-list:focus .monaco-list-row.focused');
    // The focus moves a moment after the command, and a list takes no keys while it is being filled.
    await this.retry(async (timeout) => {
      await this.press('Home');
      await focused.waitFor({ timeout });
      await this.press('ArrowRight');
      await chains.first().waitFor({ timeout });
      await this.press('Home', 'ArrowDown');
      await focused.filter({ hasText: ' › ' }).waitFor({ timeout });
    });
    await this.press('Enter');
    await this.stepMark(1);
  }

  /** Answers the input box with a prompt. */
  async answer(prompt: string, text: string): Promise<void> {
    await this.page.locator('.quick-input-widget', { hasText: prompt }).waitFor();
    await this.quickInput.fill(text);
    await this.press('Enter');
  }

  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget input.input');
  }

  /** Squiggles of a level in the visible editors. */
  squiggles(level: 'error' | 'warning' | 'info'): Locator {
    return this.page.locator(`.monaco-editor .squiggly-${level}`);
  }

  /** Titles of the code lenses in the visible editors. */
  get lenses(): Locator {
    return this.page.locator('.monaco-editor .codelens-decoration a');
  }

  /** Waits until a line is marked as a step of the chosen chain; the mark is drawn by style alone. */
  async stepMark(number: number): Promise<void> {
    await this.page.waitForFunction(
      `[...document.querySelectorAll('.monaco-editor .view-line span')].some(
        (span) => getComputedStyle(span, '::after').content.includes('step ${number}'))`,
    );
  }

  /** The frame of one of the extension's pages, by the title of its document. */
  async pageFrame(
    title: 'Threat Modeling Graph' | 'Attack Chains' | 'Summary of Attack Chains',
  ): Promise<Frame> {
    const isShown = async (frame: Frame): Promise<boolean> =>
      (await frame.title()) === title && (await frame.locator('h1').count()) > 0;
    return until(async () => {
      for (const frame of this.page.frames()) {
        // Frames come and go meanwhile.
        if (await isShown(frame).catch(() => false)) {
          return frame;
        }
      }
      return undefined;
    }, `a page "${title}"`);
  }

  /** Loads the window anew, and waits until none of its old pages is left. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('domcontentloaded');
    await this.run('Developer: Reload Window');
    await loaded;
    await this.page.locator('.monaco-workbench').waitFor();
  }

  /** Rows of a view in the side bar. */
  viewRows(title: string): Locator {
    return this.page
      .locator('.pane', { has: this.page.locator('.pane-header', { hasText: title }) })
      .locator('.monaco-list-row');
  }

  /** Text of the focused editor as its lines show it. */
  async editorText(): Promise<string> {
    const lines = await this.page.locator('.editor-instance .view-lines .view-line').allTextContents();
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  private retry(action: (patience: number) => Promise<void>): Promise<void> {
    return withGrowingPatience(action, () => this.press('Escape'));
  }
}
