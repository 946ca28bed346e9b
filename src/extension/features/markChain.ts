import {
  type DecorationOptions,
  type Disposable,
  l10n,
  MarkdownString,
  OverviewRulerLane,
  type TextEditor,
  ThemeColor,
  window,
} from 'vscode';
import type { ChainDetail } from '../../protocol/chainProtocol';
import { toRange } from '../convert';
import { resourcePath } from '../resourcePath';
import type { Services } from '../services';

/** Marks the source lines of the chosen chain in all visible editors, with the numbers of its steps. */
export function markChain({ selection }: Services): Disposable[] {
  const decoration = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.findMatchHighlightBackground'),
    overviewRulerColor: new ThemeColor('editorOverviewRuler.findMatchForeground'),
    overviewRulerLane: OverviewRulerLane.Center,
    // High-contrast themes have no background colours: the border is what shows.
    borderColor: new ThemeColor('contrastActiveBorder'),
    borderStyle: 'dotted',
    borderWidth: '1px',
  });
  const update = (): void => {
    for (const editor of window.visibleTextEditors) {
      editor.setDecorations(decoration, selection.chain ? marks(selection.chain, editor) : []);
    }
  };
  return [decoration, selection.onDidChange(update), window.onDidChangeVisibleTextEditors(update)];
}

function marks(chain: ChainDetail, editor: TextEditor): DecorationOptions[] {
  const path = resourcePath(editor.document.uri);
  const byLine = new Map<number, { numbers: number[]; options: DecorationOptions }>();
  for (const [index, { source, interface: name, component, score, ratedType }] of chain.steps.entries()) {
    if (source?.path !== path) {
      continue;
    }
    const range = toRange(source.range);
    const known = byLine.get(range.start.line);
    const numbers = [...(known?.numbers ?? []), index + 1];
    const hover = new MarkdownString();
    hover.appendText(
      l10n.t('Step {number} of {count}: {interface} to {component}, {type} {score}', {
        number: numbers.join(', '),
        count: chain.steps.length,
        interface: name,
        component,
        type: ratedType,
        score,
      }),
    );
    const contentText = l10n.t(' ◀ step {number}', { number: numbers.join(', ') });
    byLine.set(range.start.line, {
      numbers,
      options: {
        range,
        hoverMessage: hover,
        renderOptions: {
          after: { contentText, color: new ThemeColor('editorCodeLens.foreground'), margin: '0 0 0 1em' },
        },
      },
    });
  }
  return [...byLine.values()].map(({ options }) => options);
}
