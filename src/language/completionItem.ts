import type { TextRange } from '../text/range';

/** What an offered text is. */
export type CompletionKind =
  | 'key'
  | 'component'
  | 'interface'
  | 'asset'
  | 'facility'
  | 'attacker'
  | 'period'
  | 'vector'
  | 'label'
  | 'metric'
  | 'rating'
  | 'value'
  | 'code'
  | 'column';

/** One text that can be put in. */
export interface CompletionItem {
  readonly label: string;
  readonly insertText: string;
  readonly kind: CompletionKind;
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly sortText?: string;
  /** What the text before the caret is compared with, where that is not the label. */
  readonly filterText?: string;
  /** Whether more can be offered as soon as this is put in. */
  readonly retrigger?: boolean;
}

/** What can stand at a place, best first. */
export interface Completion {
  /** What the chosen text takes the place of; within one line. */
  readonly range: TextRange;
  readonly items: readonly CompletionItem[];
}

/** An item before it is known how it is written at its place. */
export type Offer = Omit<CompletionItem, 'insertText' | 'sortText' | 'filterText'>;

/** The items without those whose label has come before, with the texts that keep them in this order. */
export function numberItems(items: readonly CompletionItem[]): CompletionItem[] {
  const byLabel = new Map(items.map((item) => [item.label, item]).reverse() as [string, CompletionItem][]);
  return items
    .filter((item) => byLabel.get(item.label) === item)
    .map((item, index) => ({ ...item, sortText: String(index).padStart(6, '0') }));
}
