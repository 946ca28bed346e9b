import { deepEqual, match, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { completion } from '../../../src/language/completion';
import type { CompletionItem } from '../../../src/language/completionItem';
import { mentionsIn } from '../../../src/model/mentions';
import { readText } from '../../../src/workspace/readRecords';
import { markedModel, snapshotOf } from '../../support/caret';
import { exampleTexts, mutate, randomFrom } from '../../support/mutations';
import { randomModel, toYaml } from '../../support/randomModel';

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

/** Label and detail of what is offered. */
function textsAt(source: string, file?: string): string[] {
  return itemsAt(source, file).map(({ label, detail }) => `${label} = ${detail}`);
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

describe('completion of ratings', () => {
  const usb = 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
  const lan = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';

  it('offers what is used nearby, names, none and beginnings', () => {
    deepEqual(textsAt('ratings:\n  "Böse: Kiste":\n    LAN:\n      S: |\n'), [
      `${lan} = 9.8 Critical, same interface`,
      'usb-root = 6.8 Medium, same interface, 5 times',
      'none = 0.0',
      'CVSS:3.1/ = a new vector, metric by metric',
      'CVSS:4.0/ = a new vector, metric by metric',
    ]);
  });

  it('offers in rules and under vectors too, there no names', () => {
    deepEqual(insertsAt('ratingRules:\n  - match: {interface: LAN}\n    all:|\n'), [
      ` ${lan}`,
      ' usb-root',
      ' none',
      ' CVSS:3.1/',
      ' CVSS:4.0/',
    ]);
    deepEqual(insertsAt('vectors:\n  a: |\n'), [usb, lan, 'CVSS:3.1/', 'CVSS:4.0/']);
  });

  it('goes on with the next metric, its values and what they mean', () => {
    deepEqual(textsAt('ratings: {Hub: {USB: {S: CVSS:3.1/|'), [
      'AV:N = Network',
      'AV:A = Adjacent',
      'AV:L = Local',
      'AV:P = Physical',
    ]);
    const [first] = itemsAt('ratings: {Hub: {USB: {S: CVSS:3.1/|');
    deepEqual([first?.insertText, first?.retrigger, first?.filterText], ['AV:N/', true, undefined]);
    match(
      first?.documentation ?? '',
      /^\*\*Attack Vector:\*\* .*\n\nWith the other metrics the score can still be 0\.0 to 10\.0\.$/,
    );
  });

  it('shows the score of values that complete the vector', () => {
    deepEqual(textsAt(`ratings:\n  Hub:\n    USB:\n      S: ${usb.slice(0, -4)}/|`), [
      'A:N = None, 6.1 Medium',
      'A:L = Low, 6.4 Medium',
      'A:H = High, 6.8 Medium',
    ]);
  });

  it('offers all values of a metric that is there', () => {
    const items = itemsAt(`vectors:\n  "a": "${usb.replace('AV:P', 'AV:P|')}"\n`);
    deepEqual(
      items.map(({ insertText, detail, filterText }) => [insertText, detail, filterText]),
      [
        ['AV:N', 'Network, 9.8 Critical', 'AV:P'],
        ['AV:A', 'Adjacent, 8.8 High', 'AV:P'],
        ['AV:L', 'Local, 8.4 High', 'AV:P'],
        ['AV:P', 'Physical, 6.8 Medium', 'AV:P'],
      ],
    );
  });

  it('goes by what is typed, not by the order alone', () => {
    deepEqual(insertsAt('vectors: {a: CVSS:4.0/VC|'), ['VC:H/', 'VC:L/', 'VC:N/']);
    deepEqual(insertsAt(`vectors: {a: ${usb}/RC|`), ['RC:U', 'RC:R', 'RC:C']);
  });
});

describe('completion of comments', () => {
  it('offers tmg-ignore, and the codes of the next line first', () => {
    deepEqual(insertsAt('# tm|\n'), ['tmg-ignore ']);
    const source = 'ratings:\r\n  # tmg-ignore un|known\r\n  Foo: {LAN: {S: 1}}\r\n';
    deepEqual(textsAt(source)[0], 'unknown-component = error, on the next line');
    deepEqual(insertsAt(source)[0], 'unknown-component: ');
    deepEqual(insertsAt('name: x # |\n'), []);
  });

  it('offers codes in tables', () => {
    ok(insertsAt('Component,Interface\n# tmg-ignore |: x\n', 'typed.tmg.csv').includes('missing-rating'));
  });
});

describe('completion of tables', () => {
  const cases: readonly (readonly [string, string, string[]])[] = [
    ['the columns of a table', 'From;|', ['Via', 'Only To', 'To', 'Note', 'Status', 'Ref', 'Description']],
    ['assets of the component', 'Component,Asset\nHub,|\n', ['Key', 'DB']],
    ['facilities', 'Facility;Component;Asset\r\n|', ['Werk Süd']],
    ['components', 'Component;Interface;S\n|', ['Server', 'Böse: Kiste', 'Hub']],
    ['interfaces not rated yet', 'Component;Interface;S\nServer;|\n', ['USB', 'LAN']],
    ['labels', 'Component;Interface\nX:Ra|;LAN\n', ['X:Communication', 'X:Virtual', 'X:EXT', 'X:Rack']],
    ['more of a list', 'Component;Interface\nX;"LAN, |"\n', ['USB']],
    ['a list that needs quotes now', 'Component,Interface\nX,LAN;|\n', ['LAN;USB']],
    ['entries', 'Interface,Entry\nLAN,|\n', ['true', 'false']],
    ['components of an interface', 'Interface,Entry,Into\nUSB,yes,|\n', ['Server', 'Hub', 'Böse: Kiste']],
    ['attackers', 'Interface;Entry;Attackers;Periods\nUSB;yes;|\n', ['external']],
    ['periods', 'Interface;Entry;Attackers;Periods\nUSB;yes;;|\n', ['on']],
    ['a sequence', 'Banned\nHub|\n', ['Server', 'Böse: Kiste', 'Hub', '*']],
    ['filters', 'From,To\nHub,"B|"\n', ['Server', 'Böse: Kiste', 'Hub']],
    ['types', 'Component,Interface,STRIDE,CVSS\nHub,USB,|\n', ['S', 'T', 'R', 'I', 'D', 'E', 'all']],
    ['status', 'Component,Interface,S,Status\nHub,USB,,|\n', ['draft', 'agreed']],
  ];
  for (const [what, source, expected] of cases) {
    it(`offers ${what}`, () => {
      deepEqual(insertsAt(source, 'typed.tmg.csv'), expected);
    });
  }

  it('offers ratings, in a table of vectors only vectors', () => {
    const usb = 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
    const lan = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
    deepEqual(insertsAt('Component;Interface;All\nHub;USB;|\n', 'typed.tmg.csv'), [
      lan,
      'usb-root',
      'none',
      'CVSS:3.1/',
      'CVSS:4.0/',
    ]);
    deepEqual(insertsAt('Vector,CVSS\na,|\n', 'typed.tmg.csv'), [usb, lan, 'CVSS:3.1/', 'CVSS:4.0/']);
    deepEqual(insertsAt('Vector,CVSS\na,"CVSS:3.1/AV:N/AC:|', 'typed.tmg.csv'), ['AC:L/', 'AC:H/']);
  });
});

describe('applied completion', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['Böse: Kiste', 'a.tmg.yaml', 'filters:\n  banned: [[Hub, B|]]\n', '  banned: [[Hub, "Böse: Kiste"]]\n'],
    [
      'Böse: Kiste',
      'a.tmg.yaml',
      "filters: {oneWay: [{from: 'B|', to: A}]}\n",
      "[{from: 'Böse: Kiste', to: A}]}\n",
    ],
    [
      'Böse: Kiste',
      'a.tmg.yaml',
      'filters: {oneWay: [{from: "B|, to: A}]}\n',
      '{from: "Böse: Kiste", to: A}]}\n',
    ],
    ['Server', 'a.tmg.yaml', 'tmg: 1\r\nratings:\r\n  Ser|\r\n', '\r\n  Server: \r\n'],
    ['Server', 'a.tmg.yaml', 'ratings:\n  Se|v:\n    LAN: {}\n', '\n  Server:\n    LAN: {}\n'],
    ['Server', 'a.tmg.yaml', 'ratings:\n  "Se|\n', '\n  "Server": \n'],
    ['USB', 'a.tmg.yaml', 'components:\n  X:\n    interfaces:\n      - |', '\n      - USB'],
    ['CVSS:4.0/', 'a.tmg.yaml', 'vectors: {a: "|}\n', 'vectors: {a: "CVSS:4.0/}\n'],
    ['*', 'a.tmg.yaml', 'filters:\n  banned:\n    - - A\n      - |\n', '- A\n      - "*"\n'],
    ['AV:A', 'a.tmg.yaml', 'vectors:\n  a: CVSS:3.1/AV:|N/AC:L # x\n', '\n  a: CVSS:3.1/AV:A/AC:L # x\n'],
    ['Hub', 'a.tmg.csv', 'From,To\r\nH|,X\r\n', '\r\nHub,X\r\n'],
    ['Hub', 'a.tmg.csv', 'From,To\n"H|,X\n', '\n"Hub",X\n'],
    ['USB', 'a.tmg.csv', 'Component;Interface\nX;LAN, U|\n', '\nX;LAN, USB\n'],
  ];
  for (const [label, file, source, expected] of cases) {
    it(`writes ${label} into ${JSON.stringify(source)}`, () => {
      const text = applied({ [file]: source, ...MODEL }, label) ?? '';
      ok(text.endsWith(expected), text);
    });
  }

  it('names the component that was chosen, whatever its name', () => {
    const places: readonly (readonly [string, string])[] = [
      ['typed.tmg.yaml', 'ratings:\n  |\n    LAN: {S: 1}\n'],
      ['typed.tmg.yaml', 'ratings:\n  "|":\n    LAN: {S: 1}\n'],
      ['typed.tmg.yaml', 'filters: {banned: [[|, Other]]}\n'],
      ['typed.tmg.csv', 'Component,Interface,S\n|,LAN,1\n'],
      ['typed.tmg.csv', 'Component;Interface;S\n"|";LAN;1\n'],
      ['typed.tmg.csv', 'Banned\nOther|\n'],
    ];
    fc.assert(
      fc.property(randomModel, (document) => {
        const names = Object.keys(document['components'] ?? {});
        for (const name of names) {
          for (const [file, source] of places) {
            const text = applied({ [file]: source, 'model.tmg.yaml': toYaml(document) }, name) ?? '';
            const mentions = [...mentionsIn(readText(file, text), ['component'])];
            ok(
              mentions.some((mention) => mention.name === name),
              `${name} in ${text}`,
            );
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('completion', () => {
  it('never throws, and replaces a part of one line that touches the caret', () => {
    const texts = { '.yaml': exampleTexts('.yaml'), '.csv': exampleTexts('.csv') };
    for (let seed = 0; seed < 150; seed++) {
      const ending = seed % 2 === 0 ? '.yaml' : '.csv';
      const sources = texts[ending].filter(({ length }) => length < 20_000);
      const text = mutate(sources[seed % sources.length] ?? '', seed);
      const file = `typed.tmg${ending}`;
      const snapshot = snapshotOf({ [file]: text });
      const random = randomFrom(seed);
      for (let round = 0; round < 20; round++) {
        const offset = Math.floor(random() * (text.length + 1));
        const found = completion(snapshot, file, offset);
        if (found) {
          const { start, end } = found.range;
          ok(start <= offset && offset <= end);
          ok(!/[\r\n]/.test(text.slice(start, end)), `${offset} in ${text}`);
          ok(found.items.length > 0);
        }
      }
    }
  });
});
