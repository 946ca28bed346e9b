import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface LanguageConfiguration {
  readonly wordPattern: string;
  readonly indentationRules: {
    readonly increaseIndentPattern: string;
    readonly decreaseIndentPattern: string;
  };
  readonly onEnterRules: readonly {
    readonly beforeText: string;
    readonly action: { readonly indent: string; readonly appendText?: string };
  }[];
}

function read(language: string): LanguageConfiguration {
  return JSON.parse(readFileSync(`language-configuration/${language}.json`, 'utf8')) as LanguageConfiguration;
}

describe('language configuration of tmg', () => {
  const { wordPattern, indentationRules, onEnterRules } = read('tmg');

  /** By how many blanks the next line is indented after Enter at the end of a line. */
  function indentAfter(line: string): number {
    const rule = onEnterRules.find(({ beforeText }) => new RegExp(beforeText).test(line));
    return rule ? 2 + (rule.action.appendText?.length ?? 0) : 0;
  }

  it('indents below a key, and below a key of a list item', () => {
    equal(indentAfter('components:'), 2);
    equal(indentAfter('  Client Computer:   # kiosk'), 2);
    equal(indentAfter('    note: |'), 2);
    equal(indentAfter('  - match:'), 4);
    equal(indentAfter('  - match: {interface: "USB*"}'), 2);
  });

  it('stays in the column after values, items, vectors and comments', () => {
    for (const line of [
      '  facility: Data Center',
      '    - ETH Gateway',
      '    - {from: A, to: B}',
      '    - [A, Hub, B]',
      '  E: CVSS:3.1/AV:N',
      '# components:',
      '  # as follows:',
      '',
    ]) {
      equal(indentAfter(line), 0, line);
    }
  });

  it('has indentation rules that agree', () => {
    const increase = new RegExp(indentationRules.increaseIndentPattern);
    deepEqual(
      ['components:', '  -', '  A: {', '  A: x', '# a:', '  A: {b: c}', '  note: >-'].map((line) =>
        increase.test(line),
      ),
      [true, true, true, false, false, false, true],
    );
    const decrease = new RegExp(indentationRules.decreaseIndentPattern);
    deepEqual(
      ['  }', '  ],', '  A: {}'].map((line) => decrease.test(line)),
      [true, true, false],
    );
  });

  it('takes names with hyphens and dots for one word, and each part of a vector', () => {
    const words = (text: string): string[] => text.match(new RegExp(wordPattern, 'g')) ?? [];
    deepEqual(words('  Virtual-OBD-Plug: {T: usb-root, "CAN 2.0": T1059.001}'), [
      'Virtual-OBD-Plug',
      'T',
      'usb-root',
      'CAN',
      '2.0',
      'T1059.001',
    ]);
    deepEqual(words('CVSS:3.1/AV:N'), ['CVSS', '3.1', 'AV', 'N']);
  });
});

describe('language configuration of tmg-csv', () => {
  it('takes what stands between separators and blanks for a word', () => {
    const words = 'Virtual-Router;"LAN 1, LAN-2";A|B;CVSS:3.1/AV:N'.match(
      new RegExp(read('tmg-csv').wordPattern, 'g'),
    );
    deepEqual(words, ['Virtual-Router', 'LAN', '1', 'LAN-2', 'A', 'B', 'CVSS', '3.1', 'AV', 'N']);
  });
});
