import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { runTmg } from '../support/runTmg';
import { describeWithProgram } from '../support/testData';
import { CSV_MODEL, naiveRatings, type Texts, YAML_MODEL } from '../support/worksheets';

/** Semicolons, UTF-8, cells as they are shown. */
const GERMAN_CSV = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false';
const ENGLISH_INPUT = 'Text - txt - csv (StarCalc):44,34,76,1,,1033';

const GERMAN = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>de-DE</value></prop></item>
</oor:items>
`;

describeWithProgram('worksheets through LibreOffice', 'soffice', () => {
  let root = '';

  before(() => {
    root = mkdtempSync(join(tmpdir(), 'tmg-'));
    mkdirSync(join(root, 'german/user'), { recursive: true });
    writeFileSync(join(root, 'german/user/registrymodifications.xcu'), GERMAN);
  });

  after(() => rmSync(root, { recursive: true, force: true }));

  /** Lets LibreOffice save a file in another format, in the language of a profile; the path of what it made. */
  function convert(profile: 'german' | 'english', file: string, to: string, ...options: string[]): string {
    const ending = to.split(':')[0] ?? '';
    const folder = mkdtempSync(join(root, 'out-'));
    const run = spawnSync('soffice', [
      '--headless',
      `-env:UserInstallation=file://${join(root, profile)}`,
      ...options,
      '--convert-to',
      to,
      '--outdir',
      folder,
      file,
    ]);
    assert.equal(run.status, 0, String(run.stderr));
    const made = readdirSync(folder).find((name) => name.endsWith(`.${ending}`));
    assert.ok(made, String(run.stderr));
    return join(folder, made);
  }

  function writeModel(texts: Texts): string {
    const folder = mkdtempSync(join(root, 'model-'));
    for (const [name, text] of Object.entries(texts)) {
      writeFileSync(join(folder, name), text);
    }
    return folder;
  }

  function textsOf(folder: string): Texts {
    return Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    );
  }

  /** A worksheet as CSV with every open question answered by 5.1. */
  function filledSheet(folder: string): { readonly file: string; readonly answers: number } {
    const { out } = runTmg(['rate', folder, '--all']);
    const [columns = [], ...rows] = parse(out, { bom: true }) as string[][];
    let answers = 0;
    const filled = rows.map((row) =>
      row.map((cell, index) => {
        const isOpen = /^[STRIDE]$/.test(columns[index] ?? '') && cell === '';
        answers += isOpen ? 1 : 0;
        return isOpen ? '5.1' : cell;
      }),
    );
    const file = join(mkdtempSync(join(root, 'sheet-')), 'sheet.csv');
    const quoted = [columns, ...filled].map((row) =>
      row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
    );
    writeFileSync(file, `\ufeff${quoted.join('\r\n')}\r\n`);
    return { file, answers };
  }

  function assertRated(before: Texts, after: Texts, answers: number): void {
    const [was, is] = [naiveRatings(before), naiveRatings(after)];
    assert.equal(is.size, was.size + answers);
    for (const [key, score] of is) {
      assert.equal(score, was.get(key) ?? 5.1, key);
    }
  }

  for (const [what, model] of [
    ['YAML', YAML_MODEL],
    ['CSV', CSV_MODEL],
  ] as const) {
    it(`a workbook that it has saved again changes nothing: ${what}`, () => {
      const folder = writeModel(model);
      const sheet = join(root, `${what}.xlsx`);
      assert.equal(runTmg(['rate', folder, '--all', '--format', 'xlsx', '--output', sheet]).code, 0);
      const saved = [
        convert('english', sheet, 'xlsx'),
        convert('german', sheet, 'xlsx'),
        convert('german', sheet, GERMAN_CSV),
      ];
      for (const file of saved) {
        const run = runTmg(['import', file, '--output', folder]);
        assert.equal(run.code, 0, run.out + run.error);
        assert.deepEqual(textsOf(folder), model, file);
      }
    });

    it(`what was filled in comes back from its workbooks and its CSV, English and German: ${what}`, () => {
      const { file, answers } = filledSheet(writeModel(model));
      const book = convert('english', file, 'xlsx', `--infilter=${ENGLISH_INPUT}`);
      const german = convert('german', book, GERMAN_CSV);
      assert.match(readFileSync(german, 'utf8'), /;5,1;/);
      for (const saved of [file, book, german]) {
        const folder = writeModel(model);
        const run = runTmg(['import', saved, '--output', folder]);
        assert.equal(run.code, 0, run.out + run.error);
        assertRated(model, textsOf(folder), answers);
      }
    });
  }

  it('what was not rated drops into the folder as its German CSV', () => {
    const folder = writeModel({ ...YAML_MODEL, 'ratings.tmg.yaml': 'tmg: 1\n' });
    const { file, answers } = filledSheet(folder);
    const german = convert(
      'german',
      convert('english', file, 'xlsx', `--infilter=${ENGLISH_INPUT}`),
      GERMAN_CSV,
    );
    const before = textsOf(folder);
    writeFileSync(join(folder, 'filled.tmg.csv'), readFileSync(german));
    const run = runTmg(['check', folder, '--format', 'json']);
    assert.equal(run.code, 0, run.out);
    assert.doesNotMatch(run.out, /unknown-column|missing-rating/);
    assertRated(before, textsOf(folder), answers);
  });
});
