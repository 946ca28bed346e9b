import assert from 'node:assert/strict';
import { RULES } from '../../../../src/checks/allRules';
import { checkModel } from '../../../../src/checks/checkModel';
import { formatMessage } from '../../../../src/text/message';
import { modelFrom } from '../../../support/modelFrom';
import { fixedText } from '../../checks/checkTexts';

const RIGHT = `tmg: 1
settings: {stepRule: same}
facilities:
  Hall:
    description: the hall
components:
  Server:
    facility: Hall
    interfaces:
      - Internet
    assets:
      DB:
        security: 4
        stride: [T]
interfaces:
  Internet:
    entry: true
ratings:
  Server:
    Internet:
      all: 5
      note: seen
`;

/** The text with some lines less indented. */
function slipped(...lines: readonly string[]): string {
  return RIGHT.split('\n')
    .map((line) =>
      lines.includes(line.trim().split(':')[0] ?? '') && line.startsWith('    ') ? line.slice(2) : line,
    )
    .join('\n');
}

function problems(text: string): string[] {
  return checkModel(modelFrom(text))
    .filter(({ severity }) => severity !== 'information')
    .map(({ code, message }) => `${code} ${formatMessage(message)}`);
}

describe('keys that have slipped out of their entry', () => {
  const cases: readonly (readonly [keys: readonly string[], named: string])[] = [
    [['description'], '"description"'],
    [['assets', 'DB', 'security', 'stride'], '"assets"'],
    [
      ['facility', 'interfaces', '- Internet', 'assets', 'DB', 'security', 'stride'],
      '"facility", "interfaces", "assets"',
    ],
    [['security', 'stride'], '"security", "stride"'],
    [['entry'], '"entry"'],
    [['all', 'note'], '"all", "note"'],
  ];

  for (const [keys, named] of cases) {
    it(`get one message that says indent, and are read as they were meant: ${named}`, () => {
      const text = slipped(...keys);
      assert.notEqual(text, RIGHT);
      const [problem = '', ...others] = problems(text);
      assert.deepEqual(others, []);
      assert.ok(problem.startsWith(`unknown-key Indent ${named}: as `), problem);
      const { name: _, ...expected } = modelFrom(RIGHT).model;
      const { name: __, ...found } = modelFrom(text).model;
      assert.deepEqual(found, expected);
    });

    it(`are indented by the fix: ${named}`, () => {
      assert.deepEqual(problems(fixedText(RULES['unknown-key'], slipped(...keys), 'Indent it')), []);
    });
  }

  it('do not take real names for keys', () => {
    const text = `settings: {stepRule: same}
components:
  assets: {interfaces: [X], assets: {DB: {security: 1}}}
  interfaces: {facility: Hall, interfaces: [X, T]}
  facility:
interfaces: {X: {entry: true, into: [assets]}, entry: {}}
ratings: {assets: {X: {all: 5}}, interfaces: {T: {T: 5, all: 1}, X: {all: 2}}}
`;
    assert.deepEqual(
      problems(text).filter((problem) => problem.includes('Indent')),
      [],
    );
  });

  it('say indent at the top of a file too, where the section is there', () => {
    assert.deepEqual(problems('settings: {stepRule: same}\nmaxLength: 5\n'), [
      'unknown-key A TMG file has no key "maxLength"; indent it, so that it belongs to "settings".',
    ]);
    assert.doesNotMatch(problems('maxLength: 5\n').join(), /indent/);
  });
});

describe('entry in YAML', () => {
  it('suggests true or false for other words that mean it', () => {
    for (const [word, meant] of [
      ['yes', 'true'],
      ['No', 'false'],
      ['on', 'true'],
      ['ja', 'true'],
      ['True', 'true'],
    ]) {
      const text = `components: {A: {interfaces: [X]}}\ninterfaces: {X: {entry: ${word}}}\n`;
      const [problem] = problems(text);
      assert.equal(
        problem,
        `wrong-type entry of "X" must be true or false, but "${word}" stands here; did you mean "${meant}"?`,
      );
      assert.match(
        fixedText(RULES['wrong-type'], text, `Change it to "${meant}"`),
        new RegExp(`entry: ${meant}`),
      );
    }
    assert.match(problems('interfaces: {X: {entry: perhaps}}\n').join(), /must be one of true, false/);
  });
});
