import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FileRecords } from '../../../../src/formats/records';
import { readYaml } from '../../../../src/formats/yaml/readYaml';
import { YamlParseCache } from '../../../../src/formats/yaml/yamlParseCache';
import { formatMessage } from '../../../../src/text/message';
import { exampleTexts, forEachRange, mutate } from '../../../support/mutations';

const codes = (records: FileRecords): string[] => records.findings.map(({ code }) => code);
const underlined = (records: FileRecords): string[] =>
  records.findings.map(({ range }) => records.text.slice(range.start, range.end));

describe('readYaml', () => {
  it('reads every kind of record with the place of its names', () => {
    const text = [
      'tmg: 1',
      'name: Test',
      'components:',
      '  Server:',
      '    facility: Room',
      '    labels: [Communication]',
      '    interfaces: [LAN, "USB port"]',
      '    assets:',
      '      DB: {id: A-1, security: 4, operation: , description: records}',
      'interfaces:',
      '  LAN: {entry: true, into: [Server], attackers: [ext], periods: [on]}',
      'vectors:',
      '  usb: CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
      'ratings:',
      '  Server:',
      '    LAN: {E: usb, D: 7.1, T: none, all: "5", techniques: {E: [T1068]}, note: kiosk, status: draft, ref: S-1}',
      'ratingRules:',
      '  - match: {interface: "USB*"}',
      '    T: usb',
      'filters:',
      '  banned: [[A, "*", B]]',
      '  oneWay: [{from: A, to: B}]',
      '  only: [{from: A, via: H, to: [X]}]',
      '',
    ].join('\n');
    const records = readYaml('model.tmg.yaml', text);
    assert.deepEqual(records.findings, []);
    assert.equal(records.name?.value, 'Test');
    const [component] = records.components;
    assert.equal(component?.facility?.value, 'Room');
    assert.deepEqual(
      component?.interfaces.map(({ value }) => value),
      ['LAN', 'USB port'],
    );
    assert.equal(
      text.slice(component?.interfaces[1]?.range.start, component?.interfaces[1]?.range.end),
      '"USB port"',
    );
    assert.deepEqual(component?.assets[0]?.ratings, {
      security: { value: 4, range: component?.assets[0]?.ratings.security?.range },
    });
    assert.equal(records.interfaces[0]?.entry?.value, true);
    assert.deepEqual(
      Object.entries(records.ratings[0]?.cells ?? {}).map(([key, cell]) => [key, cell.value.kind]),
      [
        ['T', 'none'],
        ['D', 'score'],
        ['E', 'name'],
        ['all', 'score'],
      ],
    );
    assert.deepEqual(
      records.filters.map(({ kind }) => kind),
      ['banned', 'oneWay', 'only'],
    );
    assert.deepEqual(
      records.singlePlace.map(({ key }) => key.value),
      ['name', 'vectors', 'ratingRules'],
    );
    forEachRange(records, (range, what) => {
      assert.ok(range.start >= 0 && range.end <= text.length && range.start <= range.end, what);
    });
  });

  it('reads a scalar by its text, whatever YAML makes of it', () => {
    const text = 'components:\n  on: {interfaces: [no, ~, null, 0x1F, 1e3, "7.1", 2026-01-01]}\n';
    const [component] = readYaml('a.tmg.yaml', text).components;
    assert.equal(component?.name.value, 'on');
    assert.deepEqual(
      component?.interfaces.map(({ value }) => value),
      ['no', '~', 'null', '0x1F', '1e3', '7.1', '2026-01-01'],
    );
  });

  it('points at the wrong metric of a vector, in quotes too', () => {
    const vector = 'CVSS:3.1/AV:N/AC:Q/PR:N/UI:N/S:U/C:H/I:H/A:H';
    for (const written of [vector, `"${vector}"`, `'${vector}'`]) {
      const records = readYaml('a.tmg.yaml', `ratings:\n  A:\n    I: {E: ${written}}\n`);
      assert.deepEqual(codes(records), ['invalid-cvss']);
      assert.deepEqual(underlined(records), ['Q']);
    }
  });

  it('reports unknown keys with the nearest known one', () => {
    const records = readYaml('a.tmg.yaml', 'components:\n  A: {interface: [X]}\nfilter: {}\n');
    assert.deepEqual(underlined(records), ['interface', 'filter']);
    assert.deepEqual(
      records.findings.map(({ data }) => data['nearest']),
      ['interfaces', 'filters'],
    );
    assert.match(
      formatMessage(records.findings[0]?.message ?? { template: '', args: {} }),
      /did you mean "interfaces"/,
    );
  });

  it('refuses anchors and aliases at the cost of their records only', () => {
    const text = 'components:\n  A: &a {interfaces: [X]}\n  B: *a\n  C: {interfaces: [Y]}\n';
    const records = readYaml('a.tmg.yaml', text);
    assert.deepEqual(codes(records), ['yaml-alias', 'yaml-alias']);
    assert.deepEqual(underlined(records), ['&a', '*a']);
    assert.deepEqual(
      records.components.map(({ name }) => name.value),
      ['C'],
    );
  });

  it('keeps the first of two equal keys and says where it stands', () => {
    const records = readYaml('a.tmg.yaml', 'components:\n  A: {facility: one}\n  A: {facility: two}\n');
    assert.deepEqual(codes(records), ['duplicate-key']);
    assert.equal(records.components.length, 1);
    assert.equal(records.components[0]?.facility?.value, 'one');
    assert.equal(records.findings[0]?.related[0]?.range.start, records.text.indexOf('A:'));
  });

  it('collects tmg-ignore comments, and reports those without a reason', () => {
    const text =
      '# tmg-ignore missing-rating: kiosk\nname: x\n# tmg-ignore zero-score\n# tmg-ignore zero-scor: y\n';
    const records = readYaml('a.tmg.yaml', text);
    assert.deepEqual(
      records.ignores.map(({ code, reason, line }) => [code.value, reason, line]),
      [['missing-rating', 'kiosk', 1]],
    );
    assert.deepEqual(codes(records), ['wrong-type', 'wrong-type']);
  });

  it('says of a broken entry only what is broken', () => {
    const text = 'components:\n  A: {facility: Hall labels: [EXT]}\n  B: {label: [EXT]}\n';
    assert.deepEqual(codes(readYaml('a.tmg.yaml', text)), ['yaml-syntax', 'unknown-key']);
  });

  it('loses no other component to a line that begins with a tab', () => {
    const text = 'components:\n  A:\n\tfacility: Hall\n  B: {interfaces: [x]}\n';
    const records = readYaml('a.tmg.yaml', text);
    assert.deepEqual(codes(records), ['yaml-syntax']);
    assert.deepEqual(underlined(records), ['\t']);
    assert.deepEqual(
      records.components.map(({ name }) => name.value),
      ['A', 'B'],
    );
  });

  it('says what to do where a name begins with a star, or a colon lacks its blank', () => {
    const said = (text: string): string[] =>
      readYaml('a.tmg.yaml', text).findings.map(({ message }) => formatMessage(message));
    assert.ok(said('components:\n  *A: {}\n').some((sentence) => sentence.endsWith('needs quotes.')));
    assert.deepEqual(said('components:\n  A: {facility:Hall}\n'), [
      'The component "A" has no key "facility:Hall"; a blank is missing behind the colon.',
    ]);
  });

  it('quotes what it found on one line', () => {
    const said = (text: string): string =>
      formatMessage(readYaml('a.tmg.yaml', text).findings[0]?.message ?? { template: '', args: {} });
    assert.match(said('components:\n  A: |\n    one\n    two\n'), /but "one two" stands here/);
    assert.match(said('? [a]\n: b\n'), /^A key of the file must be a text, but a list stands here/);
  });

  it('does not take prototype names for anything else', () => {
    const text =
      'components:\n  __proto__: {interfaces: [constructor]}\n  toString: {interfaces: [hasOwnProperty]}\n';
    const records = readYaml('a.tmg.yaml', text);
    assert.deepEqual(records.findings, []);
    assert.deepEqual(
      records.components.map(({ name }) => name.value),
      ['__proto__', 'toString'],
    );
    assert.equal(({} as Record<string, unknown>)['interfaces'], undefined);
  });

  it('survives deep nesting and alias bombs in little time', () => {
    const bomb = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`).join(
      '\n',
    );
    assert.ok(codes(readYaml('a.tmg.yaml', `a0: &a0 x\n${bomb}\n`)).includes('yaml-alias'));
    const deep = readYaml('a.tmg.yaml', `components: ${'['.repeat(20_000)}\n`);
    assert.ok(codes(deep).includes('yaml-syntax'));
  });

  it('survives a file of nothing but brackets, and reads what stands before them', () => {
    const text = `components:\n  Web: {interfaces: [LAN]}\nvectors: ${'['.repeat(4_900_000)}\n`;
    const records = readYaml('a.tmg.yaml', text);
    const [finding] = records.findings;
    assert.equal(finding?.code, 'yaml-syntax');
    assert.equal(text[finding.range.start], '[');
    assert.deepEqual(
      records.components.map(({ name }) => name.value),
      ['Web'],
    );
  });

  it('reads a line of very many mistakes as fast as any other', function () {
    this.timeout(300_000);
    for (const mistake of ['"', '&a ', 'a: ', ']', '@']) {
      const records = readYaml('a.tmg.yaml', `components: ${mistake.repeat(100_000)}\n`);
      assert.ok(codes(records).includes('yaml-syntax') && records.findings.length < 1000, mistake);
    }
  });

  it('reads a changed text with the cache of the last version as without', () => {
    const texts = exampleTexts('.yaml');
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.integer(), { minLength: 1, maxLength: 6 }),
        (text, seeds) => {
          const cache = new YamlParseCache();
          let current = text;
          readYaml('a.tmg.yaml', current, cache);
          for (const seed of seeds) {
            current = mutate(current, seed);
            assert.deepEqual(readYaml('a.tmg.yaml', current, cache), readYaml('a.tmg.yaml', current));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('neither throws nor leaves the text, on 10,000 mutations of real files', function () {
    this.timeout(300_000);
    const texts = exampleTexts('.yaml');
    for (let seed = 0; seed < 10_000; seed++) {
      const text = mutate(texts[seed % texts.length] ?? '', seed);
      const records = readYaml('a.tmg.yaml', text, new YamlParseCache());
      forEachRange(records, (range, what) => {
        assert.ok(
          range.start >= 0 && range.start <= range.end && range.end <= text.length,
          `seed ${seed}: ${what}`,
        );
      });
    }
  });
});
