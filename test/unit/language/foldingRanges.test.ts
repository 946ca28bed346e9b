import { deepEqual } from 'node:assert/strict';
import { foldingRanges } from '../../../src/language/foldingRanges';
import { LineIndex } from '../../../src/text/lineIndex';
import { snapshotOf } from '../../support/caret';

/** `first-last` lines of the folds, with `#` for comments. */
function folds(file: string, text: string): string[] {
  const lines = new LineIndex(text);
  return foldingRanges(snapshotOf({ [file]: text }), file).map(
    ({ range, kind }) =>
      `${lines.positionAt(range.start).line}-${lines.positionAt(range.end).line}${kind === 'comment' ? '#' : ''}`,
  );
}

describe('foldingRanges', () => {
  const text = `# one
# two
components:
  A:
    interfaces:
    - LAN
    - WAN

  # the second
  B: {interfaces: [
    LAN
  ]}

filters:
  banned:
    - - A
      - B
`;

  it('folds sections, entries, lists and comments of YAML', () => {
    const expected = ['1-2#', '3-12', '4-7', '5-7', '10-11', '14-17', '15-17', '16-17'];
    deepEqual(folds('a.tmg.yaml', text), expected);
    deepEqual(folds('a.tmg.yaml', text.replaceAll('\n', '\r\n')), expected);
  });

  it('folds rows of one component in CSV', () => {
    deepEqual(folds('a.tmg.csv', 'Component,Interface\nA,1\nA,2\nB,1\nC,1\nC,2\nC,3\n'), ['2-3', '5-7']);
    deepEqual(folds('a.tmg.csv', 'Component,Interface,T\r\nA,1;2,1\r\nB,2,1\r\nB,3,1\r\n'), ['3-4']);
  });
});
