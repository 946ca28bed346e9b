import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import {
  appendYamlItem,
  removeYamlEntry,
  renameYamlKey,
  setYamlValue,
} from '../../../../src/formats/yaml/editYaml';
import { yamlScalar } from '../../../../src/formats/yaml/yamlScalar';
import type { YamlValue } from '../../../../src/formats/yaml/yamlText';
import { applyEdits, type TextEdit } from '../../../../src/text/textEdit';

type Plain = string | Plain[] | { [key: string]: Plain };

function read(text: string): Plain {
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false });
  assert.deepEqual(document.errors, [], text);
  return plain(document.toJS({ mapAsMap: true }));
}

/** Maps become objects without a prototype, nothing written an empty text. */
function plain(value: unknown): Plain {
  if (value instanceof Map) {
    const object = Object.create(null) as Record<string, Plain>;
    for (const [key, child] of value) {
      object[String(key)] = plain(child);
    }
    return object;
  }
  return Array.isArray(value) ? value.map(plain) : String(value ?? '');
}

const name = fc.oneof(
  fc.constantFrom(
    'Server',
    'a b',
    'x: y',
    "it's",
    '# no',
    '- dash',
    '-dash',
    'on',
    '~',
    'null',
    'näme',
    '😀',
    '{',
    '"q"',
    'a,b',
    '[x]',
    'a #b',
    'end:',
    '7.1',
    '!t',
    '&a',
    '*a',
    '?',
    '%x',
    '@',
    '`',
    'tab\there',
    'two\nlines',
    '\u0085',
    '\uFEFF',
    '__proto__',
    ' lead',
    'trail ',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
);
const value: fc.Arbitrary<YamlValue> = fc.letrec<{ value: YamlValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    name,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { minKeys: 1, maxKeys: 3, noNullPrototype: false }),
  ),
})).value;
const content = fc.dictionary(name, fc.dictionary(name, value, { maxKeys: 3 }), { maxKeys: 3 });
const style = fc.record({
  indent: fc.constantFrom(2, 4),
  collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
  crlf: fc.boolean(),
  final: fc.boolean(),
});

/** Writes a document with a comment behind or above every line where one can stand. */
const text = fc.tuple(content, style).map(([object, { crlf, final, ...options }]) => {
  const yaml = parseDocument('{}');
  yaml.contents = yaml.createNode(object, { flow: false }) as never;
  let written = yaml.toString({ ...options, lineWidth: 0 });
  written = written === '{}\n' ? '' : written.replace(/^(?=[A-Za-z])/gm, '# above\n');
  written = final ? written : written.replace(/\n$/, '');
  return crlf ? written.replaceAll('\n', '\r\n') : written;
});

/** The parser takes a byte order mark for nothing wherever it stands; texts come without. */
function isReadable(source: string): boolean {
  return !source.includes('\uFEFF') && parseDocument(source, { uniqueKeys: false }).errors.length === 0;
}

function commentsOf(source: string): number {
  return source.split('# above').length;
}

describe('yamlScalar', () => {
  it('is read back as the same text wherever it stands', () => {
    fc.assert(
      fc.property(name, (scalar) => {
        assert.equal((read(`a: ${yamlScalar(scalar, 'block')}\n`) as Record<string, Plain>)['a'], scalar);
        assert.deepEqual((read(`a: [${yamlScalar(scalar, 'flow')}]\n`) as Record<string, Plain>)['a'], [
          scalar,
        ]);
        assert.deepEqual(Object.keys(read(`${yamlScalar(scalar, 'key')}: x\n`) as object), [scalar]);
      }),
      { numRuns: 5000 },
    );
  });

  it('quotes nothing that needs no quotes', () => {
    for (const scalar of ['Server', 'Client Computer', 'on', '7.1', 'CVSS:3.1/AV:N', 'näme', '😀', "it's"]) {
      assert.equal(yamlScalar(scalar, 'flow'), scalar);
    }
  });
});

describe('setYamlValue', () => {
  it('changes just the value at the path, and makes what is missing on the way', () => {
    fc.assert(
      fc.property(text, name, name, fc.option(name), value, (source, first, second, third, added) => {
        fc.pre(isReadable(source));
        const path = third === null ? [first, second] : [first, second, third];
        const before = read(source);
        const edits = setYamlValue(source, path, added);
        const expected = structuredClone(before === '' ? {} : before) as Record<string, Plain>;
        if (!put(expected, path, added)) {
          assert.deepEqual(edits, []);
          return;
        }
        const after = applyEdits(source, edits);
        assert.deepEqual(
          plain(toMap(read(after))),
          plain(toMap(expected)),
          JSON.stringify({ source, path, after }),
        );
        assert.ok(commentsOf(after) >= commentsOf(source));
      }),
      { numRuns: 3000 },
    );
  });

  const cases: readonly (readonly [string, string, readonly string[], YamlValue, string])[] = [
    ['in an empty file', '', ['components', 'A', 'labels'], ['EXT'], 'components:\n  A: {labels: [EXT]}\n'],
    [
      'in block style',
      'components:\n    A:\n        facility: F # where\n\n# end\n',
      ['components', 'A', 'labels'],
      ['EXT'],
      'components:\n    A:\n        facility: F # where\n        labels: [EXT]\n\n# end\n',
    ],
    [
      'in flow style',
      'components: {A: {interfaces: [X]}} # all\n',
      ['components', 'A', 'labels'],
      ['EXT'],
      'components: {A: {interfaces: [X], labels: [EXT]}} # all\n',
    ],
    [
      'where nothing stands yet',
      'components:\n  A:\n  B: {}\n',
      ['components', 'A', 'labels'],
      ['EXT'],
      'components:\n  A:\n    labels: [EXT]\n  B: {}\n',
    ],
    [
      'into an empty flow map',
      'components:\n  B: {}\n',
      ['components', 'B', 'facility'],
      'F',
      'components:\n  B: {facility: F}\n',
    ],
    ['with Windows line ends', 'a:\r\n  b: 1\r\n', ['a', 'c'], '2', 'a:\r\n  b: 1\r\n  c: 2\r\n'],
    ['without a final line end', 'a:\n  b: 1', ['a', 'c'], '2', 'a:\n  b: 1\n  c: 2'],
    ['over an old value', 'a:\n  b: "old" # why\n', ['a', 'b'], 'new', 'a:\n  b: new # why\n'],
  ];
  for (const [where, source, path, added, expected] of cases) {
    it(`writes ${where}`, () =>
      assert.equal(applyEdits(source, setYamlValue(source, path, added)), expected));
  }
});

