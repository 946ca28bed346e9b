import assert from 'node:assert/strict';
import { addYamlRatings, type NewRatings } from '../../../../src/formats/yaml/addRatings';
import { readText } from '../../../../src/workspace/readRecords';

type Plain = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

function ratings(plain: Plain): NewRatings {
  return new Map(
    Object.entries(plain).map(([component, own]) => [
      component,
      new Map(Object.entries(own).map(([name, texts]) => [name, new Map(Object.entries(texts))])),
    ]),
  );
}

const MORE = ratings({ A: { x: { T: '5' }, y: { T: '7.1', E: 'none' } }, 'New: 1': { z: { T: '1' } } });

const ADDED = `ratings:
  A:
    x: {T: 5}
    y: {T: 7.1, E: none}
  "New: 1":
    z: {T: 1}
`;

const CASES: readonly (readonly [string, string, string])[] = [
  ['a file without ratings', 'tmg: 1\n', `tmg: 1\n${ADDED}`],
  ['an empty section', '# a\nratings:\n# b\n', `# a\n${ADDED}# b\n`],
  ['an empty map', '# a\nratings: {} # b\n', `# a\n${ADDED.replace('ratings:', 'ratings: # b')}`],
  [
    'a section with remarks',
    `ratings:
  # about A
  A:   # a
    x: {S: 1}   # one
    # tail of A

  B: {q: {T: 1}}  # b
  # tail

components: {}
`,
    `ratings:
  # about A
  A:   # a
    x: {S: 1, T: 5}   # one
    y: {T: 7.1, E: none}
    # tail of A

  B: {q: {T: 1}}  # b
  "New: 1":
    z: {T: 1}
  # tail

components: {}
`,
  ],
  [
    'four blanks a level, CRLF and no line end at the end',
    'ratings:\r\n    A:\r\n        x:\r\n            S: 1',
    'ratings:\r\n    A:\r\n        x:\r\n            S: 1\r\n            T: 5\r\n        y: {T: 7.1, E: none}\r\n    "New: 1":\r\n        z: {T: 1}',
  ],
  [
    'a section in one line',
    'ratings: {A: {x: {S: 1}}}\n',
    'ratings: {A: {x: {S: 1, T: 5}, y: {T: 7.1, E: none}}, "New: 1": {z: {T: 1}}}\n',
  ],
  [
    'a quoted key',
    '"ratings":\n  A: {x: {S: 1}}\n',
    '"ratings":\n  A: {x: {S: 1, T: 5}, y: {T: 7.1, E: none}}\n  "New: 1":\n    z: {T: 1}\n',
  ],
];

describe('addYamlRatings', () => {
  for (const [what, before, after] of CASES) {
    it(`keeps everything else: ${what}`, () => {
      assert.equal(addYamlRatings(before, MORE), after);
      assert.deepEqual(readText('a.tmg.yaml', after).findings, []);
    });
  }

  it('leaves what is no map as it is', () => {
    for (const text of ['ratings: [a, b]\n', 'ratings: text\n']) {
      assert.equal(addYamlRatings(text, MORE), text);
    }
  });
});
