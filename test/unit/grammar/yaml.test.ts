import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { ownScopes, textsWith, tokenizer, YAML_GRAMMARS } from './tokenize';

const VECTOR = [
  'CVSS keyword.other.cvss',
  ': punctuation.separator.key-value.cvss',
  '3.1 constant.numeric.version.cvss',
  '/ punctuation.separator.metric.cvss',
  'AV variable.parameter.metric.cvss',
  ': punctuation.separator.key-value.cvss',
  'N constant.language.value.cvss',
  '/ punctuation.separator.metric.cvss',
  'C variable.parameter.metric.cvss',
  ': punctuation.separator.key-value.cvss',
  'H constant.language.value.cvss',
];

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
}

const schema = JSON.parse(readFileSync('schemas/tmg.schema.json', 'utf8')) as Schema;

/** The keys that maps below the top level have. */
function schemaKeys(top: Schema): Set<string> {
  const keys = new Set<string>();
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null) {
      return;
    }
    for (const [key, child] of Object.entries(value)) {
      const isProperties = key === 'properties' && !Array.isArray(value);
      if (isProperties && depth > 0) {
        Object.keys(child as object).forEach((name) => keys.add(name));
      }
      visit(child, isProperties ? depth + 1 : depth);
    }
  };
  visit(top, 0);
  return keys;
}

