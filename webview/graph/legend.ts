import { element } from '../dom';
import { type LegendItem, toneColour } from './looks';
import type { GraphTheme } from './theme';

const SHAPES: readonly (readonly [className: string, meaning: string])[] = [
  ['device', 'component'],
  ['bus', 'channel'],
  ['virtual', 'Virtual'],
  ['external', 'out of scope'],
  ['interface', 'interface'],
  ['entry', 'entry point'],
  ['asset', 'holds assets'],
  ['problem', 'isolated, apart'],
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
        line.style.borderStyle = look.line;
        return element('li', {}, line, meaning);
      }),
      ...SHAPES.map(([shape, meaning]) =>
        element(
          'li',
          {},
          element('span', { class: `legend-shape ${shape}`, 'aria-hidden': 'true' }),
          meaning,
        ),
      ),
    ),
  );
}
