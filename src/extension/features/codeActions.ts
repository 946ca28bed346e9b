import {
  type CancellationToken,
  CodeAction,
  CodeActionKind,
  type CodeActionContext,
  type CodeActionProvider,
  type Diagnostic,
  type Disposable,
  l10n,
  languages,
  type Range,
  type TextDocument,
} from 'vscode';
import type { ActionItem, ActionKey } from '../../protocol/languageProtocol';
import { fromRange, sentence, SOURCE, toRange, toWorkspaceEdit } from '../convert';
import { TMG_FILES } from '../documents';
import { resourcePath } from '../resourcePath';
import type { Services } from '../services';

const FIX_ALL = CodeActionKind.SourceFixAll.append('tmg');

/** A quick fix that knows what to ask for when it is chosen. */
class QuickFix extends CodeAction {
  constructor(
    title: string,
    readonly key: ActionKey,
  ) {
    super(title, CodeActionKind.QuickFix);
  }
}

/** Quick fixes of problems, and all certain ones of a file at once. */
export function codeActions({ threads }: Services): Disposable[] {
  const quickFixes = async (
    document: TextDocument,
    range: Range,
    diagnostics: readonly Diagnostic[],
    token: CancellationToken,
  ): Promise<CodeAction[]> => {
    const items = await threads.languageEndpoint.request('actions', {
      path: resourcePath(document.uri),
      range: fromRange(range),
    });
    return token.isCancellationRequested ? [] : items.map((item) => quickFix(item, diagnostics));
  };
  const fixAll = async (document: TextDocument): Promise<CodeAction[]> => {
    const path = resourcePath(document.uri);
    const changes = await threads.languageEndpoint.request('fixAll', { path });
    if (changes.length === 0) {
      return [];
    }
    const action = new CodeAction(l10n.t('Fix all slips with one correction'), FIX_ALL);
    action.edit = toWorkspaceEdit(changes);
    return [action];
  };
  const provider: CodeActionProvider = {
    provideCodeActions: async (document, range, { only, diagnostics }: CodeActionContext, token) =>
      token.isCancellationRequested
        ? []
        : [
            ...(!only || only.contains(CodeActionKind.QuickFix)
              ? await quickFixes(document, range, diagnostics, token)
              : []),
            ...(only && (only.contains(FIX_ALL) || FIX_ALL.contains(only)) ? await fixAll(document) : []),
          ],
    resolveCodeAction: async (action) => {
      if (action instanceof QuickFix) {
        const changes = await threads.languageEndpoint.request('actionEdits', action.key);
        if (!changes) {
          throw new Error(l10n.t('The model has changed since this fix was offered; choose it again.'));
        }
        action.edit = toWorkspaceEdit(changes);
      }
      return action;
    },
  };
  return [
    languages.registerCodeActionsProvider(TMG_FILES, provider, {
      providedCodeActionKinds: [CodeActionKind.QuickFix, FIX_ALL],
    }),
  ];
}

function quickFix(
  { key, title, problem, isPreferred }: ActionItem,
  shown: readonly Diagnostic[],
): CodeAction {
  const action = new QuickFix(sentence(title), key);
  action.isPreferred = isPreferred;
  const range = toRange(problem.range);
  action.diagnostics = shown.filter(
    ({ source, code, range: other }) =>
      source === SOURCE && typeof code === 'object' && code.value === problem.code && other.isEqual(range),
  );
  return action;
}
