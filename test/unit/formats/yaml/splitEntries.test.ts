import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import type { YamlNode } from '../../../../src/formats/yaml/node';
import { parseEntry } from '../../../../src/formats/yaml/parseEntry';
import { splitEntries } from '../../../../src/formats/yaml/splitEntries';

const KEYS = new Set(['components', 'ratings', 'ratingRules']);

/** What the parts of a text say together, as plain values; duplicates in order. */
function readInParts(text: string): [string, unknown][] {
  return splitEntries(text, KEYS).flatMap((section): [string, unknown][] => {
    if (section.kind === 'marker') {
      return [];
    }
    if (section.kind === 'inline') {
      const node = parseEntry(text.slice(section.range.start, section.range.end)).node;
      return node?.kind === 'map'
        ? node.items.map(({ key, value }) => [plain(key) as string, plain(value)])
        : [];
    }
    const nodes = section.entries.flatMap(
      (entry) => parseEntry(text.slice(entry.start, entry.end)).node ?? [],
    );
    const value =
      section.style === 'sequence'
        ? nodes.flatMap((node) => (node.kind === 'sequence' ? node.items.map(plain) : []))
        : { map: nodes.flatMap((node) => (node.kind === 'map' ? pairs(node) : [])) };
    return [[section.key, value]];
  });
}

function pairs(node: Extract<YamlNode, { kind: 'map' }>): [unknown, unknown][] {
  return node.items.map(({ key, value }) => [plain(key), plain(value)]);
}

function plain(node: YamlNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'map':
      return { map: pairs(node) };
    case 'sequence':
      return node.items.map(plain);
    case 'alias':
      return { alias: node.name };
  }
}

function readWhole(text: string): [string, unknown][] {
  const node = parseEntry(text).node;
  return node?.kind === 'map' ? (pairs(node) as [string, unknown][]) : [];
}

const name = fc.constantFrom(
  'Server',
  'a b',
  'x: y',
  "it's",
  '# no',
  '- dash',
  'on',
  '~',
  '',
  'näme',
  '😀',
  'multi\nline',
  '{',
  '"q"',
);
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    name,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3 }),
  ),
})).value;
const document = fc.record(
  {
    components: fc.dictionary(name, value, { maxKeys: 4 }),
    name,
    ratingRules: fc.array(value, { maxLength: 4 }),
    ratings: fc.dictionary(name, fc.dictionary(name, value, { maxKeys: 3 }), { maxKeys: 3 }),
    other: value,
  },
  { requiredKeys: [] },
);

describe('splitEntries', () => {
  it('reads every valid text as a parse of the whole does', () => {
    const styles = fc.record({
      indent: fc.constantFrom(1, 2, 4),
      indentSeq: fc.boolean(),
      lineWidth: fc.constantFrom(0, 20, 80),
      collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
      crlf: fc.boolean(),
      comments: fc.boolean(),
    });
    fc.assert(
      fc.property(document, styles, (content, { crlf, comments, ...style }) => {
        const yaml = parseDocument('{}');
        yaml.contents = yaml.createNode(content, { flow: false }) as never;
        let text = yaml.toString(style);
        text = comments ? text.replace(/\n(?=\S)/g, '\n\n# about the next\n') : text;
        text = crlf ? text.replaceAll('\n', '\r\n') : text;
        // The writer makes some texts that are no YAML, such as an empty list in block style.
        fc.pre(parseDocument(text, { uniqueKeys: false }).errors.length === 0);
        assert.deepEqual(readInParts(text), readWhole(text));
      }),
      { numRuns: 1500 },
    );
  });

  it('keeps the damage of a broken entry within it', () => {
    const text = 'components:\n  A: {interfaces: [X\n  B: {interfaces: [Y]}\n  C: "open\n  D: {}\nname: M\n';
    const read = new Map(readInParts(text));
    const components = (read.get('components') as { map: [string, unknown][] }).map.map(([key]) => key);
    assert.ok(components.includes('B') && components.includes('D'));
    assert.equal(read.get('name'), 'M');
  });

  it('takes list items at the indentation of their key', () => {
    assert.deepEqual(readInParts('ratingRules:\n- a\n- b: 1\n  c: 2\nname: x\n'), [
      [
        'ratingRules',
        [
          'a',
          {
            map: [
              ['b', '1'],
              ['c', '2'],
            ],
          },
        ],
      ],
      ['name', 'x'],
    ]);
  });

  it('parses a flow collection below its key as a whole', () => {
    assert.deepEqual(readInParts('components:\n  {\n  A: x,\n  B: y\n  }\n'), [
      [
        'components',
        {
          map: [
            ['A', 'x'],
            ['B', 'y'],
          ],
        },
      ],
    ]);
  });
});
