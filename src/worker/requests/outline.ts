import { documentLinks } from '../../language/documentLinks';
import { type DocumentSymbol, documentSymbols } from '../../language/documentSymbols';
import { foldingRanges } from '../../language/foldingRanges';
import { modelTreeChildren } from '../../language/modelTree';
import { treePath } from '../../language/modelTreeId';
import { semanticTokens } from '../../language/semanticTokens';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../language/tokenLegend';
import { MOST_SYMBOLS, workspaceSymbols } from '../../language/workspaceSymbols';
import type { OutlineRequests, SymbolItem } from '../../protocol/languageProtocol';
import type { Snapshot } from '../../workspace/snapshot';
import type { RequestHandlers } from '../../protocol/endpoint';
import type { DocumentContext, ModelAccess } from './access';

/** Answers about the parts of files and models. */
export function outlineRequests(access: ModelAccess): RequestHandlers<OutlineRequests> {
  return {
    documentSymbols: ({ path }) => {
      const context = access.context(path);
      return context
        ? documentSymbols(context.snapshot, context.file).map((symbol) => symbolItem(context, symbol))
        : [];
    },
    workspaceSymbols: ({ query }) =>
      access
        .snapshots()
        .flatMap((snapshot) => {
          const places = access.placesOf(snapshot);
          return workspaceSymbols(snapshot, query).map(({ name, kind, container, place }) => ({
            ...places.place(place),
            name,
            kind,
            container,
          }));
        })
        .slice(0, MOST_SYMBOLS),
    links: ({ path }) => {
      const context = access.context(path);
      return context
        ? documentLinks(context.snapshot, context.file).map(({ range, target }) => ({
            range: context.places.range(context.file, range),
            target,
          }))
        : [];
    },
    folds: ({ path }) => {
      const context = access.context(path);
      return context
        ? foldingRanges(context.snapshot, context.file).map(({ range, kind }) => ({
            range: context.places.range(context.file, range),
            kind,
          }))
        : [];
    },
    semanticTokens: ({ path }) => {
      const context = access.context(path);
      return context ? encodeTokens(context) : new Uint32Array();
    },
    modelTree: ({ root, parent }) => {
      const snapshot = access.snapshot(root);
      const places = snapshot && access.placesOf(snapshot);
      return snapshot && places
        ? modelTreeChildren(snapshot, access.figuresOf(root), parent).map((node) => ({
            ...node,
            place: node.place && places.place(node.place),
            assetId: assetIdOf(snapshot, node.id),
          }))
        : [];
    },
  };
}

function assetIdOf({ model }: Snapshot, nodeId: string): string | undefined {
  const [kind, component, name] = treePath(nodeId) ?? [];
  return kind === 'asset'
    ? model.components.get(component ?? '')?.assets.find((asset) => asset.name === name)?.id
    : undefined;
}

function symbolItem(context: DocumentContext, symbol: DocumentSymbol): SymbolItem {
  const { places, file } = context;
  return {
    ...symbol,
    range: places.range(file, symbol.range),
    selectionRange: places.range(file, symbol.selectionRange),
    children: symbol.children.map((child) => symbolItem(context, child)),
  };
}

/** Line and column of each token count from the one before, as the protocol of VS Code and LSP has it. */
function encodeTokens({ snapshot, file, places }: DocumentContext): Uint32Array {
  const tokens = semanticTokens(snapshot, file);
  const data = new Uint32Array(tokens.length * 5);
  let line = 1;
  let column = 1;
  for (const [index, { range, type, modifiers }] of tokens.entries()) {
    const { start } = places.range(file, range);
    const bits = modifiers.reduce((mask, modifier) => mask | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
    data.set(
      [
        start.line - line,
        start.line === line ? start.column - column : start.column - 1,
        range.end - range.start,
        TOKEN_TYPES.indexOf(type),
        bits,
      ],
      index * 5,
    );
    ({ line, column } = start);
  }
  return data;
}
