import assert from 'node:assert/strict';
import { RULES } from '../../../../src/checks/allRules';
import { fixed, found, type Texts } from '../checkTexts';

const BASE = `facilities: {Hall: {}}
attackers: {insider: user}
periods: {service: maintenance}
components:
  Server: {facility: Hall, interfaces: [LAN, Internet], assets: {DB: {}}}
  Client: {facility: Hall, interfaces: [LAN, Terminal]}
interfaces:
  Internet: {entry: true, into: [Server], attackers: [insider], periods: [service]}
vectors:
  usb-root: CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
ratings:
  Server:
    LAN: {T: usb-root}
`;

interface Case {
  readonly code: keyof typeof RULES;
  readonly change: readonly [before: string, after: string];
  readonly at: string;
  readonly fixes: readonly string[];
}

const CASES: readonly Case[] = [
  {
    code: 'unknown-component',
    change: ['ratings:\n  Server:', 'ratings:\n  Servre:'],
    at: 'Servre',
    fixes: ['Change "Servre" to "Server"'],
  },
  {
    code: 'unknown-component',
    change: ['into: [Server]', 'into: [Sever]'],
    at: 'Sever',
    fixes: ['Change "Sever" to "Server"'],
  },
  {
    code: 'unknown-component',
    change: ['vectors:', 'filters: {banned: [[Server, "*", Cleint]]}\nvectors:'],
    at: 'Cleint',
    fixes: ['Change "Cleint" to "Client"'],
  },
  {
    code: 'unknown-component',
    change: ['ratings:\n', 'ratings:\n  Something Else:\n    X: {T: 1}\n'],
    at: 'Something Else',
    fixes: [],
  },
  {
    code: 'unknown-interface',
    change: ['    LAN: {T', '    LAM: {T'],
    at: 'LAM',
    fixes: ['Change "LAM" to "LAN"'],
  },
  {
    code: 'unknown-interface',
    change: ['interfaces:\n', 'interfaces:\n  Terminl: {entry: true}\n'],
    at: 'Terminl',
    fixes: ['Change "Terminl" to "Terminal"'],
  },
  {
    code: 'unknown-relation',
    change: ['    LAN: {T', '    Terminal: {T'],
    at: 'Terminal',
    fixes: ['Add the interface "Terminal" to "Server"'],
  },
  {
    code: 'unknown-relation',
    change: ['into: [Server]', 'into: [Client]'],
    at: 'Client',
    fixes: ['Add the interface "Internet" to "Client"'],
  },
  {
    code: 'unknown-facility',
    change: ['Server: {facility: Hall', 'Server: {facility: Hal'],
    at: 'Hal',
    fixes: ['Change "Hal" to "Hall"', 'Declare the facility "Hal"'],
  },
  {
    code: 'unknown-attacker',
    change: ['attackers: [insider]', 'attackers: [insidr]'],
    at: 'insidr',
    fixes: ['Change "insidr" to "insider"', 'Declare the attacker "insidr"'],
  },
  {
    code: 'unknown-period',
    change: ['periods: [service]', 'periods: [night]'],
    at: 'night',
    fixes: ['Declare the period "night"'],
  },
  {
    code: 'unknown-vector',
    change: ['LAN: {T: usb-root}', 'LAN: {T: usb-rot}'],
    at: 'usb-rot',
    fixes: ['Change "usb-rot" to "usb-root"'],
  },
];

describe('unknown names', () => {
  it('are none in a model without any', () => {
    for (const rule of Object.values(RULES).filter(({ code }) => code.startsWith('unknown-'))) {
      assert.deepEqual(found(rule, BASE), [], rule.code);
    }
  });

  for (const { code, change, at, fixes } of CASES) {
    it(`${code}: ${change[1].trim().split('\n').join(' ')}`, () => {
      assert.ok(BASE.includes(change[0]));
      const text = BASE.replace(change[0], change[1]);
      assert.deepEqual(
        found(RULES[code], text).map((finding) => finding.at),
        [at],
      );
      assert.deepEqual([...fixed(RULES[code], text).keys()], fixes);
    });
  }

  it('does not ask for a declaration where nothing of the kind is declared', () => {
    const text = BASE.replace('facilities: {Hall: {}}\n', '')
      .replace('attackers: {insider: user}\n', '')
      .replace('periods: {service: maintenance}\n', '');
    for (const code of ['unknown-facility', 'unknown-attacker', 'unknown-period'] as const) {
      assert.deepEqual(found(RULES[code], text), []);
    }
  });

  it('does not offer a name that would stand twice', () => {
    const text = BASE.replace('ratings:\n', 'ratings:\n  Servre:\n    LAN: {T: 1.0}\n');
    assert.equal(found(RULES['unknown-component'], text).length, 1);
    assert.deepEqual([...fixed(RULES['unknown-component'], text).keys()], []);
  });
});