for (const { name, grammars } of YAML_GRAMMARS) {
  describe(`grammar of TMG in YAML, over ${name} YAML grammar`, () => {
    const tokenize = tokenizer('source.tmg', grammars);

    it('gives every part of a CVSS vector its scope, in block style', async () => {
      const tokens = await tokenize('ratings:\n  Server:\n    LAN:\n      E: CVSS:3.1/AV:N/C:H  # open');
      deepEqual(ownScopes(tokens), ['ratings keyword.other.section', 'E keyword.control.stride', ...VECTOR]);
      deepEqual(textsWith(tokens, 'comment').join(''), '# open');
    });

    it('gives every part of a CVSS vector its scope, in flow style', async () => {
      const tokens = await tokenize(
        'ratings:\n  Server:\n    LAN: {E: CVSS:3.1/AV:N/C:H, all: none, T: "CVSS:3.1/AV:N/C:H"}',
      );
      deepEqual(ownScopes(tokens), [
        'ratings keyword.other.section',
        'E keyword.control.stride',
        ...VECTOR,
        'all keyword.control.stride',
        'none constant.language.none',
        'T keyword.control.stride',
        ...VECTOR,
      ]);
    });

    it('reads vectors that are still being typed, and values of CVSS 4.0 that are words', async () => {
      const tokens = await tokenize(
        'vectors:\n  one: CVSS:3.1/\n  two: CVSS:3.1/AV:\n  three: CVSS:4.0/U:Amber',
      );
      deepEqual(textsWith(tokens, 'variable.parameter.metric'), ['AV', 'U']);
      deepEqual(textsWith(tokens, 'constant.language.value'), ['Amber']);
      deepEqual(textsWith(tokens, 'constant.numeric.version'), ['3.1', '3.1', '4.0']);
    });

    it('leaves unknown metrics and what only looks like a vector without scopes', async () => {
      const tokens = await tokenize(
        'vectors:\n  one: CVSS:3.1/XX:N\n  two: ACVSS:3.1/AV:N\n  three: CVSS:2.0/AV:N',
      );
      deepEqual(textsWith(tokens, 'variable.parameter.metric'), []);
      deepEqual(textsWith(tokens, 'keyword.other.cvss'), ['CVSS']);
    });

    it('tells section keys, property keys and STRIDE types from names', async () => {
      const tokens = await tokenize(
        [
          'components:',
          '  Server:',
          '    interfaces: [LAN]',
          '    assets: {DB: {security: 5}}',
          'ratingRules:',
          '  - match: {interface: "USB*"}',
          '    T: usb-root',
          'settings:',
          '  stride: [S, T]',
        ].join('\n'),
      );
      deepEqual(textsWith(tokens, 'keyword.other.section'), ['components', 'ratingRules', 'settings']);
      deepEqual(textsWith(tokens, 'support.type.property-name'), [
        'interfaces',
        'assets',
        'security',
        'match',
        'interface',
        'stride',
      ]);
      deepEqual(textsWith(tokens, 'keyword.control.stride'), ['T']);
      ok(textsWith(tokens, 'entity.name.tag').includes('Server'));
      ok(textsWith(tokens, 'entity.name.tag').includes('DB'));
    });

    it('knows every key of the schema', async () => {
      for (const key of schemaKeys(schema)) {
        const tokens = await tokenize(`components:\n  A:\n    ${key}: x\n  B: {${key}: x}`);
        const scope = /^([STRIDE]|all)$/.test(key) ? 'keyword.control.stride' : 'support.type.property-name';
        deepEqual(textsWith(tokens, scope), [key, key]);
      }
      for (const section of Object.keys(schema.properties ?? {})) {
        deepEqual(textsWith(await tokenize(`${section}: x`), 'keyword.other.section'), [section]);
      }
    });

    it('takes only whole keys for STRIDE types', async () => {
      const tokens = await tokenize('ratings:\n  E Car:\n    D1: {E: none}\n  Drive E: {}');
      deepEqual(textsWith(tokens, 'keyword.control.stride'), ['E']);
    });

    it('finds technique ids, with and without sub-technique', async () => {
      const tokens = await tokenize(
        'ratings:\n  A:\n    B:\n      techniques: {E: [T1068, T1059.001], D: [T1499]}\n      note: see T1190 (not T119, XT1190 or T1190-2)\n      ref:\n        - T0860',
      );
      deepEqual(textsWith(tokens, 'support.function.technique'), [
        'T1068',
        'T1059.001',
        'T1499',
        'T1190',
        'T0860',
      ]);
    });

    it('finds the labels that mean something, as whole items only', async () => {
      const tokens = await tokenize(
        [
          'components:',
          '  A: {labels: [Communication, "EXT"]}',
          '  B:',
          '    labels:',
          '      - Virtual',
          '      - Virtual Machine',
          '    description: EXT to us',
        ].join('\n'),
      );
      deepEqual(textsWith(tokens, 'storage.modifier.label'), ['Communication', 'EXT', 'Virtual']);
    });

    it('marks tmg-ignore comments with their code', async () => {
      const tokens = await tokenize(
        'ratings:\n  # tmg-ignore missing-rating: out of service\n  A: {}  # tmg-ignore here is prose\n  # as tmg-ignore says',
      );
      deepEqual(ownScopes(tokens), [
        'ratings keyword.other.section',
        'tmg-ignore keyword.control.ignore',
        'missing-rating constant.language.diagnostic-code',
        ': punctuation.separator.reason',
      ]);
    });

    it('colours vectors in notes, and nothing in comments', async () => {
      const tokens = await tokenize(
        'ratings:\n  A:\n    B:\n      note: |\n        was CVSS:3.1/AV:N\n# CVSS:3.1/AV:N T1068',
      );
      deepEqual(textsWith(tokens, 'constant.language.value'), ['N']);
      deepEqual(textsWith(tokens, 'support.function'), []);
    });

    it('finds no syntax error in the examples, and every vector', async () => {
      const files = readdirSync('examples', { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith('.tmg.yaml'),
      );
      ok(files.length > 10);
      for (const file of files) {
        const text = readFileSync(`examples/${file}`, 'utf8');
        const tokens = await tokenize(text);
        deepEqual(textsWith(tokens, 'invalid'), [], file);
        const vectors = text.split('\n').flatMap((line) => line.replace(/#.*/, '').match(/CVSS:3/g) ?? []);
        deepEqual(textsWith(tokens, 'keyword.other.cvss').length, vectors.length, file);
      }
    });
  });

  describe(`vectors in plain YAML, over ${name} YAML grammar`, () => {
    const tokenize = tokenizer('source.yaml', grammars);

    it('are coloured with technique ids, and nothing else is', async () => {
      const tokens = await tokenize(
        'ratings:\n  A:\n    B: {E: CVSS:3.1/AV:N/C:H, techniques: [T1068], all: none}\n  # tmg-ignore missing-rating: x',
      );
      deepEqual(ownScopes(tokens), [...VECTOR, 'T1068 support.function.technique']);
    });
  });
}
