import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { setYamlValue } from '../../../../src/formats/yaml/editYaml';
import { addYamlRatings } from '../../../../src/formats/yaml/addRatings';
import { placeOfDeepNesting } from '../../../../src/formats/yaml/nesting';
import { readYaml } from '../../../../src/formats/yaml/readYaml';
import { exampleTexts } from '../../../support/mutations';
import { deepFragments, deepTexts } from '../../../support/deepTexts';

/** Calls a function with so many calls on the stack already. */
function atDepth<Result>(calls: number, work: () => Result): Result {
  return calls === 0 ? work() : atDepth(calls - 1, work);
}

describe('deep nesting in YAML', () => {
  // The parser makes an error per bracket, and with all of a deep stack in each of them it would take minutes.
  const limit = Error.stackTraceLimit;
  before(() => {
    Error.stackTraceLimit = 0;
  });
  after(() => {
    Error.stackTraceLimit = limit;
  });

  for (const [what, fragment] of Object.entries(deepFragments())) {
    it(`is refused in the same words every time, however much of the stack is in use: ${what}`, () => {
      for (const text of deepTexts(fragment)) {
        const first = readYaml('a.tmg.yaml', text);
        assert.ok(first.findings.length > 0, 'something is wrong with it');
        const second = readYaml('a.tmg.yaml', text);
        const deeper = atDepth(2000, () => readYaml('a.tmg.yaml', text));
        // Printing what differs in such texts would take minutes.
        assert.ok(isDeepStrictEqual(second, first), 'the second reading says the same');
        assert.ok(isDeepStrictEqual(deeper, first), 'and so does one with less of the stack');
      }
    });

    it(`is left alone by edits: ${what}`, () => {
      const more = new Map([['A', new Map([['I', new Map([['T', '1']])]])]]);
      for (const text of deepTexts(fragment)) {
        assert.doesNotThrow(() => setYamlValue(text, ['settings', 'maxLength'], 3));
        assert.doesNotThrow(() => addYamlRatings(text, more));
      }
    });
  }

  it('costs nothing that stands before it or in entries of its own', () => {
    for (const [what, fragment] of Object.entries(deepFragments())) {
      const text = `components:\n  A: {labels: [EXT]}\n  B:\n    x: ${fragment.split('\n')[0]}\n  C: {labels: [EXT]}\n`;
      const names = readYaml('a.tmg.yaml', text).components.map(({ name }) => name.value);
      assert.ok(names.includes('A') && names.includes('C'), `${what}: ${names.join()}`);
    }
  });

  it('is not seen in real files, nor in brackets that texts hold', () => {
    for (const text of exampleTexts('.yaml')) {
      assert.equal(placeOfDeepNesting(text), undefined);
    }
    const brackets = '['.repeat(10_000);
    const lines = Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth + 4)}- a: {b: [`).join('\n');
    for (const text of [
      `description: "${brackets}"\n`,
      `# ${brackets}\n`,
      `description: |\n${lines}\n`,
      `a: x${'- '.repeat(200)}\n`,
      `list:\n${'  - [a, b]\n'.repeat(2000)}`,
      `list: [${'{a: 1, b: 2}, '.repeat(2000)}]\n`,
    ]) {
      assert.equal(placeOfDeepNesting(text), undefined, text.slice(0, 40));
    }
  });

  it('begins at the 257th level, or at the 65th that one line begins', () => {
    const flow = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    const block = (levels: number): string =>
      Array.from({ length: levels }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');
    assert.equal(placeOfDeepNesting(flow(256)), undefined);
    assert.deepEqual(placeOfDeepNesting(flow(257)), { start: 256, end: 257 });
    assert.equal(placeOfDeepNesting(block(256)), undefined);
    assert.equal(placeOfDeepNesting(block(257))?.end, block(257).length);
    const padded = (levels: number): string => `${'- '.repeat(levels)}${'x'.repeat(300)}`;
    assert.equal(placeOfDeepNesting(padded(64)), undefined);
    assert.deepEqual(placeOfDeepNesting(padded(65)), { start: 128, end: 129 });
  });
});
