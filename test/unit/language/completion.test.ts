import { deepEqual } from 'node:assert/strict';
import { completion } from '../../../src/language/completion';
import type { CompletionItem } from '../../../src/language/completionItem';
import { markedModel } from '../../support/caret';

type Files = Parameters<typeof markedModel>[0];

const MODEL = {
  'model.tmg.yaml': [
    'tmg: 1',
    'facilities: {Werk Süd: {description: In *Köln*}}',
    'attackers: {external: someone from outside}',
    'periods: {on: the system is on}',
    'components:',
    '  Server: {facility: Werk Süd, interfaces: [LAN, USB], assets: {DB: {}}}',
    '  "Böse: Kiste": {labels: [EXT, Rack], interfaces: [LAN]}',
    '  Hub: {interfaces: [USB], assets: {Key: {}}}',
    'vectors: {usb-root: CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H}',
    'ratings:',
    '  Server:',
    '    LAN: {T: CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, all: usb-root}',
    '',
  ].join('\n'),
};

/** What is offered at the caret of another file of the model. */
function itemsAt(source: string, file = 'typed.tmg.yaml'): readonly CompletionItem[] {
  const marked = markedModel({ [file]: source, ...MODEL });
  return completion(marked.snapshot, marked.file, marked.offset)?.items ?? [];
}

/** The texts that are put in. */
function insertsAt(source: string, file?: string): string[] {
  return itemsAt(source, file).map(({ insertText }) => insertText);
}

/** The text with an item put in. */
function applied(files: Files, label: string): string | undefined {
  const { snapshot, file, offset, text } = markedModel(files);
  const found = completion(snapshot, file, offset);
  const item = found?.items.find((candidate) => candidate.label === label);
  return found && item && text.slice(0, found.range.start) + item.insertText + text.slice(found.range.end);
}

describe('completion of YAML', () => {
  const cases: readonly (readonly [string, string, string[]])[] = [
    ['facilities', 'components:\n  A:\n    facility: |\n', ['Werk Süd']],
    ['attackers', 'interfaces:\n  LAN: {attackers: [|', ['external']],
    ['periods', 'interfaces:\n  LAN:\n    periods:\n      - |\n', ['on']],
    ['labels', 'components: {A: {labels: [|]}}\n', ['Communication', 'Virtual', 'EXT', 'Rack']],
    ['interfaces', 'components:\n  A:\n    interfaces: [LAN, |]\n', ['USB']],
    [
      'interfaces below their key',
      'components:\r\n  A:\r\n    interfaces:\r\n      |\r\n',
      ['- LAN', '- USB'],
    ],
    ['interfaces behind their key', 'components:\n  A:\n    interfaces:|\n', [' [LAN]', ' [USB]']],
    ['components', 'ratings:\n  |', ['Server: ', '"Böse: Kiste": ', 'Hub: ']],
    ['interfaces of a component', 'ratings:\n  Server:\n    |', ['USB: ', 'LAN: ']],
    [
      'keys not used yet',
      'ratingRules:\n  - match: {interface: LAN, |}\n',
      ['component: ', 'facility: ', 'label: '],
    ],
    ['words', 'settings:\n  stepRule: |\n', ['same', 'elevation']],
    ['truth', 'interfaces: {LAN: {entry: |}}\n', ['true', 'false']],
    ['levels', 'settings:\n  severity: {missing-rating: |\n', ['error', 'warning', 'information', 'off']],
  ];
  for (const [what, source, expected] of cases) {
    it(`offers ${what}`, () => {
      deepEqual(insertsAt(source), expected);
    });
  }
});

describe('applied completion', () => {
  it('writes names with the quotes they need', () => {
    const text = 'filters:\n  banned: [[Hub, B|]]\n';
    deepEqual(
      applied({ 'typed.tmg.yaml': text, ...MODEL }, 'Böse: Kiste'),
      'filters:\n  banned: [[Hub, "Böse: Kiste"]]\n',
    );
  });
});
