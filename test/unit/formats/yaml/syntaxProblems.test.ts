import assert from 'node:assert/strict';
import { readYaml } from '../../../../src/formats/yaml/readYaml';
import { formatMessage } from '../../../../src/text/message';

/** Findings as `line:column [what is underlined] sentence`. */
function said(text: string): string[] {
  return readYaml('a.tmg.yaml', text).findings.map(({ range, message }) => {
    const before = text.slice(0, range.start).split('\n');
    const column = (before.at(-1) ?? '').length + 1;
    return `${before.length}:${column} [${text.slice(range.start, range.end)}] ${formatMessage(message)}`;
  });
}

const COMPONENTS = 'components:\n  A:\n    interfaces: [x]\n  ';

const SLIPS: readonly (readonly [what: string, text: string, expected: string])[] = [
  [
    'a list that is not closed',
    'B:\n    interfaces: [y\n    facility: Hall\n  C: {}\n',
    '5:18 [y] A "]" is missing behind this, or the next line must be indented deeper.',
  ],
  [
    'a list that is closed by the wrong bracket',
    'B: {interfaces: [y}\n  C: {}\n',
    '4:20 [y] A "]" is missing behind this, or the bracket that follows is one too many.',
  ],
  [
    'a map that is not closed, before the next component',
    'B: {interfaces: [y]\n  C: {}\n',
    '4:21 []] A "}" is missing behind this, or the next line must be indented deeper.',
  ],
  [
    'a square bracket too many',
    'B: {interfaces: [y]]}\n  C: {}\n',
    '4:21 []] A "}" is missing behind this, or the bracket that follows is one too many.',
  ],
  [
    'a curly bracket too many',
    'B: {interfaces: [y]}}\n  C: {}\n',
    '4:23 [}] This bracket closes nothing; remove it, or add the one that opens.',
  ],
  [
    'a quote that is not closed',
    'B:\n    facility: "Hall\n  C: {}\n',
    '5:15 ["] This quote is not closed; put another one at the end of the text.',
  ],
  [
    'a quote within brackets that is not closed',
    "B: {facility: 'Hall}\n  C: {}\n",
    "4:17 ['] This quote is not closed; put another one at the end of the text.",
  ],
  [
    'a colon in a text without quotes',
    'B:\n    facility: Hall: North\n  C: {}\n',
    '5:15 [H] Two keys stand on one line; begin a new line, or quote a text that contains ": ".',
  ],
  [
    'a key without its colon',
    'B\n    facility: Hall\n  C: {}\n',
    '4:3 [B\n    facility] A key must stand on one line and end with a colon; is a colon missing, or is the next line indented too deep?',
  ],
  [
    'a line indented too deep',
    'B:\n    facility: Hall\n      labels: [EXT]\n  C: {}\n',
    '5:15 [Hall\n      labels] A key must stand on one line and end with a colon; is a colon missing, or is the next line indented too deep?',
  ],
  [
    'a line indented too little',
    'B:\n    facility: Hall\n   labels: [EXT]\n  C: {}\n',
    '6:4 [l] The indentation does not fit; indent entries of one level by the same number of blanks.',
  ],
  [
    'a tab',
    'B:\n\tfacility: Hall\n  C: {}\n',
    '5:1 [\t] A tab is used for indentation; replace it by blanks.',
  ],
  [
    'a comma that is missing between two keys',
    'B: {facility: Hall labels: [EXT]}\n  C: {}\n',
    '4:17 [Hall labels: [EXT]] Entries between brackets are separated by commas; is a comma or a bracket missing here?',
  ],
  [
    'a comma too many',
    'B: {facility: Hall,, labels: [EXT]}\n  C: {}\n',
    '4:22 [,] This comma has nothing before it; remove it.',
  ],
  [
    'a colon that is missing between brackets',
    'B: {facility: Hall, labels [EXT]}\n  C: {}\n',
    '4:28 [s] A comma is missing behind this, or a colon, or a bracket.',
  ],
  [
    'a dash without a blank',
    'B:\n    interfaces:\n    - y\n    -z\n  C: {}\n',
    '7:5 [-z] A colon is missing behind this; in a list, a blank is missing behind the dash.',
  ],
  [
    'a list on the line of its key',
    'B:\n    interfaces: - y\n  C: {}\n',
    '5:17 [-] A list begins on a line of its own with "- item", or is written [a, b].',
  ],
  [
    'a text on the line of its "|"',
    'B:\n    description: | two\n      lines\n  C: {}\n',
    '5:20 [two] A text behind "|" or ">" begins on the next line; move this there.',
  ],
  [
    'a text that begins with a special character',
    'B: {facility: @home}\n  C: {}\n',
    '4:17 [@] A text cannot begin with this character; put it in quotes.',
  ],
  [
    'a name that is only a star',
    'B: {interfaces: [ * ]}\n  C: {}\n',
    '4:21 [*] A text cannot begin with this character; put it in quotes.',
  ],
  [
    'a quote within quotes',
    "B: {facility: 'Peter's'}\n  C: {}\n",
    "4:24 [s'] This stands behind the closing quote; quote the whole text, and write '' for a quote within it.",
  ],
  [
    'a text behind double quotes',
    'B:\n    description: "quoted" text\n  C: {}\n',
    '5:27 [text] This stands behind the closing quote; quote the whole text, and write \\" for a quote within it.',
  ],
];

describe('what is said about slips in YAML', () => {
  for (const [what, text, expected] of SLIPS) {
    it(what, () => assert.deepEqual(said(COMPONENTS + text), [expected]));
  }

  it('costs no component beside it, and makes none up', () => {
    for (const [what, text] of SLIPS) {
      const names = readYaml('a.tmg.yaml', COMPONENTS + text).components.map(({ name }) => name.value);
      assert.ok(names.includes('A') && names.includes('C'), `${what}: ${names.join(', ')}`);
      assert.ok(
        names.every((name) => /^[ABC]/.test(name)),
        `${what}: ${names.join(', ')}`,
      );
    }
  });

  it('a quote, a bracket and an end of file that meet are one mistake each', () => {
    assert.deepEqual(said('components: {A: {interfaces: [x'), [
      '1:31 [x] A "]" is missing behind this, or the next line must be indented deeper.',
    ]);
    assert.deepEqual(said('components: {A: {facility: "Hall'), [
      '1:28 ["] This quote is not closed; put another one at the end of the text.',
    ]);
  });

  it('wrong escapes are all shown, also on one line', () => {
    const text = 'B: {description: "C:\\Models\\Server"}\n  C: {}\n';
    assert.deepEqual(
      said(COMPONENTS + text).map((sentence) => sentence.slice(0, 9)),
      ['4:23 [\\] ', '4:30 [\\] '],
    );
  });
});
