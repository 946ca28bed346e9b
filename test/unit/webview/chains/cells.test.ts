import assert from 'node:assert/strict';
import { TABLE_COLUMNS, type TableColumn } from '../../../../src/threats/tableQuery';
import { cellText, lineText, pathParts } from '../../../../webview/chains/cells';
import { COLUMNS } from '../../../../webview/chains/columns';
import { rowOf } from './tableOf';

function textOf(id: TableColumn, value: string | number | null): string {
  const column = COLUMNS.find((each) => each.id === id) ?? assert.fail();
  return cellText({ ...rowOf(0), cells: TABLE_COLUMNS.map((each) => (each === id ? value : null)) }, column);
}

const texts = (names: readonly { readonly text: string }[]): string[] => names.map(({ text }) => text);

describe('the cells of the chain table', () => {
  it('show P with four significant digits', () => {
    const shown = [5.02555605552, 0.00123456, 10, 7.5, 0].map((value) => textOf('Probability', value));
    assert.deepEqual(shown, ['5.026', '0.001235', '10', '7.5', '0']);
  });

  it('show numbers and texts, and nothing where there is nothing to say', () => {
    assert.equal(textOf('Length', 13), '13');
    assert.equal(textOf('Risk', 4.0204), '4.02');
    assert.equal(textOf('Asset', 'Data'), 'Data');
    assert.equal(textOf('Facility', null), '');
    assert.equal(cellText({ ...rowOf(0), cells: [] }, { cell: 3, kind: 'text' }), '');
  });

  it('cut what is very long, and show signs that are not seen', () => {
    assert.equal(lineText('x'.repeat(10_000)).length, 401);
    assert.equal(lineText('a\nb\u202ec\u0000'), 'a b\ufffdc\ufffd');
  });

  it('cut a path before its last step, so that its middle goes where there is no room', () => {
    const { head, tail } = pathParts(['i', 'A', 'j', 'B', 'k', 'C']);
    assert.deepEqual(
      [texts(head), texts(tail)],
      [
        ['i', 'A', 'j', 'B'],
        ['k', 'C'],
      ],
    );
    assert.deepEqual(
      [...head, ...tail].map(({ isInterface }) => isInterface),
      [true, false, true, false, true, false],
    );
    const short = pathParts(['i', 'A']);
    assert.deepEqual([texts(short.head), texts(short.tail)], [['i'], ['A']]);
  });
});
