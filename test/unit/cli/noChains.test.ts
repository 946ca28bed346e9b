import assert from 'node:assert/strict';
import { runInProcess } from '../../support/cliRun';

const COMPONENTS = `components:
  A: {interfaces: [In, L]}
  B: {interfaces: [L], assets: {Data: {}}}
`;
const ENTRY = 'interfaces: {In: {entry: true}}\n';
const RATED = 'ratings: {A: {In: {all: 5}}, B: {L: {all: 5}}}\n';

/** Models without chains, options, and what is said of it. */
const CASES: readonly (readonly [string, string, readonly string[], RegExp])[] = [
  [
    'nothing is rated',
    COMPONENTS + ENTRY,
    [],
    /^ {2}18 of 18 ratings are missing, .*tmg rate writes[^]*not rated, for all types:\n {4}In > A: not rated\n {4}L > B: not rated\n/m,
  ],
  ['there is no asset', 'components: {A: {interfaces: [In]}}\n', [], /^ {2}The model has no asset, /m],
  [
    'all assets are out of scope',
    `${COMPONENTS.replace('[L], ', '[L], labels: [EXT], ')}${ENTRY}${RATED}`,
    [],
    /^ {2}All assets are held by components that are Virtual or out of scope/m,
  ],
  ['there is no component', 'name: Empty\n', [], /^ {2}The model has no component; /m],
  [
    'there is no interface',
    'components: {B: {assets: {Data: {}}}}\n',
    [],
    /^ {2}No component has an interface, /m,
  ],
  [
    'no interface is an entry',
    `${COMPONENTS}interfaces: {In: {entry: false}, L: {entry: false}}\n${RATED}`,
    [],
    /^ {2}Every interface is marked "entry: false"; mark those/m,
  ],
  [
    'the entry is on no component',
    `${COMPONENTS}interfaces: {Im: {entry: true}}\n${RATED}`,
    [],
    /^ {2}No component has the interfaces that are marked as entries; /m,
  ],
  [
    'all have a lower P',
    COMPONENTS + ENTRY + RATED,
    ['--min-probability', '4'],
    /^ {2}The best chain has P 2\.5, below the least P asked for, 4; lower /m,
  ],
  [
    'the length is too short',
    COMPONENTS + ENTRY + RATED,
    ['--max-length', '1'],
    /has no chain within length 1:\n[^]*\n {2}Every way is longer than the maximum length 1, for all types; the shortest way has length 3\.\n {2}A longer maxLength/,
  ],
  [
    'a filter bans the way',
    `${COMPONENTS}${ENTRY}${RATED}filters: {banned: [[A, B]]}\n`,
    [],
    /^ {2}Filters forbid the way at the steps below, for all types:\n {4}L > B: banned by a filter$/m,
  ],
  [
    'the way is not possible',
    `${COMPONENTS}${ENTRY}ratings: {A: {In: {all: 5}}, B: {L: {all: none}}}\n`,
    [],
    /^ {2}Steps on the way are rated as not possible \(none or 0\), for all types:\n/m,
  ],
];

describe('a model without chains', () => {
  for (const [what, text, options, expected] of CASES) {
    it(`says so on standard error where ${what}`, async () => {
      const run = await runInProcess(['chains', '.', ...options], { files: { 'model.tmg.yaml': text } });
      assert.match(run.out, /: 0 chains\n$/);
      assert.match(run.error, expected);
    });
  }

  it('says so in every command and format that shows chains', async () => {
    const files = { 'model.tmg.yaml': COMPONENTS + ENTRY };
    for (const args of [
      ['chains', '.', '--format', 'json'],
      ['chains', '.', '--format', 'sarif'],
      ['chains', '.', '--group', 'asset'],
      ['table', '.'],
      ['report', '.'],
      ['graph', '.'],
    ]) {
      const { error } = await runInProcess(args, { files });
      assert.match(
        error,
        /^tmg: .* has no chain within length 13:\n {2}18 of 18 ratings are missing/m,
        args.join(' '),
      );
    }
  });

  it('is not what a model with chains is', async () => {
    const files = { 'model.tmg.yaml': COMPONENTS + ENTRY + RATED };
    assert.equal((await runInProcess(['chains', '.'], { files })).error, '');
  });
});
