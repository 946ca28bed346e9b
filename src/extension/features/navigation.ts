import {
  type Disposable,
  DocumentHighlight,
  DocumentHighlightKind,
  Hover,
  languages,
  MarkdownString,
  type Position,
  type TextDocument,
} from 'vscode';
import { sentence, toLocation, toRange, toWorkspaceEdit } from '../convert';
import { documentPosition, TMG_FILES } from '../documents';
import { resourceUri } from '../resourcePath';
import type { Services } from '../services';

/** Hover, definition, references, highlights and rename. */
export function navigation({ threads }: Services): Disposable[] {
  return [
    languages.registerHoverProvider(TMG_FILES, {
      provideHover: async (document, position) => {
        const hover = await threads.languageEndpoint.request('hover', documentPosition(document, position));
        return hover && new Hover(new MarkdownString(hover.markdown), toRange(hover.range));
      },
    }),
    languages.registerDefinitionProvider(TMG_FILES, {
      provideDefinition: async (document, position) => {
        const found = await threads.languageEndpoint.request(
          'definition',
          documentPosition(document, position),
        );
        return found?.places.map(({ path, range }) => ({
          originSelectionRange: toRange(found.range),
          targetUri: resourceUri(path),
          targetRange: toRange(range),
        }));
      },
    }),
    languages.registerReferenceProvider(TMG_FILES, {
      provideReferences: async (document, position, { includeDeclaration }) => {
        const at = documentPosition(document, position);
        const places = await threads.languageEndpoint.request('references', { ...at, includeDeclaration });
        return places.map(toLocation);
      },
    }),
    languages.registerDocumentHighlightProvider(TMG_FILES, {
      provideDocumentHighlights: async (document, position) => {
        const found = await threads.languageEndpoint.request(
          'highlights',
          documentPosition(document, position),
        );
        return found.map(
          ({ range, kind }) =>
            new DocumentHighlight(
              toRange(range),
              kind === 'declaration' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
            ),
        );
      },
    }),
    languages.registerRenameProvider(TMG_FILES, {
      prepareRename: async (document: TextDocument, position: Position) => {
        const at = documentPosition(document, position);
        const prepared = await threads.languageEndpoint.request('prepareRename', at);
        if (prepared.kind === 'refused') {
          throw new Error(sentence(prepared.message));
        }
        return { range: toRange(prepared.range), placeholder: prepared.placeholder };
      },
      provideRenameEdits: async (document, position, newName) => {
        const at = documentPosition(document, position);
        const renamed = await threads.languageEndpoint.request('rename', { ...at, newName });
        if (renamed.kind === 'refused') {
          throw new Error(sentence(renamed.message));
        }
        return toWorkspaceEdit(renamed.changes);
      },
    }),
  ];
}
