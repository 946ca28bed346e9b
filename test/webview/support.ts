import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { WAIT_MS } from '../../scripts/patience';
import { ARTIFACTS } from '../../scripts/vscode/environment';
import { launchChromium } from '../../scripts/vscode/chromium';
import { startWebviewServer, type Theme, type WebviewServer } from '../../scripts/webview/server';
import type { PageName } from '../../src/protocol/viewProtocol';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** What a page for a test is opened with. */
export interface PageOptions {
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  readonly isMotionReduced?: boolean;
}

/** A page in a real browser with a real engine behind it. */
export interface OpenedPage {
  readonly page: Page;
  /** Errors of scripts, complaints of the console, and refusals of the content security policy. */
  readonly complaints: readonly string[];
  /** The longest answer of the host so far, in bytes. */
  readonly longestAnswer: () => number;
  /** What axe-core finds fault with, as "rule: element". */
  axe(): Promise<string[]>;
  /** See `takePicture`. */
  picture(name: string, forDocs?: boolean): Promise<void>;
  close(): Promise<void>;
}

/** One browser and one server for the tests of a file. */
export class PageTests {
  private constructor(
    readonly server: WebviewServer,
    private readonly browser: Browser,
  ) {}

  /** @param texts of the model's files, by name */
  static async start(texts: Readonly<Record<string, string>>): Promise<PageTests> {
    const server = await startWebviewServer(texts);
    return new PageTests(server, await launchChromium());
  }

  get host(): WebviewServer['host'] {
    return this.server.host;
  }

  async open(
    name: PageName,
    { theme = 'light', width = 1280, height = 800, isMotionReduced = true }: PageOptions = {},
  ): Promise<OpenedPage> {
    const context = await this.browser.newContext({
      viewport: { width, height },
      reducedMotion: isMotionReduced ? 'reduce' : 'no-preference',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT_MS);
    const complaints: string[] = [];
    let longest = 0;
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') {
        complaints.push(message.text());
      }
    });
    page.on('response', (response) => {
      if (response.url().endsWith('/rpc')) {
        void response.body().then(
          ({ length }) => {
            longest = Math.max(longest, length);
          },
          () => undefined,
        );
      }
    });
    await page.goto(`${this.server.address}/${name}?theme=${theme}`);
    return {
      page,
      complaints,
      longestAnswer: () => longest,
      axe: () => findFaults(page),
      picture: (picture, forDocs) => takePicture(page, picture, forDocs),
      close: () => context.close(),
    };
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }
}

/** Texts of the TMG files below a folder, by name. */
export function textsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tmg\.(yaml|yml|csv)$/.test(file))
      .map((file) => [file.replaceAll('\\', '/'), readFileSync(path.join(folder, file), 'utf8')]),
  );
}

/** Takes a picture. Where TMG_PICTURES is set, those `forDocs` are the ones that the documentation shows. */
export async function takePicture(page: Page, name: string, forDocs = false): Promise<void> {
  const isWanted = forDocs && process.env['TMG_PICTURES'] !== undefined;
  const folder = isWanted ? 'docs/images' : path.join(ARTIFACTS, 'webview');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

/** Runs axe-core in the page; its script is evaluated, because the page's policy lets no other script in. */
export async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  });
}
