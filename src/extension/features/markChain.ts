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
import type { FilePlace } from '../../protocol/places';
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

/** Marks of one line: all steps that come from it share one. */
function marks(chain: ChainDetail, editor: TextEditor): DecorationOptions[] {
  const path = resourcePath(editor.document.uri);
  const byLine = new Map<number, { readonly numbers: Set<number>; readonly place: FilePlace }>();
  for (const [index, { source, relationPlace, componentPlace }] of chain.steps.entries()) {
    // The rating first: where it shares a line with the rest, its range is what is hovered.
    for (const place of [source, relationPlace, componentPlace]) {
      if (place?.path === path) {
        const { line } = place.range.start;
        const mark = byLine.get(line) ?? { numbers: new Set(), place };
        mark.numbers.add(index + 1);
        byLine.set(line, mark);
      }
    }
  }
  return [...byLine.values()].map(({ numbers, place }) => {
    const steps = [...numbers];
    const contentText = l10n.t(' ◀ step {number}', { number: steps.join(', ') });
    return {
      range: toRange(place.range),
      hoverMessage: hoverText(chain, steps),
      renderOptions: {
        after: { contentText, color: new ThemeColor('editorCodeLens.foreground'), margin: '0 0 0 1em' },
      },
    };
  });
}

function hoverText({ steps }: ChainDetail, numbers: readonly number[]): MarkdownString {
  const hover = new MarkdownString();
  for (const number of numbers) {
    const step = steps[number - 1];
    if (step) {
      const { interface: name, component, ratedType: type, score } = step;
      hover.appendText(
        l10n.t('Step {number} of {count}: {interface} to {component}, {type} {score}', {
          number,
          count: steps.length,
          interface: name,
          component,
          type,
          score,
        }),
      );
      hover.appendMarkdown('  \n');
    }
  }
  return hover;
}
