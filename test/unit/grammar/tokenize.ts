import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, type IRawGrammar, parseRawGrammar, Registry } from 'vscode-textmate';
import { standInYaml } from './standInYaml';

/** A piece of text with its scopes, outermost first. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Turns a text into tokens. */
export type Tokenize = (text: string) => Promise<Token[]>;

interface GrammarContribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

const BUILT_IN = `${process.env['TMG_VSCODE_CACHE'] ?? '.cache/vscode'}/vscode/extensions/yaml`;

const plainCsv = { scopeName: 'text.csv', patterns: [], repository: {} } as unknown as IRawGrammar;

/** The YAML grammars to test with: the stand-in, and VS Code's own where a VS Code has been set up for the host tests. */
export const YAML_GRAMMARS: readonly { readonly name: string; readonly grammars: readonly IRawGrammar[] }[] =
  [
    { name: 'stand-in', grammars: [standInYaml] },
    ...(existsSync(BUILT_IN) ? [{ name: "VS Code's", grammars: builtInGrammars() }] : []),
  ];

/** A tokenizer for a scope: the contributed grammars, as VS Code puts them together, over grammars for YAML. */
export function tokenizer(scopeName: string, yaml: readonly IRawGrammar[] = [standInYaml]): Tokenize {
  const contributed = contributions('.');
  const grammars = new Map([...yaml, plainCsv].map((grammar) => [grammar.scopeName, grammar]));
  for (const { scopeName: scope, path } of contributed) {
    grammars.set(scope, parseRawGrammar(readFileSync(path, 'utf8'), path));
  }
  const registry = new Registry({
    onigLib: onigLib(),
    loadGrammar: async (scope) => grammars.get(scope) ?? null,
    getInjections: (scope) =>
      contributed.filter(({ injectTo }) => injectTo?.includes(scope)).map((grammar) => grammar.scopeName),
  });
  const loading = registry.loadGrammar(scopeName);
  return async (text) => {
    const grammar = await loading;
    if (!grammar) {
      throw new Error(`no grammar for ${scopeName}`);
    }
    const tokens: Token[] = [];
    let stack = INITIAL;
    for (const line of text.split('\n')) {
      const result = grammar.tokenizeLine(line, stack);
      stack = result.ruleStack;
      for (const { startIndex, endIndex, scopes } of result.tokens) {
        tokens.push({ text: line.slice(startIndex, endIndex), scopes });
      }
    }
    return tokens.filter((token) => token.text !== '');
  };
}

/** The innermost scope of every token that has one of TMG's own. */
export function ownScopes(tokens: readonly Token[]): string[] {
  return tokens
    .map(({ text, scopes }) => ({ text, scope: scopes.at(-1) ?? '' }))
    .filter(({ scope }) => /\.tmg(-csv)?$/.test(scope) && scope !== 'source.tmg')
    .map(({ text, scope }) => `${text} ${scope.replace(/\.tmg(-csv)?$/, '')}`);
}

/** The texts that have a scope, or one below it, anywhere among their scopes. */
export function textsWith(tokens: readonly Token[], scope: string): string[] {
  return tokens
    .filter(({ scopes }) => scopes.some((one) => `${one}.`.startsWith(`${scope}.`)))
    .map(({ text }) => text);
}

function contributions(extension: string): GrammarContribution[] {
  const manifest = JSON.parse(readFileSync(`${extension}/package.json`, 'utf8')) as {
    contributes: { grammars: GrammarContribution[] };
  };
  return manifest.contributes.grammars.map((grammar) => ({
    ...grammar,
    path: `${extension}/${grammar.path}`,
  }));
}

function builtInGrammars(): IRawGrammar[] {
  return contributions(BUILT_IN).map(({ path }) => parseRawGrammar(readFileSync(path, 'utf8'), path));
}

let loaded: Promise<void> | undefined;

async function onigLib(): Promise<{
  createOnigScanner: typeof createOnigScanner;
  createOnigString: typeof createOnigString;
}> {
  const wasm = createRequire(`${process.cwd()}/package.json`).resolve('vscode-oniguruma/release/onig.wasm');
  loaded ??= loadWASM(new Uint8Array(readFileSync(wasm)).buffer);
  await loaded;
  return { createOnigScanner, createOnigString };
}
