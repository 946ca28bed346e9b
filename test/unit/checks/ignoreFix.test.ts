import assert from 'node:assert/strict';
import { ignoreFix } from '../../../src/checks/ignoreFix';
import { toProblems } from '../../../src/checks/problem';
import { isolatedComponent } from '../../../src/checks/rules/isolated-component';
import { finding } from '../../../src/formats/finding';
import { collectRecords, finishRecords } from '../../../src/formats/records';
import { collectOrigins } from '../../../src/model/origins';
import { compareCodePoints } from '../../../src/text/compare';
import { applyFix, contextOf } from './checkTexts';

describe('the fix "ignore with a reason"', () => {
  const ignored = (text: string): string => {
    const context = contextOf(text);
    const [first] = isolatedComponent.check(context);
    const fix = first && ignoreFix(first, context);
    assert.ok(fix);
    const after = applyFix(text, fix)['model.tmg.yaml'] ?? '';
    const then = contextOf(after);
    assert.deepEqual(then.origins.files[0]?.findings, []);
    const problems = toProblems(isolatedComponent.check(then), {}, then.origins.files);
    assert.deepEqual(problems, []);
    return after;
  };

  it('puts a comment above the line, at its indentation', () => {
    assert.equal(
      ignored('components:\n  Shelf: {}\n'),
      'components:\n  # tmg-ignore isolated-component: why this is fine\n  Shelf: {}\n',
    );
  });

  it('keeps the line ends of the file', () => {
    assert.equal(
      ignored('components:\r\n  Shelf: {}\r\n'),
      'components:\r\n  # tmg-ignore isolated-component: why this is fine\r\n  Shelf: {}\r\n',
    );
  });

  it('stands beside other comments of its kind, and in flow maps', () => {
    assert.equal(
      ignored('components:\n  # tmg-ignore orphan-interface: spare\n  Shelf: {}\n'),
      'components:\n  # tmg-ignore orphan-interface: spare\n  # tmg-ignore isolated-component: why this is fine\n  Shelf: {}\n',
    );
    ignored('components: {\n  Shelf: {},\n  }\n');
    ignored('components: {Shelf: {}}\n');
  });

  it('offers nothing for a file that cannot be read', () => {
    const context = contextOf('components: [\n');
    const [syntax] = context.origins.files[0]?.findings ?? [];
    assert.ok(syntax);
    assert.equal(ignoreFix(syntax, context), undefined);
  });

  describe('in CSV', () => {
    const text = 'Component,Interface\nA,x\n"B\nC",y\n';
    const records = finishRecords(collectRecords('a.tmg.csv', 'csv', text));
    const context = { ...contextOf('tmg: 1\n'), origins: collectOrigins([records], compareCodePoints) };
    const at = (needle: string) => {
      const start = text.indexOf(needle);
      return finding('isolated-component', { file: 'a.tmg.csv', range: { start, end: start + 1 } }, 'x');
    };

    it('puts a row above', () => {
      assert.deepEqual(ignoreFix(at('A'), context)?.changes, [
        {
          file: 'a.tmg.csv',
          edits: [
            { range: { start: 20, end: 20 }, newText: '# tmg-ignore isolated-component: why this is fine\n' },
          ],
        },
      ]);
    });

    it('offers nothing above the header or within a cell', () => {
      assert.equal(ignoreFix(at('Component'), context), undefined);
      assert.equal(ignoreFix(at('C"'), context), undefined);
    });
  });
});
