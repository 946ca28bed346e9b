import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { YamlNode } from '../../../src/formats/yaml/node';
import { parseEntry } from '../../../src/formats/yaml/parseEntry';
import type { YamlPath } from '../../../src/formats/yaml/yamlPathAt';
import { yamlCursor } from '../../../src/language/yamlCursor';
import { marked } from '../../support/caret';
import { readsInProportion } from '../../support/charactersRead';
import { exampleTexts, mutate, randomFrom } from '../../support/mutations';
import { randomModel, toYaml } from '../../support/randomModel';

/** Position, path and prefix at the caret, and more where it is not as usual. */
function at(source: string): unknown {
  const { text, offset } = marked(source);
  const cursor = yamlCursor(text, offset);
  if (!cursor) {
    return undefined;
  }
  const { position, path, prefix, range, quote, flow, needsBlank, hasColon, siblings } = cursor;
  const marks = [quote, flow ? 'flow' : '', needsBlank ? 'blank' : '', hasColon ? 'colon' : ''];
  return [
    position,
    path.join('/'),
    prefix,
    text.slice(range.start, range.end),
    marks.filter((mark) => mark !== '').join(' '),
    siblings.join(','),
  ];
}

const CASES: readonly (readonly [string, string, unknown])[] = [
  ['an empty file', '|', ['key', '', '', '', '', '']],
  ['a key at the top', 'tmg: 1\ncomp|\nname: A\n', ['key', '', 'comp', 'comp', '', 'tmg,name']],
  ['a blank line at the top', 'tmg: 1\n|\nname: A\n', ['key', '', '', '', '', 'tmg,name']],
  ['a key that is there', 'tmg: 1\nna|me: A\n', ['key', '', 'na', 'name', 'colon', 'tmg']],
  ['a value', 'name: Bö|se Kiste # x\n', ['value', 'name', 'Bö', 'Böse Kiste', '', '']],
  ['a value with a blank at its end', 'name: Böse | # x\n', ['value', 'name', 'Böse ', 'Böse ', '', '']],
  ['behind a colon', 'name:|\n', ['value', 'name', '', '', 'blank', '']],
  ['no value yet', 'name: |', ['value', 'name', '', '', '', '']],
  ['before a comment', 'name: | # x\n', ['value', 'name', '', '', '', '']],
  ['in a comment', 'name: A # |x\n', undefined],
  ['in quotes', 'name: "A| b": c\n', ['value', 'name', 'A', 'A b', '"', '']],
  ['in quotes that nothing closes', "name: 'A|\ntmg: 1\n", ['value', 'name', 'A', 'A', "'", '']],
  [
    'a name on its own line',
    'components:\n  A: {}\n  B|\n  C:\n    labels: []\nratings:\n  D: {}\n',
    ['key', 'components', 'B', 'B', '', 'A,C'],
  ],
  [
    'a blank line in a map, CRLF',
    'components:\r\n  A:\r\n    facility: X\r\n    |\r\n\r\n    labels: [Y]\r\n  B:\r\n',
    ['key', 'components/A', '', '', '', 'facility,labels'],
  ],
  [
    'a blank line of an outer map',
    'components:\n  A:\n    facility: X\n  |\n  B:\n    labels: []\n',
    ['key', 'components', '', '', '', 'A,B'],
  ],
  ['a line below a value', 'components:\n  A:\n    facility: X\n      |\n', undefined],
  ['the end of the file', 'components:\n  A:\n    |', ['key', 'components/A', '', '', '', '']],
  ['in the indentation', 'components:\n |  A: {}\n', undefined],
  ['a list item', 'a:\n  - X\n  - Y| z\n  - W\n', ['item', 'a/1', 'Y', 'Y z', '', 'X,W']],
  ['no list item yet', 'a:\n  - X\n  - |\n', ['item', 'a/1', '', '', '', 'X']],
  ['behind a dash', 'a:\n- X\n-|\nb: 1\n', ['item', 'a/1', '', '', 'blank', 'X']],
  ['a map in a list', 'a:\n  - from: X\n    to: |\n', ['value', 'a/0/to', '', '', '', '']],
  ['a key in a list', 'a:\n  - from: X\n    |\n  - to: Y\n', ['key', 'a/0', '', '', '', 'from']],
  [
    'the first key in a list',
    'a:\n  - x: 1\n  - fr|om: X\n    to: Y\n',
    ['key', 'a/1', 'fr', 'from', 'colon', 'to'],
  ],
  ['a list in a list', 'a:\n  - - X\n    - |\n', ['item', 'a/0/1', '', '', '', 'X']],
  ['below a key of a list', 'a:\n  b:\n    - X\n    |\n', ['key', 'a/b', '', '', '', 'X']],
  ['a block scalar', 'a: |\n'.replace('|', '>') + '  te|xt: b\nb: 1\n', undefined],
  ['behind a block scalar', `a: >\n  text: b\nb: |1\n`, ['value', 'b', '', '1', '', '']],
  ['a flow key', 'a: {T: 1, |, E: 2}\n', ['key', 'a', '', '', 'flow', 'T,E']],
  ['a flow key being typed', 'a: {T: 1, fo|o}\n', ['key', 'a', 'fo', 'foo', 'flow', 'T']],
  ['a flow key that is there', 'a: {T|: 1, E: 2}\n', ['key', 'a', 'T', 'T', 'flow colon', 'E']],
  [
    'a flow value',
    'a: {T: CVSS:3.1/AV:|, E: 2}\n',
    ['value', 'a/T', 'CVSS:3.1/AV:', 'CVSS:3.1/AV:', 'flow', ''],
  ],
  ['behind a flow colon', 'a: {T:|}\n', ['value', 'a/T', '', '', 'flow blank', '']],
  ['no flow value yet', 'a: {T: |}\n', ['value', 'a/T', '', '', 'flow', '']],
  ['a flow list', 'a: [X, Y| z, "W"]\n', ['item', 'a/1', 'Y', 'Y z', 'flow', 'X,W']],
  ['a flow list with a blank at the end', 'a: [X, Y |]\n', ['item', 'a/1', 'Y ', 'Y ', 'flow', 'X']],
  ['an empty flow list', 'a: [|]\n', ['item', 'a/0', '', '', 'flow', '']],
  ['behind a comma', 'a: [X,|]\n', ['item', 'a/1', '', '', 'flow', 'X']],
  ['a list in a flow list', 'a: [[X, |], [Y]]\n', ['item', 'a/0/1', '', '', 'flow', 'X']],
  ['quotes in a flow list', 'a: ["X", "Y|]\nb: 1\n', ['item', 'a/1', 'Y', 'Y]', '" flow', 'X']],
  ['behind a flow value', 'a: {T: "1" |}\n', undefined],
  ['behind a flow map', 'a: {T: 1} |\n', undefined],
  ['a flow map over lines', 'a: {\n  T: 1,\n  |\n}\n', ['key', 'a', '', '', 'flow', 'T']],
  ['a flow map that is not closed', 'a:\n  b: {T: 1, |\n  c: {E: 1}\n', ['key', 'a/b', '', '', 'flow', 'T']],
  [
    'below a flow map that is not closed',
    'a:\n  b: {T: 1,\n  |\n  c: {E: 1}\n',
    ['key', 'a', '', '', '', 'b,c'],
  ],
  ['a flow map in a list', 'a:\n  - {from: X, to: |}\n', ['value', 'a/0/to', '', '', 'flow', '']],
  ['a comment in a flow map', 'a: {T: 1, # |\n  E: 2}\n', undefined],
  ['a file in flow style', '{a: {b: 1, |}}\n', ['key', 'a', '', '', 'flow', 'b']],
  ['quoted keys', "\"a b\":\n  'c''d':\n    |\n", ['key', "a b/c'd", '', '', '', '']],
];

