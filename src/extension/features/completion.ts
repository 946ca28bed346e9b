import {
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  type Disposable,
  languages,
  MarkdownString,
} from 'vscode';
import type { CompletionItem as TmgCompletionItem, CompletionKind } from '../../language/completionItem';
import { toRange } from '../convert';
import { documentPosition, TMG_FILES } from '../documents';
import type { Services } from '../services';

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  component: CompletionItemKind.Class,
  interface: CompletionItemKind.Interface,
  asset: CompletionItemKind.Field,
  facility: CompletionItemKind.Module,
  attacker: CompletionItemKind.User,
  period: CompletionItemKind.Event,
  vector: CompletionItemKind.Constant,
  label: CompletionItemKind.EnumMember,
  metric: CompletionItemKind.Unit,
  rating: CompletionItemKind.Value,
  value: CompletionItemKind.EnumMember,
  code: CompletionItemKind.Reference,
  column: CompletionItemKind.Property,
};

/** Behind these a name, a metric or a value begins. */
const TRIGGERS = ['/', ':', ' ', ',', ';', '[', '{', '|'];

/** Keys, names, ratings and metrics while typing, in YAML and in CSV cells. */
export function completion({ threads }: Services): Disposable[] {
  return [
    languages.registerCompletionItemProvider(
      TMG_FILES,
      {
        provideCompletionItems: async (document, position) => {
          const at = documentPosition(document, position);
          const found = await threads.languageEndpoint.request('completion', at);
          if (!found) {
            return undefined;
          }
          const range = toRange(found.range);
          return new CompletionList(found.items.map((item) => completionItem(item, range)));
        },
      },
      ...TRIGGERS,
    ),
  ];
}

function completionItem(
  { label, insertText, kind, detail, documentation, sortText, filterText, retrigger }: TmgCompletionItem,
  range: ReturnType<typeof toRange>,
): CompletionItem {
  const item = new CompletionItem(detail === undefined ? label : { label, description: detail }, KINDS[kind]);
  item.insertText = insertText;
  item.range = range;
  if (documentation !== undefined) {
    item.documentation = new MarkdownString(documentation);
  }
  if (sortText !== undefined) {
    item.sortText = sortText;
  }
  if (filterText !== undefined) {
    item.filterText = filterText;
  }
  if (retrigger) {
    item.command = { command: 'editor.action.triggerSuggest', title: '' };
  }
  return item;
}
