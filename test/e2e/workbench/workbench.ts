import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { packagePath } from '../../../scripts/package';
import { ARTIFACTS, VSCODE_CACHE } from '../../../scripts/vscode/environment';
import { type Host, openWorkbench } from '../../../scripts/vscode/host';

const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
} as const;

/** What a workbench for a test is opened with. */
export interface WorkbenchOptions {
  readonly name: string;
  /** Files of the folder by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly theme?: keyof typeof THEMES;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A real VS Code with the packaged extension, driven as a person would: by keyboard and by what is to be seen. */
export class Workbench {
  private constructor(
    private readonly host: Host,
    readonly folder: string,
    private readonly name: string,
  ) {}

  static async open({ name, files, theme = 'light', settings }: WorkbenchOptions): Promise<Workbench> {
    const folder = mkdtempSync(path.join(tmpdir(), 'tmg-e2e-'));
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    const host = await openWorkbench({
      cache: VSCODE_CACHE,
      workspace: folder,
      vsix: [path.resolve(packagePath())],
      artifacts: path.join(ARTIFACTS, 'e2e'),
      settings: { 'workbench.colorTheme': THEMES[theme], ...settings },
    });
    host.page.setDefaultTimeout(15_000);
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

  /** Takes a picture. @param folder where it goes, by default among the artifacts */
  async picture(name: string, folder = path.join(ARTIFACTS, 'e2e')): Promise<void> {
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
    await this.retry(async () => {
      await this.press('F1');
      await this.quickInput.fill(`>${title}`, { timeout: 3000 });
      await row.waitFor({ timeout: 3000 });
    });
    await this.press('Enter');
  }

  /** Opens a file through Quick Open, by keyboard. */
  async openFile(name: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name });
    await this.retry(async () => {
      await this.press('Control+P');
      await this.quickInput.fill(name, { timeout: 3000 });
      await row.waitFor({ timeout: 3000 });
    });
    await this.press('Enter');
    await this.page.locator('.editor-instance .monaco-editor .view-line').first().waitFor();
  }

  /** Chooses an item of an open pick by typing a part of its text. */
  async choose(text: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
    await row.waitFor();
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
    for (const end = Date.now() + 10_000; !wanted.test(read()); ) {
      if (Date.now() > end) {
        throw new Error(`the saved text does not match ${wanted}:\n${read()}`);
      }
      await this.page.waitForTimeout(50);
    }
    return read();
  }

  /** Answers an input box. */
  async answer(text: string): Promise<void> {
    await this.quickInput.waitFor();
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

  private async retry(action: () => Promise<void>): Promise<void> {
    for (const end = Date.now() + 30_000; ; ) {
      try {
        await action();
        return;
      } catch (error) {
        if (Date.now() > end) {
          throw error;
        }
        await this.press('Escape');
      }
    }
  }
}