/** The scalars below a node that are written on one line, with their paths. */
function* scalarsIn(node: YamlNode | undefined, path: YamlPath = []): Generator<[YamlPath, YamlNode]> {
  switch (node?.kind) {
    case 'map':
      for (const { key, value } of node.items) {
        yield* scalarsIn(value, [...path, key.kind === 'scalar' ? key.value : '']);
      }
      return;
    case 'sequence':
      for (const [index, item] of node.items.entries()) {
        yield* scalarsIn(item, [...path, index]);
      }
      return;
    case 'scalar':
      if (node.range.start < node.range.end) {
        yield [path, node];
      }
  }
}

/** Whether all that is written in a text is found where the parser finds it. */
function agreesWithParser(text: string): void {
  for (const [path, { range }] of scalarsIn(parseEntry(text).node)) {
    const written = text.slice(range.start, range.end);
    if (!/^[|>]|[\r\n]/.test(written)) {
      deepEqual(yamlCursor(text, range.start + 1)?.path, path, written);
    }
  }
}

describe('yamlCursor', () => {
  for (const [title, source, expected] of CASES) {
    it(`reads ${title}`, () => {
      deepEqual(at(source), expected);
    });
  }

  it('finds the path that the parser finds in a finished text', () => {
    for (const text of exampleTexts('.yaml').filter(({ length }) => length < 10_000)) {
      agreesWithParser(text);
      agreesWithParser(text.replaceAll('\n', '\r\n'));
    }
    fc.assert(
      fc.property(randomModel, (document) => agreesWithParser(toYaml(document))),
      { numRuns: 30 },
    );
  });

  it('never throws, and finds what stands before the caret', () => {
    const texts = exampleTexts('.yaml').filter((text) => text.length < 20_000);
    for (let seed = 0; seed < 600; seed++) {
      const text = mutate(texts[seed % texts.length] ?? '', seed);
      const random = randomFrom(seed);
      for (let round = 0; round < 20; round++) {
        const offset = Math.floor(random() * (text.length + 1));
        const cursor = yamlCursor(text, offset);
        ok(!cursor || text.slice(cursor.range.start, offset) === cursor.prefix);
        ok(!cursor || (cursor.range.start <= offset && offset <= cursor.range.end));
      }
    }
  });

  it('reads no line again and again', () => {
    const textOf = (components: number): string => {
      const entries = Array.from(
        { length: components },
        (_, index) =>
          `  C${index}:\n    I: {T: CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, E: none}\n    J: {T: 1}\n`,
      );
      return `ratings:\n${entries.join('')}    K: {`;
    };
    const long = textOf(1000);
    deepEqual(yamlCursor(long, long.length)?.path, ['ratings', 'C999', 'K']);
    ok(
      readsInProportion((components) => {
        const text = textOf(components);
        return () => yamlCursor(text, text.length);
      }, 250),
    );
  });
});
