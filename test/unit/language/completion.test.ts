import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { completion } from '../../../src/language/completion';
import { mentionsIn } from '../../../src/model/mentions';
import { readText } from '../../../src/workspace/readRecords';
import { snapshotOf } from '../../support/caret';
import { applied, insertsAt, itemsAt, MODEL, textsAt } from '../../support/completions';
import { exampleTexts, mutate, randomFrom } from '../../support/mutations';
import { randomModel, toYaml } from '../../support/randomModel';

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
    ['the version of the format', 'tmg: |\n', ['1']],
    [
      'types of an asset not named yet',
      'components: {Hub: {assets: {Key: {stride: [T, |]}}}}\n',
      ['S', 'R', 'I', 'D', 'E'],
    ],
    ['truth', 'interfaces: {LAN: {entry: |}}\n', ['true', 'false']],
    ['levels', 'settings:\n  severity: {missing-rating: |\n', ['error', 'warning', 'information', 'off']],
  ];
  for (const [what, source, expected] of cases) {
    it(`offers ${what}`, () => {
      deepEqual(insertsAt(source), expected);
    });
  }
});

describe('completion of keys', () => {
  it('says what the schema says', () => {
    const [first] = itemsAt('interfaces: {LAN: {|');
    deepEqual(first, {
      label: 'entry',
      insertText: 'entry: ',
      kind: 'key',
      documentation: String.raw`Attack chains begin here\.`,
      retrigger: true,
      sortText: '000000',
    });
    const [stride] = itemsAt('ratings: {Hub: {USB: {|');
    deepEqual([stride?.label, stride?.detail], ['S', 'Spoofing']);
  });

  it('begins list items below a key that wants a list', () => {
    deepEqual(insertsAt('filters:\n  oneWay:\n    |\n'), ['- from: ', '- to: ']);
    deepEqual(insertsAt('filters:\n  oneWay:\n    - |\n'), ['from: ', 'to: ']);
    deepEqual(insertsAt('settings: {stride: |}\n').slice(0, 2), ['[S]', '[T]']);
  });

  it('describes names in text that shows as it is', () => {
    const [facility] = itemsAt('components: {A: {facility: |');
    equal(facility?.documentation, String.raw`In \*Köln\*`);
    const components = textsAt('ratings:\n  |\n');
    deepEqual(components.slice(0, 2), ['Server = Werk Süd', 'Böse: Kiste = EXT, Rack']);
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
