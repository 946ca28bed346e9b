import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runIn } from '../../support/cliRun';
import { withFolderAsync } from '../../support/runTmg';

const BUS = 'BU_: A B\nBO_ 1 M: 8 A\n SG_ S : 0|1@1+ (1,0) [0|1] ""  B\n';
const DAMAGED = `${BUS}BO_ x\n`;

/** Files of a folder below another one, by name. */
function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

describe('tmg import', () => {
  it('writes a model, says what it did, and checks it', async () => {
    await withFolderAsync({ 'body.dbc': BUS }, async (folder) => {
      const run = await runIn(folder, ['import', 'body.dbc', '--output', 'out/model']);
      assert.deepEqual([run.code, run.error], [0, '']);
      assert.equal(
        run.out,
        `body.dbc (CAN database): body

Mapped
  1 x bus -> component with the label Communication
  1 x data of a part -> asset
  2 x node -> component
  2 x connection of a node to the bus -> interface

Guessed: please look at these
  body.dbc: The messages are assets of the bus "body", because who is on it may forge them; what the nodes do with them is no asset yet.
  body.dbc: Nothing says where outsiders come in, so attacks begin at every interface; mark the real ones with "entry: true".

Written to out/model: model.tmg.yaml, topology.tmg.yaml
Check: 5 information
`,
      );
      assert.deepEqual(filesIn(join(folder, 'out/model')), ['model.tmg.yaml', 'topology.tmg.yaml']);
      const check = await runIn(folder, ['check', 'out/model']);
      assert.equal(check.code, 0);
      const chains = await runIn(folder, ['chains', 'out/model', '--format', 'json']);
      assert.equal((JSON.parse(chains.out) as { model: string }).model, 'body');
    });
  });

  it('takes the format that is named for that of the file', async () => {
    await withFolderAsync({ 'body.dbc': BUS }, async (folder) => {
      const run = await runIn(folder, ['import', 'body.dbc', '--output', 'out', '--format', 'otm']);
      assert.deepEqual([run.code, filesIn(join(folder, 'out'))], [1, []]);
      assert.match(run.out, /This is no Open Threat Model: it has no "otmVersion"/);
      assert.match(run.error, /^tmg: nothing could be imported\.\n$/);
    });
  });

  it('goes on after what is wrong, and exits with 1', async () => {
    await withFolderAsync({ 'body.dbc': DAMAGED, 'notes.txt': 'Nothing to import.\n' }, async (folder) => {
      const run = await runIn(folder, ['import', 'notes.txt', 'body.dbc', '--output', 'out']);
      assert.equal(run.code, 1);
      assert.match(run.out, /notes\.txt: The format of this file is none that can be imported/);
      assert.match(run.out, /body\.dbc:4: This message \(BO_\) cannot be read: BO_ x/);
      assert.deepEqual(filesIn(join(folder, 'out')), ['model.tmg.yaml', 'topology.tmg.yaml']);
    });
  });

  it('makes one model of several files, with the parts that they have in common', async () => {
    const second = BUS.replaceAll(' A', ' C').replace('M:', 'N:');
    await withFolderAsync({ 'a.dbc': BUS, 'b.dbc': second }, async (folder) => {
      const run = await runIn(folder, ['import', 'a.dbc', 'b.dbc', '--output', 'vehicle']);
      assert.equal(run.code, 0);
      assert.match(run.out, /b\.dbc:1: "B" is in several diagrams or files, and is taken for one component/);
      const chains = await runIn(folder, ['chains', 'vehicle', '--format', 'json']);
      assert.equal((JSON.parse(chains.out) as { model: string }).model, 'vehicle');
      assert.match(
        readFileSync(join(folder, 'vehicle/topology.tmg.yaml'), 'utf8'),
        / {2}B:\n {4}interfaces: \[B on a, B on b\]/,
      );
    });
  });

  it('overwrites nothing without --force', async () => {
    await withFolderAsync({ 'body.dbc': BUS, 'out/model.tmg.yaml': 'name: Mine\n' }, async (folder) => {
      const refused = await runIn(folder, ['import', 'body.dbc', '--output', 'out']);
      assert.equal(refused.code, 2);
      assert.match(
        refused.error,
        /^tmg: out holds model\.tmg\.yaml already; .*--output, or overwrite with --force\.\n$/,
      );
      assert.equal(readFileSync(join(folder, 'out/model.tmg.yaml'), 'utf8'), 'name: Mine\n');
      assert.deepEqual(filesIn(join(folder, 'out')), ['model.tmg.yaml']);
      const forced = await runIn(folder, ['import', 'body.dbc', '--output', 'out', '--force']);
      assert.equal(forced.code, 0);
      assert.match(readFileSync(join(folder, 'out/model.tmg.yaml'), 'utf8'), /^name: body$/m);
      assert.deepEqual(filesIn(join(folder, 'out')), ['model.tmg.yaml', 'topology.tmg.yaml']);
    });
  });

  it('does not mix with another model, with --force neither', async () => {
    await withFolderAsync(
      { 'body.dbc': BUS, 'out/more.tmg.csv': 'Component,Interface\nX,y\n' },
      async (folder) => {
        for (const force of [[], ['--force']]) {
          const run = await runIn(folder, ['import', 'body.dbc', '--output', 'out', ...force]);
          assert.deepEqual([run.code, filesIn(join(folder, 'out'))], [2, ['more.tmg.csv']]);
          assert.match(run.error, /out holds more\.tmg\.csv/);
        }
      },
    );
  });

  it('replaces a link instead of writing where it leads', async () => {
    await withFolderAsync({ 'body.dbc': BUS, 'outside.txt': 'mine' }, async (folder) => {
      mkdirSync(join(folder, 'out'));
      symlinkSync(join(folder, 'outside.txt'), join(folder, 'out/model.tmg.yaml'));
      const refused = await runIn(folder, ['import', 'body.dbc', '--output', 'out']);
      assert.equal(refused.code, 2);
      const forced = await runIn(folder, ['import', 'body.dbc', '--output', 'out', '--force']);
      assert.equal(forced.code, 0);
      assert.equal(readFileSync(join(folder, 'outside.txt'), 'utf8'), 'mine');
    });
  });

  it('ends with a sentence where a file or folder is not what it should be', async () => {
    await withFolderAsync({ 'body.dbc': BUS, 'file.txt': 'x' }, async (folder) => {
      const cases: readonly (readonly [readonly string[], RegExp])[] = [
        [['import', 'nowhere.dbc', '--output', 'out'], /^tmg: There is no file nowhere\.dbc; /],
        [['import', '.', '--output', 'out'], /^tmg: \. is a folder; /],
        [['import', 'body.dbc'], /required option '--output <folder>'/],
        [['import', '--output', 'out'], /missing required argument 'file'/],
        [['import', 'body.dbc', '--output', 'file.txt'], /^tmg: Cannot write to file\.txt: /],
        [
          ['import', 'body.dbc', '--output', 'out', '--format', 'visio'],
          /Allowed choices are threat-dragon, /,
        ],
        [
          ['import', 'body.dbc', '--output', 'out', '--format', 'worksheet'],
          /These are no rating worksheets/,
        ],
      ];
      for (const [args, expected] of cases) {
        const run = await runIn(folder, args);
        assert.deepEqual([run.code, run.out, filesIn(join(folder, 'out'))], [2, '', []], args.join(' '));
        assert.match(run.error, expected);
      }
    });
  });

  it('shows names that would drive a terminal as text', async () => {
    const text =
      '{"otmVersion": "1", "project": {"name": "\\u001b[31mX"}, "components": [{"id": "\\u001b]0;x\\u0007", "name": "A"}, {"id": "b", "name": "B", "parent": {"trustZone": "\\u202e"}}]}';
    await withFolderAsync({ 'a.json': text }, async (folder) => {
      const { out } = await runIn(folder, ['import', 'a.json', '--output', 'out']);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
      assert.doesNotMatch(out.replaceAll('\n', ''), /[\u0000-\u001f\u202e]/);
    });
  });
});