describe('appendYamlItem', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a flow list', 'f: {banned: [[A, B]]} # x\n', 'f: {banned: [[A, B], [C]]} # x\n'],
    [
      'a block list',
      'f:\n  banned:\n    - [A, B] # x\n# end\n',
      'f:\n  banned:\n    - [A, B] # x\n    - [C]\n# end\n',
    ],
    ['an empty list', 'f: {banned: []}\n', 'f: {banned: [[C]]}\n'],
    ['a list that is not there', 'f:\n  only: []\n', 'f:\n  only: []\n  banned:\n    - [C]\n'],
  ];
  for (const [where, source, expected] of cases) {
    it(`appends to ${where}`, () =>
      assert.equal(applyEdits(source, appendYamlItem(source, ['f', 'banned'], ['C'])), expected));
  }
});

describe('removeYamlEntry and renameYamlKey', () => {
  it('take out or rename just that entry', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), name, (source, first, second, renamed) => {
        fc.pre(isReadable(source));
        const before = read(source);
        const outer = Object.keys(typeof before === 'object' ? before : {});
        const key = outer[first % outer.length];
        const inner = key === undefined ? undefined : (before as Record<string, Plain>)[key];
        fc.pre(
          key !== undefined &&
            typeof inner === 'object' &&
            !Array.isArray(inner) &&
            Object.keys(inner).length > 0,
        );
        const path = [key, Object.keys(inner)[second % Object.keys(inner).length] as string] as const;
        const check = (edits: TextEdit[], change: (map: [string, Plain][]) => [string, Plain][]): void => {
          const after = applyEdits(source, edits);
          const left = change(Object.entries(inner));
          const written = (read(after) as Record<string, Plain>)[key];
          assert.deepEqual(
            written === '' ? [] : Object.entries(written as object),
            left,
            JSON.stringify({ source, path, after }),
          );
          assert.equal(commentsOf(after), commentsOf(source));
        };
        check(removeYamlEntry(source, path), (entries) => entries.filter(([entry]) => entry !== path[1]));
        fc.pre(
          !Object.hasOwn(inner, renamed) &&
            !/^\d+$/.test(renamed) &&
            Object.keys(inner).every((entry) => !/^\d+$/.test(entry)),
        );
        check(renameYamlKey(source, path, renamed), (entries) =>
          entries.map(([entry, child]) => [entry === path[1] ? renamed : entry, child]),
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('remove a list item with its line or its comma', () => {
    const remove = (source: string, index: number): string =>
      applyEdits(source, removeYamlEntry(source, ['f', index]));
    assert.equal(remove('f: [A, B, C]\n', 0), 'f: [B, C]\n');
    assert.equal(remove('f: [A, B, C]\n', 2), 'f: [A, B]\n');
    assert.equal(remove('f:\n  - A # a\n  # about B\n  - B\n', 0), 'f:\n  # about B\n  - B\n');
    assert.equal(remove('f:\n- a: 1\n  b: 2\n- c: 3\n', 0), 'f:\n- c: 3\n');
  });
});

function put(target: Record<string, Plain>, path: readonly string[], added: YamlValue): boolean {
  let at: Plain = target;
  for (const key of path.slice(0, -1)) {
    if (typeof at !== 'object' || Array.isArray(at)) {
      return false;
    }
    const child: Plain | undefined = Object.hasOwn(at, key) ? at[key] : undefined;
    if (child === undefined || child === '') {
      define(at, key, Object.create(null) as Record<string, Plain>);
    } else if (typeof child !== 'object' || Array.isArray(child)) {
      return false;
    }
    at = at[key] as Plain;
  }
  if (typeof at !== 'object' || Array.isArray(at)) {
    return false;
  }
  define(at, path.at(-1) as string, added as Plain);
  return true;
}

function define(object: Record<string, Plain>, key: string, child: Plain): void {
  Object.defineProperty(object, key, { value: child, enumerable: true, configurable: true, writable: true });
}

function toMap(node: unknown): unknown {
  if (Array.isArray(node)) {
    return node.map(toMap);
  }
  return typeof node === 'object' && node !== null
    ? new Map(Object.entries(node).map(([key, child]) => [key, toMap(child)]))
    : node;
}
