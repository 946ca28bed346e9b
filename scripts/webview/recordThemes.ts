import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installVsCode, VSCODE_CACHE, withCopy } from '../vscode/environment';
import { openWorkbench } from '../vscode/host';
import type { Theme } from './server';

const LABELS: Readonly<Record<Theme, string>> = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
  'contrast-light': 'Default High Contrast Light',
};

/** Writes `themes/*.css`: the colours that a real VS Code gives its pages, as far as the built pages use them. */
async function main(): Promise<void> {
  if (!installVsCode()) {
    process.exitCode = 1;
    return;
  }
  const used = usedVariables();
  for (const [theme, label] of Object.entries(LABELS)) {
    await withCopy('examples/client-server', async (workspace) => {
      const { page, close } = await openWorkbench({
        cache: VSCODE_CACHE,
        workspace,
        extension: path.resolve('.'),
        settings: { 'workbench.colorTheme': label },
      });
      const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'TMG: Show Graph' }).first();
      // The command is there once the workspace has been read.
      for (let found = false; !found; ) {
        await page.keyboard.press('F1');
        await page.locator('.quick-input-widget input.input').fill('>TMG: Show Graph');
        found = await row.waitFor({ timeout: 2000 }).then(
          () => true,
          () => false,
        );
        await (found ? row.click() : page.keyboard.press('Escape'));
      }
      const root = page
        .frameLocator('iframe.webview.ready')
        .frameLocator('iframe#active-frame')
        .locator('html');
      await root.locator('main').waitFor({ state: 'attached' });
      const style = (await root.getAttribute('style')) ?? '';
      await close();
      const lines = style
        .split(';')
        .map((declaration) => declaration.trim())
        .filter((declaration) => used.has(declaration.split(':')[0]?.trim() ?? ''))
        .sort();
      writeFileSync(
        `scripts/webview/themes/${theme}.css`,
        `/* ${label}, as VS Code gives it to a page. Written by recordThemes.ts. */\n:root {\n${lines
          .map((line) => `  ${line};\n`)
          .join('')}}\n`,
      );
    });
  }
}

/** Names of the variables that the built pages mention, and of those that scripts may put together. */
function usedVariables(): Set<string> {
  const texts = readdirSync('dist/webview')
    .filter((file) => /\.(js|css)$/.test(file))
    .map((file) => readFileSync(`dist/webview/${file}`, 'utf8'));
  const sources = readdirSync('webview', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|css)$/.test(file))
    .map((file) => readFileSync(path.join('webview', file), 'utf8'));
  const direct = [...texts, ...sources].flatMap((text) => text.match(/--vscode-[\w-]+/g) ?? []);
  const named = sources.flatMap((text) => text.match(/'[a-z][A-Za-z]*(-[A-Za-z0-9]+)+'/g) ?? []);
  return new Set([...direct, ...named.map((name) => `--vscode-${name.slice(1, -1)}`)]);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
