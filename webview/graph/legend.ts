import { element } from '../dom';
import { type LegendItem, toneColour } from './looks';
import type { GraphTheme } from './theme';

const SHAPES: readonly (readonly [shape: string, meaning: string])[] = [
  ['▭', 'component'],
  ['⬭', 'Communication: a channel'],
  ['●', 'Virtual: joins interfaces'],
  ['┄', 'out of scope, or on no chain'],
  ['○', 'interface'],
  ['▶', 'entry point'],
  ['◆', 'holds assets'],
  ['⋯', 'isolated or apart: a problem of the model'],
];

/** What colours, weights and shapes stand for. */
export function legend(items: readonly LegendItem[], theme: GraphTheme): HTMLElement {
  return element(
    'section',
    { class: 'legend', 'aria-label': 'Legend' },
    element(
      'ul',
      {},
      ...items.map(({ look, meaning }) => {
        const line = element('span', { class: 'legend-line', 'aria-hidden': 'true' }, look.mark);
        line.style.borderColor = toneColour(look.tone, theme);
        line.style.borderWidth = `${0.5 + 0.8 * look.weight}px`;
        line.style.borderStyle = look.dashed ? 'dashed' : 'solid';
        return element('li', {}, line, meaning);
      }),
      ...SHAPES.map(([shape, meaning]) =>
        element('li', {}, element('span', { class: 'legend-shape', 'aria-hidden': 'true' }, shape), meaning),
      ),
    ),
  );
}
