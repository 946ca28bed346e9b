import assert from 'node:assert/strict';
import {
  type CodeLens,
  commands,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type Location,
  type LocationLink,
  MarkdownString,
  Range,
  type SemanticTokens,
  type SymbolInformation,
  type Uri,
  workspace,
  type WorkspaceEdit,
} from 'vscode';
import { until } from '../support/until';
import { api, at, closeAll, file, open } from './support';

/** Asks a provider through VS Code. */
function ask<Result>(command: string, ...args: unknown[]): Thenable<Result> {
  return commands.executeCommand<Result>(`vscode.execute${command}`, ...args);
}

describe('language features', () => {
  let ratings: Uri;
  let topology: Uri;

  before(async () => {
    await api();
    ratings = file('plant/ratings.tmg.yaml');
    topology = file('plant/topology.tmg.yaml');
  });

  afterEach(closeAll);

  it('hovers over a component with its interfaces, and over a vector with every metric', async () => {
    const { document } = await open(ratings);
    const text = async (word: string): Promise<string> => {
      const hovers = await until(async () => {
        const found = await ask<Hover[]>('HoverProvider', ratings, at(document, word, 2));
        return found.length > 0 && found;
      }, `a hover at ${word}`);
      const [content] = hovers[0]?.contents ?? [];
      return content instanceof MarkdownString ? content.value : String(content);
    };
    assert.match(await text('Server'), /Gateway1/);
    const vector = await text('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H');
    assert.match(vector, /Attack Vector/);
    assert.match(vector, /7\.5/);
  });

  it('leads from a rating to the declaration, and to all places', async () => {
    const { document } = await open(ratings);
    const definitions = await ask<(Location | LocationLink)[]>(
      'DefinitionProvider',
      ratings,
      at(document, 'Server', 1),
    );
    const [first] = definitions;
    const target = first && ('targetUri' in first ? first.targetUri : first.uri);
    assert.equal(target?.path, topology.path);
    const places = await ask<Location[]>('ReferenceProvider', ratings, at(document, 'Gateway1', 1));
    assert.deepEqual([...new Set(places.map(({ uri }) => uri.path))].sort(), [ratings.path, topology.path]);
  });

  it('renames over all files, and refuses what cannot be renamed', async () => {
    const { document } = await open(ratings);
    const edit = await ask<WorkspaceEdit>(
      'DocumentRenameProvider',
      ratings,
      at(document, 'Server', 1),
      'Back End',
    );
    assert.deepEqual(
      edit
        .entries()
        .map(([uri]) => uri.path)
        .sort(),
      [ratings.path, topology.path],
    );
    await assert.rejects(
      async () => ask('DocumentRenameProvider', ratings, at(document, 'Server', 1), 'Router'),
      /Router/,
    );
  });

  it('gives symbols of a file and of the workspace, folds, tokens and links', async () => {
    const { document } = await open(topology);
    const symbols = await until(async () => {
      const found = await ask<DocumentSymbol[]>('DocumentSymbolProvider', topology);
      return found.some(({ name }) => name === 'Server') && found;
    }, 'symbols');
    const server = symbols.find(({ name }) => name === 'Server');
    assert.ok(server?.children.some(({ name }) => name === 'DB'));
    const all = await ask<SymbolInformation[]>('WorkspaceSymbolProvider', 'Rout');
    assert.ok(all.some(({ name, containerName }) => name === 'Router' && containerName !== ''));
    const folds = await ask<FoldingRange[]>('FoldingRangeProvider', topology);
    assert.ok(folds.length > 3);
    const tokens = await workspaceTokens(topology);
    assert.ok((tokens?.data.length ?? 0) > 20);
    assert.ok(document.lineCount > 5);
  });

  it('shows scores behind vectors, and counts of chains above what they touch', async () => {
    const { document } = await open(ratings);
    const whole = new Range(0, 0, document.lineCount, 0);
    const hints = await ask<InlayHint[]>('InlayHintProvider', ratings, whole);
    assert.ok(hints.some(({ label }) => label === '7.5'));
    await open(topology);
    await commands.executeCommand('tmg.computeChains');
    const lenses = await until(async () => {
      const found = await ask<CodeLens[]>('CodeLensProvider', topology, 50);
      return found.some(({ command }) => /\d+ chains, worst .*: show/.test(command?.title ?? '')) && found;
    }, 'lenses with counts');
    const server = lenses.find(({ command }) => command?.command === 'tmg.showChainsThroughComponent');
    assert.ok(server?.command?.arguments?.[0]);
    await commands.executeCommand('tmg.clearResults');
  });

  it('works for files that a user has associated with plain YAML', async () => {
    const files = workspace.getConfiguration('files');
    await files.update('associations', { '*.tmg.yaml': 'yaml' });
    const { document } = await open(ratings);
    assert.equal(document.languageId, 'yaml');
    const hovers = await ask<Hover[]>('HoverProvider', ratings, at(document, 'Server', 2));
    assert.ok(hovers.length > 0);
    await files.update('associations', undefined);
  });
});

function workspaceTokens(uri: Uri): Thenable<SemanticTokens | undefined> {
  return commands.executeCommand<SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', uri);
}