describe('tmg import of a worksheet', () => {
  const MODEL = `name: Rated # mine
components:
  A: {interfaces: [x, y]}
  B: {interfaces: [x]}
interfaces: {y: {entry: true}}
ratings:
  A:
    y: {T: 5.0}  # measured
`;

  it('changes the ratings of the model where they stand, and says what it did', async () => {
    const sheet = 'Component;Interface;T;E\r\nA;y;6,5;\r\nB;x;none;7,1\r\n';
    await withFolderAsync({ 'model/model.tmg.yaml': MODEL, 'sheet.csv': sheet }, async (folder) => {
      const run = await runIn(folder, ['import', 'sheet.csv', '--output', 'model']);
      assert.deepEqual([run.code, run.error], [0, '']);
      assert.equal(
        readFileSync(join(folder, 'model/model.tmg.yaml'), 'utf8'),
        `${MODEL.replace('T: 5.0', 'T: 6.5')}  B:\n    x: {T: none, E: 7.1}\n`,
      );
      assert.match(
        run.out,
        /1 x rating in a worksheet -> changed rating\n {2}2 x rating in a worksheet -> new rating\n/,
      );
      assert.match(run.out, /\nChanged in model: model\.tmg\.yaml\nCheck: /);
      const again = await runIn(folder, ['import', 'sheet.csv', '--output', 'model']);
      assert.match(again.out, /\nChanged in model: nothing\n/);
    });
  });

  it('keeps the encoding and line ends of a table', async () => {
    const table = Buffer.from('Component;Interface;T\r\nT\u00fcr;x;5,0\r\n', 'latin1');
    const files = {
      'model/topology.tmg.csv': Buffer.from('Component;Interface\r\nT\u00fcr;x\r\nB;x\r\n', 'latin1'),
      'model/ratings.tmg.csv': table,
      'sheet.csv': 'Component,Interface,T\nTür,x,6.5\n',
    };
    await withFolderAsync(files, async (folder) => {
      const run = await runIn(folder, ['import', 'sheet.csv', '--output', 'model']);
      assert.equal(run.code, 0, run.out + run.error);
      assert.equal(
        readFileSync(join(folder, 'model/ratings.tmg.csv'), 'latin1'),
        'Component;Interface;T\r\nT\u00fcr;x;6,5\r\n',
      );
    });
  });

  it('takes what it can, and exits with 1 where something is wrong', async () => {
    const sheet = 'Component,Interface,T\nA,z,5\nB,x,5\n';
    await withFolderAsync({ 'model/model.tmg.yaml': MODEL, 'sheet.csv': sheet }, async (folder) => {
      const run = await runIn(folder, ['import', 'sheet.csv', '--output', 'model', '--format', 'worksheet']);
      assert.equal(run.code, 1);
      assert.match(run.out, /sheet\.csv:2:3: "A" has no interface "z"/);
      assert.match(readFileSync(join(folder, 'model/model.tmg.yaml'), 'utf8'), / {2}B:\n {4}x: \{T: 5\}/);
    });
  });

  it('needs the folder of one model', async () => {
    const files = {
      'sheet.csv': 'Component,Interface,T\nA,x,5\n',
      'two/a/model.tmg.yaml': MODEL,
      'two/b/model.tmg.yaml': MODEL,
    };
    await withFolderAsync(files, async (folder) => {
      const nowhere = await runIn(folder, ['import', 'sheet.csv', '--output', 'nowhere']);
      assert.equal(nowhere.code, 2);
      assert.match(
        nowhere.error,
        /hold ratings only, so --output must be the folder of the model that they rate/,
      );
      const two = await runIn(folder, ['import', 'sheet.csv', '--output', 'two']);
      assert.match(two.error, /two holds several models/);
      writeFileSync(join(folder, 'two/b/model.tmg.yaml'), '');
    });
  });
});