describe('contradictions', () => {
  const files = (other: string): Texts => ({
    'a.tmg.yaml': BASE.replace('vectors:\n', 'filters: {}\nvectors:\n'),
    'b.tmg.yaml': other,
  });

  it('conflicting-facility: the second one, with the first', () => {
    const texts = files('components:\n  Server: {facility: Yard}\n');
    const [finding, ...more] = found(RULES['conflicting-facility'], texts);
    assert.deepEqual([finding?.file, finding?.at, more.length], ['b.tmg.yaml', 'Yard', 0]);
    assert.deepEqual([...fixed(RULES['conflicting-facility'], texts).keys()], ['Change it to "Hall"']);
    assert.deepEqual(
      found(RULES['conflicting-facility'], files('components:\n  Server: {facility: Hall}\n')),
      [],
    );
  });

  it('duplicate-asset: an id that another asset has', () => {
    const texts = files('components:\n  Client: {assets: {Key: {id: Server/DB}}}\n');
    assert.deepEqual(
      found(RULES['duplicate-asset'], texts).map(({ file, at }) => [file, at]),
      [['b.tmg.yaml', 'Server/DB']],
    );
    assert.deepEqual([...fixed(RULES['duplicate-asset'], texts).keys()], ['Change the id to "Server/DB-2"']);
    const spread = files('components:\n  Server: {assets: {DB: {security: 4}}}\n');
    assert.deepEqual(found(RULES['duplicate-asset'], spread), []);
  });

  it('conflicting-rating: a second, different rating; equal ones are fine', () => {
    const texts = files('ratings: {Server: {LAN: {T: 5.0}}}\n');
    assert.deepEqual(
      found(RULES['conflicting-rating'], texts).map(({ file, at, args }) => [file, at, args.type]),
      [['b.tmg.yaml', '5.0', 'T']],
    );
    assert.deepEqual([...fixed(RULES['conflicting-rating'], texts).keys()], ['Write usb-root here too']);
    const equal = 'CVSS:3.1/AC:L/AV:P/PR:N/UI:N/S:U/C:H/I:H/A:H';
    assert.deepEqual(
      found(RULES['conflicting-rating'], files(`ratings: {Server: {LAN: {T: ${equal}}}}\n`)),
      [],
    );
    assert.deepEqual(found(RULES['conflicting-rating'], files('ratings: {Server: {LAN: {all: 1.0}}}\n')), []);
  });

  it('conflicting-rating: cells for all types are reported once', () => {
    const texts = {
      'a.tmg.yaml': 'ratings: {A: {x: {all: 1.0}}}\n',
      'b.tmg.yaml': 'ratings: {A: {x: {all: 2.0}}}\n',
    };
    assert.equal(found(RULES['conflicting-rating'], texts).length, 1);
  });
});

describe('misplaced-key', () => {
  const rule = RULES['misplaced-key'];

  it('accepts the only file that has a key', () => {
    assert.deepEqual(found(rule, { 'model.tmg.yaml': 'tmg: 1\n', 'b.tmg.yaml': 'vectors: {v: 1}\n' }), []);
  });

  it('moves a key with its comments to the model file', () => {
    const vector = 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
    const texts = {
      'model.tmg.yaml': `vectors:\n  a: ${vector}\ncomponents: {}\n`,
      'b.tmg.yaml': `# top\nvectors:\n  # why\n  b: ${vector} # kept\nfilters: {}\n`,
    };
    assert.deepEqual(
      found(rule, texts).map(({ file, at, line }) => [file, at, line]),
      [['b.tmg.yaml', 'vectors', 2]],
    );
    const files = fixed(rule, texts).get('Move "vectors" to model.tmg.yaml');
    assert.equal(files?.['b.tmg.yaml'], '# top\nfilters: {}\n');
    assert.equal(
      files?.['model.tmg.yaml'],
      `vectors:\n  a: ${vector}\n  # why\n  b: ${vector} # kept\ncomponents: {}\n`,
    );
  });

  it('moves a whole entry where the model file has none, and makes that file', () => {
    const texts = { 'a.tmg.yaml': 'settings: {maxLength: 3}\n', 'b.tmg.yaml': 'settings:\n  maxLength: 5\n' };
    assert.equal(found(rule, texts).length, 2);
    const results = fixed(rule, { ...texts, 'model.tmg.yaml': 'tmg: 1' });
    assert.equal([...results.values()][0]?.['model.tmg.yaml'], 'tmg: 1\nsettings:\n  maxLength: 5\n');
  });

  it('leaves to the user what no edit can decide', () => {
    const texts = {
      'model.tmg.yaml': 'settings:\n  maxLength: 3\n',
      'b.tmg.yaml': 'settings:\n  maxLength: 5\n',
    };
    assert.equal(found(rule, texts).length, 1);
    assert.deepEqual([...fixed(rule, texts).keys()], []);
  });
});
