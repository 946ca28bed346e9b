import fc from 'fast-check';
import type { Model } from '../../src/model/model';
import { modelFrom } from './modelFrom';

/** Names that a careless writer would break on. */
export const HOSTILE_NAMES: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '</svg><script>alert(1)</script>',
  ']]>&amp;&#0;',
  `"quoted" and 'single'`,
  'back\\slash\\',
  'new\nline\ttab',
  '-- comment --> <!--',
  '\u202eright to left\u2066',
  'שלום עולם',
  '漢字かな交じり文の長い名前がここにある',
  '\ud800 alone \udc00',
  '\u0000\u0001\u001b[31m\uffff',
  '👨‍👩‍👧‍👦 family',
  'e\u0301'.repeat(20),
  'x'.repeat(10_000),
  `a${'\u0301'.repeat(500)}`,
  'end',
  '1. list',
  '- item',
  '%%{init: {}}%%',
  '`code` #quot;',
  '__proto__',
  'n0',
];

/** How components, interfaces and relations of a drawn model are chosen. */
interface DrawnParts {
  readonly components: readonly {
    readonly label: string;
    readonly facility: number;
    readonly held: readonly number[];
  }[];
  readonly interfaces: readonly (boolean | undefined)[];
  readonly hostile: boolean;
}

/** A YAML text, as JSON, from names to relations. */
function drawnText({ components, interfaces, hostile }: DrawnParts): string {
  const name = (kind: string, index: number): string =>
    hostile ? `${HOSTILE_NAMES[index % HOSTILE_NAMES.length]}${kind}${index}` : `${kind} ${index}`;
  return JSON.stringify({
    name: hostile ? HOSTILE_NAMES[0] : 'Drawn',
    components: Object.fromEntries(
      components.map(({ label, facility, held }, index) => [
        name('Component', index),
        {
          ...(facility > 0 && { facility: name('Facility', facility) }),
          ...(label !== '' && { labels: [label] }),
          interfaces: [...new Set(held)].map((number) => name('Interface', number)),
          assets: index % 3 === 0 ? { [name('Asset', index)]: {} } : {},
        },
      ]),
    ),
    interfaces: Object.fromEntries(
      interfaces.flatMap((entry, index) =>
        entry === undefined ? [] : [[name('Interface', index), { entry }]],
      ),
    ),
    ratingRules: [{ match: { interface: '*' }, E: 6.8, T: 3 }],
    settings: { maxLength: 7, countLimit: 20_000 },
  });
}

/** Models of every shape that a drawing may have: stars, parts without a way in, nodes alone, buses, facilities. */
export const drawnModel: fc.Arbitrary<Model> = fc
  .record({
    components: fc.array(
      fc.record({
        label: fc.constantFrom('', '', '', 'Communication', 'Virtual', 'EXT'),
        facility: fc.nat(4),
        held: fc.array(fc.nat(40), { maxLength: 7 }),
      }),
      { maxLength: 45 },
    ),
    interfaces: fc.array(fc.constantFrom(undefined, undefined, undefined, true, false), { maxLength: 41 }),
    hostile: fc.boolean(),
  })
  .map((parts) => modelFrom(drawnText(parts)).model);

/** The text of a model in which every name is hostile. */
export function hostileText(): string {
  const components = HOSTILE_NAMES.map((_, index) => ({
    label: ['', 'Communication', 'Virtual', 'EXT'][index % 4] ?? '',
    facility: index % 5,
    held: [index, index + 1, index % 7],
  }));
  return drawnText({ components, interfaces: [true], hostile: true });
}

/** The model of `hostileText`. */
export function hostileModel(): Model {
  return modelFrom(hostileText()).model;
}
