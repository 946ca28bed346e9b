import {
  type Disposable,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  FoldingRangeKind,
  languages,
  SemanticTokens,
  SemanticTokensLegend,
  SymbolInformation,
  SymbolKind,
  Uri,
} from 'vscode';
import type { SymbolKind as TmgSymbolKind } from '../../language/documentSymbols';
import { TOKEN_MODIFIERS, TOKEN_TYPES, type TokenType } from '../../language/tokenLegend';
import type { SymbolItem } from '../../protocol/languageProtocol';
import { toLocation, toRange } from '../convert';
import { TMG_FILES } from '../documents';
import { resourcePath } from '../resourcePath';
import type { Services } from '../services';

const SYMBOL_KINDS: Readonly<Record<TmgSymbolKind, SymbolKind>> = {
  component: SymbolKind.Class,
  interface: SymbolKind.Interface,
  asset: SymbolKind.Key,
  facility: SymbolKind.Namespace,
  attacker: SymbolKind.Object,
  period: SymbolKind.Event,
  vector: SymbolKind.Constant,
  ratings: SymbolKind.Property,
  rule: SymbolKind.Operator,
  filter: SymbolKind.Null,
};

/** How the legend names token types: as `package.json` declares them, or as VS Code does. */
const LEGEND_TYPES: Readonly<Record<TokenType, string>> = {
  component: 'component',
  interface: 'interface',
  asset: 'asset',
  facility: 'facility',
  attacker: 'attacker',
  period: 'period',
  vector: 'vector',
  label: 'label',
  column: 'property',
  strideType: 'strideType',
  cvssVersion: 'cvssValue',
  cvssMetric: 'cvssMetric',
  cvssValue: 'cvssValue',
  score: 'rating',
  none: 'rating',
  technique: 'technique',
};

const LEGEND = new SemanticTokensLegend(
  TOKEN_TYPES.map((type) => LEGEND_TYPES[type]),
  [...TOKEN_MODIFIERS],
);

/** Symbols, links, folds and semantic tokens of TMG files, and symbols of all models. */
export function outline({ threads, models }: Services): Disposable[] {
  return [
    languages.registerDocumentSymbolProvider(
      TMG_FILES,
      {
        provideDocumentSymbols: async ({ uri }) =>
          (await threads.languageEndpoint.request('documentSymbols', { path: resourcePath(uri) })).map(
            documentSymbol,
          ),
      },
      { label: 'TMG' },
    ),
    languages.registerWorkspaceSymbolProvider({
      provideWorkspaceSymbols: async (query) => {
        const found = await threads.languageEndpoint.request('workspaceSymbols', { query });
        return found.map(
          ({ name, kind, container, ...place }) =>
            new SymbolInformation(name, SYMBOL_KINDS[kind], container, toLocation(place)),
        );
      },
    }),
    languages.registerDocumentLinkProvider(TMG_FILES, {
      provideDocumentLinks: async ({ uri }) =>
        (await threads.languageEndpoint.request('links', { path: resourcePath(uri) })).map(
          ({ range, target }) => new DocumentLink(toRange(range), Uri.parse(target)),
        ),
    }),
    languages.registerFoldingRangeProvider(TMG_FILES, {
      provideFoldingRanges: async ({ uri }) =>
        (await threads.languageEndpoint.request('folds', { path: resourcePath(uri) })).map(
          ({ range: { start, end }, kind }) =>
            new FoldingRange(
              start.line - 1,
              end.line - 1,
              kind === 'comment' ? FoldingRangeKind.Comment : undefined,
            ),
        ),
    }),
    languages.registerDocumentSemanticTokensProvider(
      TMG_FILES,
      {
        onDidChangeSemanticTokens: (listener, self) =>
          models.onDidChange(() => listener.call(self), undefined),
        provideDocumentSemanticTokens: async ({ uri }) =>
          new SemanticTokens(
            await threads.languageEndpoint.request('semanticTokens', { path: resourcePath(uri) }),
          ),
      },
      LEGEND,
    ),
  ];
}

function documentSymbol({ name, detail, kind, range, selectionRange, children }: SymbolItem): DocumentSymbol {
  const symbol = new DocumentSymbol(
    name,
    detail,
    SYMBOL_KINDS[kind],
    toRange(range),
    toRange(selectionRange),
  );
  symbol.children = children.map(documentSymbol);
  return symbol;
}
