import { deepEqual, equal, ok } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

interface Language {
  readonly id: string;
  readonly extensions: readonly string[];
  readonly configuration: string;
}

interface Grammar {
  readonly language?: string;
  readonly scopeName: string;
  readonly path: string;
}

interface Manifest {
  readonly icon: string;
  readonly main: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly languages: readonly Language[];
    readonly grammars: readonly Grammar[];
    readonly snippets: readonly { readonly language: string; readonly path: string }[];
    readonly commands: readonly { readonly command: string }[];
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly semanticTokenModifiers: readonly { readonly id: string }[];
    readonly semanticTokenScopes: readonly {
      readonly language: string;
      readonly scopes: Readonly<Record<string, readonly string[]>>;
    }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly id: string; readonly completionEvents: readonly string[] }[];
    }[];
    readonly yamlValidation: readonly { readonly fileMatch: readonly string[] }[];
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const { contributes } = manifest;
const messages = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;

/** Every string in a JSON value. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

const SHOWN =
  /^(displayName|title|shortTitle|category|description|markdownDescription|contents|altText|contextualTitle|enumDescriptions|markdownEnumDescriptions)$/;

/** The strings in a JSON value that a person gets to read. */
function texts(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, child]) => (SHOWN.test(key) ? strings(child) : texts(child)));
}

describe('package.json', () => {
  it('names only files that exist', () => {
    const files = strings([manifest.icon, contributes]).filter((value) =>
      /^(\.\/)?(media|syntaxes|snippets|language-configuration|schemas|l10n)\//.test(value),
    );
    ok(files.length > 15);
    deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
    equal(manifest.main, './dist/extension.js');
  });

  it('takes every text from package.nls.json, which holds nothing else', () => {
    const keys = strings(manifest).flatMap((value) => /^%(.+)%$/.exec(value)?.[1] ?? []);
    deepEqual([...new Set(keys)].sort(), Object.keys(messages).sort());
    const shown = texts(manifest).filter((value) => !/^%.+%$/.test(value));
    deepEqual(shown, []);
    deepEqual(
      Object.entries(messages).filter(([, message]) => message.trim() === ''),
      [],
    );
  });

  it('contributes grammars, snippets and language configurations that are JSON', () => {
    const files = [
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.snippets.map(({ path }) => path),
      ...contributes.languages.map(({ configuration }) => configuration),
    ];
    ok(files.length >= 7);
    for (const file of files) {
      equal(typeof JSON.parse(readFileSync(file, 'utf8')), 'object', file);
    }
    for (const { path, scopeName } of contributes.grammars) {
      equal((JSON.parse(readFileSync(path, 'utf8')) as Grammar).scopeName, scopeName);
    }
  });

  it('gives each of the three endings a language, with grammar and snippets', () => {
    const languageOf = (file: string): string[] =>
      contributes.languages
        .filter(({ extensions }) => extensions.some((end) => file.endsWith(end)))
        .map(({ id }) => id);
    deepEqual(languageOf('model.tmg.yaml'), ['tmg']);
    deepEqual(languageOf('a/b.tmg.yml'), ['tmg']);
    deepEqual(languageOf('ratings.tmg.csv'), ['tmg-csv']);
    deepEqual(languageOf('docker-compose.yaml'), []);
    for (const { id } of contributes.languages) {
      ok(contributes.grammars.some(({ language }) => language === id));
      ok(contributes.snippets.some(({ language }) => language === id));
      ok(contributes.semanticTokenScopes.some(({ language }) => language === id));
    }
    deepEqual(
      contributes.yamlValidation.flatMap(({ fileMatch }) => fileMatch),
      ['*.tmg.yaml', '*.tmg.yml'],
    );
  });

  it('begins only where a workspace has TMG files, or a page of it is restored', () => {
    deepEqual(manifest.activationEvents, [
      'workspaceContains:**/*.tmg.{yaml,yml,csv}',
      'onWebviewPanel:tmg.graph',
      'onWebviewPanel:tmg.summary',
    ]);
  });

  it('has a PNG of at least 128 pixels as icon', () => {
    const png = readFileSync(manifest.icon);
    equal(png.subarray(1, 4).toString('latin1'), 'PNG');
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    equal(width, height);
    ok(width >= 128);
  });

  it('maps every semantic token type of its own to scopes of a theme', () => {
    for (const { scopes } of contributes.semanticTokenScopes) {
      for (const { id } of contributes.semanticTokenTypes) {
        ok((scopes[id] ?? []).length > 0, id);
      }
      const known = new Set([
        ...contributes.semanticTokenTypes.map(({ id }) => id),
        ...contributes.semanticTokenModifiers.map(({ id }) => id),
        // of VS Code
        'interface',
        'label',
      ]);
      const used = Object.keys(scopes).flatMap((selector) => selector.split('.'));
      deepEqual(
        used.filter((part) => !known.has(part)),
        [],
      );
    }
  });

  it('has a walkthrough of five steps whose commands and views exist', () => {
    const known = new Set([
      ...contributes.commands.map(({ command }) => `command:${command}`),
      ...Object.values(contributes.views)
        .flat()
        .flatMap(({ id }) => [`view:${id}`, `command:${id}.focus`]),
    ]);
    const [walkthrough] = contributes.walkthroughs;
    const steps = walkthrough?.steps ?? [];
    equal(steps.length, 5);
    const events = steps.flatMap(({ completionEvents }) => completionEvents);
    const links = Object.values(messages).flatMap((message) => message.match(/command:tmg\.[\w.]+/g) ?? []);
    const named = [
      ...events.filter((event) => event.startsWith('onCommand:')).map((event) => event.replace('onC', 'c')),
      ...events.filter((event) => event.startsWith('onView:')).map((event) => event.replace('onV', 'v')),
      ...links,
    ];
    ok(named.length > 8);
    deepEqual(
      named.filter((name) => !known.has(name)),
      [],
    );
    ok(steps.every(({ completionEvents }) => completionEvents.length > 0));
  });

  it('ships every folder that it names', () => {
    const allowed = readFileSync('.vscodeignore', 'utf8');
    for (const folder of ['dist', 'media', 'syntaxes', 'snippets', 'language-configuration', 'schemas']) {
      ok(allowed.includes(`!${folder}/**`), folder);
    }
    ok(allowed.includes('!package.nls.json'));
  });
});
