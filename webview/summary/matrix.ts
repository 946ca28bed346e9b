import type { Summary } from '../../src/protocol/viewProtocol';
import { count, plural, shortProbability } from '../../src/text/numbers';
import { element, setAttribute } from '../dom';

/** What a click in the matrix is for. */
export interface MatrixEvents {
  readonly onCell: (entry: string, asset: string) => void;
  readonly onEntry: (entry: string) => void;
  readonly onAsset: (asset: string) => void;
}

/**
 * Entry points by assets: each cell says the worst P and its rating. One tab stop; arrow keys walk the cells, Enter
 * shows the chains.
 */
export function matrix(summary: Summary, events: MatrixEvents): HTMLElement {
  const { entries, assets } = summary;
  const cellOf = new Map(summary.cells.map((cell) => [`${cell.entry} ${cell.asset}`, cell]));
  const columns = assets.map(({ id, label, chains, worst }) =>
    headButton(label, `${label}: ${plural(chains, 'chain')}, worst ${shortProbability(worst)}`, () =>
      events.onAsset(id),
    ),
  );
  const table = element(
    'table',
    { class: 'matrix', role: 'grid', 'aria-label': 'Worst P by entry point and asset' },
    element(
      'thead',
      {},
      element(
        'tr',
        { role: 'row' },
        element('td', { role: 'gridcell', class: 'corner' }, 'entry \\ asset'),
        ...columns.map((button) => element('th', { scope: 'col', role: 'columnheader' }, button)),
      ),
    ),
    element(
      'tbody',
      {},
      ...entries.map(({ name, chains, worst }, entry) =>
        element(
          'tr',
          { role: 'row' },
          element(
            'th',
            { scope: 'row', role: 'rowheader' },
            headButton(name, `${name}: ${plural(chains, 'chain')}, worst ${shortProbability(worst)}`, () =>
              events.onEntry(name),
            ),
          ),
          ...assets.map(({ id, label }, asset) => {
            const cell = cellOf.get(`${entry} ${asset}`);
            if (!cell) {
              return element(
                'td',
                { role: 'gridcell', class: 'none' },
                element('span', { class: 'visually-hidden' }, 'no chain'),
              );
            }
            const button = element(
              'button',
              {
                type: 'button',
                tabindex: -1,
                class: `cell rating-${cell.rating}`,
                title: `${name} to ${label}: ${count(cell.chains)} chains, worst ${shortProbability(cell.worst)} ${cell.rating}`,
              },
              element('span', { class: 'letter' }, cell.rating.charAt(0)),
              cell.worst.toFixed(1),
            );
            button.addEventListener('click', () => events.onCell(name, id));
            return element('td', { role: 'gridcell' }, button);
          }),
        ),
      ),
    ),
  );
  walkByArrows(table);
  return table;
}

function headButton(text: string, title: string, onClick: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', tabindex: -1, class: 'head', title, dir: 'auto' }, text);
  button.addEventListener('click', onClick);
  return button;
}

/** Gives a table of buttons one tab stop that arrow keys move. */
function walkByArrows(table: HTMLTableElement): void {
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => cell.querySelector('button')));
  const first = rows.flat().find((button) => button !== null);
  if (first) {
    first.tabIndex = 0;
  }
  table.addEventListener('keydown', (event) => {
    const { key, target } = event;
    const row = rows.findIndex((buttons) => buttons.includes(target as HTMLButtonElement));
    const column = rows[row]?.indexOf(target as HTMLButtonElement) ?? -1;
    const [down, right] = STEPS[key] ?? [0, 0];
    if (column < 0 || (down === 0 && right === 0)) {
      return;
    }
    event.preventDefault();
    for (let y = row + down, x = column + right; rows[y]?.[x] !== undefined; y += down, x += right) {
      const next = rows[y]?.[x];
      if (next) {
        setAttribute(target as Element, 'tabindex', -1);
        next.tabIndex = 0;
        next.focus();
        return;
      }
    }
  });
}

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};
