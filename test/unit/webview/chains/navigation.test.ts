import assert from 'node:assert/strict';
import {
  boundedFocus,
  gridAction,
  type GridAction,
  type GridFocus,
  type GridShape,
  type KeyPress,
} from '../../../../webview/chains/navigation';

const FLAT: GridShape = { lines: 100, columns: 5, page: 10, kindOf: () => 'chain', groupOf: () => undefined };

/** Group, two chains of it, group that is closed, group. */
const GROUPED: GridShape = {
  lines: 5,
  columns: 5,
  page: 10,
  kindOf: (line) => (line === 0 ? 'open' : line > 2 ? 'closed' : 'chain'),
  groupOf: (line) => (line === 1 || line === 2 ? 0 : undefined),
};

const row = (line: number): GridFocus => ({ line, column: 0, isInCells: false });
const cell = (line: number, column: number): GridFocus => ({ line, column, isInCells: true });

function press(focus: GridFocus, keys: string, shape = FLAT): GridAction | undefined {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const held: KeyPress = {
    key: key === 'Space' ? ' ' : key,
    ctrl: parts.includes('Ctrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
  };
  return gridAction(focus, held, shape);
}

function focusAfter(focus: GridFocus, keys: string, shape = FLAT): GridFocus | undefined {
  const action = press(focus, keys, shape);
  return action?.kind === 'focus' ? action.focus : undefined;
}

describe('the keyboard in the chain table', () => {
  it('moves through rows, by one, by page, and to both ends', () => {
    const lines = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'Ctrl+Home', 'Ctrl+End'].map(
      (key) => focusAfter(row(50), key)?.line,
    );
    assert.deepEqual(lines, [51, 49, 59, 41, 0, 99, 0, 99]);
  });

  it('stops at both ends of the rows', () => {
    assert.equal(focusAfter(row(99), 'ArrowDown')?.line, 99);
    assert.equal(focusAfter(row(95), 'PageDown')?.line, 99);
    assert.equal(focusAfter(row(3), 'PageUp')?.line, 0);
  });

  it('leads from a row into its cells and back', () => {
    assert.deepEqual(focusAfter(row(3), 'ArrowRight'), cell(3, 0));
    assert.deepEqual(focusAfter(cell(3, 0), 'ArrowRight'), cell(3, 1));
    assert.deepEqual(focusAfter(cell(3, 4), 'ArrowRight'), cell(3, 4));
    assert.deepEqual(focusAfter(cell(3, 0), 'ArrowLeft'), row(3));
    assert.equal(press(row(3), 'ArrowLeft'), undefined);
  });

  it('goes to the first and last cell once it is in the cells', () => {
    assert.deepEqual(focusAfter(cell(3, 2), 'Home'), cell(3, 0));
    assert.deepEqual(focusAfter(cell(3, 2), 'End'), cell(3, 4));
    assert.deepEqual(focusAfter(cell(3, 2), 'Ctrl+End'), cell(99, 2));
    assert.deepEqual(focusAfter(cell(3, 2), 'ArrowDown'), cell(4, 2));
  });

  it('leads into the header and out of it', () => {
    assert.deepEqual(focusAfter(cell(0, 2), 'ArrowUp'), cell(-1, 2));
    assert.deepEqual(focusAfter(cell(-1, 2), 'ArrowRight'), cell(-1, 3));
    assert.deepEqual(focusAfter(cell(-1, 2), 'Home'), cell(-1, 0));
    assert.deepEqual(focusAfter(cell(-1, 2), 'End'), cell(-1, 4));
    assert.deepEqual(focusAfter(cell(-1, 2), 'ArrowDown'), cell(0, 2));
    assert.deepEqual(focusAfter(row(-1), 'PageDown'), row(9));
  });

  it('sorts, moves and resizes columns in the header', () => {
    assert.deepEqual(press(cell(-1, 2), 'Enter'), { kind: 'sort', column: 2 });
    assert.deepEqual(press(cell(-1, 2), 'Space'), { kind: 'sort', column: 2 });
    assert.deepEqual(press(cell(-1, 2), 'Alt+ArrowLeft'), { kind: 'move-column', column: 2, by: -1 });
    assert.deepEqual(press(cell(-1, 2), 'Shift+ArrowRight'), { kind: 'widen-column', column: 2, by: 1 });
  });

  it('goes back and forward outside of the header', () => {
    assert.deepEqual(press(row(2), 'Alt+ArrowLeft'), { kind: 'travel', by: -1 });
    assert.deepEqual(press(cell(2, 2), 'Alt+ArrowRight'), { kind: 'travel', by: 1 });
  });

  it('chooses, opens, copies, clears, and goes to the filter', () => {
    assert.deepEqual(press(row(2), 'Space'), { kind: 'choose', line: 2 });
    assert.deepEqual(press(row(2), 'Enter'), { kind: 'open', line: 2 });
    assert.deepEqual(press(row(2), 'Ctrl+c'), { kind: 'copy' });
    assert.deepEqual(press(row(2), 'Escape'), { kind: 'clear' });
    assert.deepEqual(press(row(2), 'f'), { kind: 'filter' });
    assert.deepEqual(press(row(-1), 'F'), { kind: 'filter' });
    assert.deepEqual(press(row(2), 'Ctrl+F'), { kind: 'filter' });
  });

  it('leaves all other keys to the editor', () => {
    for (const keys of [
      'a',
      'Tab',
      'Shift+Tab',
      'F1',
      'Ctrl+s',
      'Ctrl+Shift+f',
      'Ctrl+Shift+c',
      'Ctrl+ArrowLeft',
      'Alt+ArrowUp',
    ]) {
      assert.equal(press(row(2), keys), undefined, keys);
      assert.equal(press(row(-1), keys), undefined, `${keys} in the header`);
    }
  });

  it('opens and closes groups', () => {
    assert.deepEqual(press(row(0), 'ArrowLeft', GROUPED), { kind: 'toggle', line: 0 });
    assert.deepEqual(focusAfter(row(0), 'ArrowRight', GROUPED), row(1));
    assert.deepEqual(press(row(3), 'ArrowRight', GROUPED), { kind: 'toggle', line: 3 });
    assert.equal(press(row(3), 'ArrowLeft', GROUPED), undefined);
    assert.deepEqual(press(row(3), 'Enter', GROUPED), { kind: 'toggle', line: 3 });
    assert.deepEqual(press(row(0), 'Space', GROUPED), { kind: 'toggle', line: 0 });
  });

  it('leads from a chain to its group', () => {
    assert.deepEqual(focusAfter(row(2), 'ArrowLeft', GROUPED), row(0));
    assert.deepEqual(focusAfter(row(2), 'ArrowRight', GROUPED), cell(2, 0));
  });

  it('stays within a table that has become smaller', () => {
    assert.deepEqual(boundedFocus(cell(50, 4), { lines: 10, columns: 2 }), cell(9, 1));
    assert.deepEqual(boundedFocus(row(0), { lines: 0, columns: 2 }), row(-1));
    assert.deepEqual(boundedFocus(row(-1), { lines: 10, columns: 2 }), row(-1));
  });
});
