import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { compressedSize } from '../../../src/cli/compressedSize';
import { rulePages } from '../../../src/cli/rulePages';
import { DIAGNOSTIC_CODES } from '../../../src/formats/diagnosticCodes';
import { problemRun } from '../../../src/report/problemSarif';
import { sarifLog } from '../../../src/report/sarifLog';
import type { Snapshot } from '../../../src/workspace/snapshot';
import { BROKEN_CASES } from '../../support/brokenFiles';
import { memoryModel } from '../../support/memoryModel';
import { placesOf, readFolder } from '../../support/readBroken';
import { randomFiles, toYaml } from '../../support/randomModel';
import { withFolderAsync } from '../../support/runTmg';
import { placeOf, sarifRun } from '../../support/sarif';

const LEVELS = { error: 'error', warning: 'warning', information: 'note' } as const;
const WORST_FIRST = ['error', 'warning', 'note'];

/** Checks that a log says of a model what its problems say; how many there are. */
async function check(snapshot: Snapshot, root: string): Promise<number> {
  const pages = await rulePages(snapshot.problems.map(({ code }) => code));
  const run = sarifRun([...sarifLog(problemRun([snapshot], root, pages, compressedSize))].join(''));
  assert.deepEqual(
    run.results.map(({ locations = [], ruleId, level }) => [placeOf(locations[0]), ruleId, level]),
    placesOf(snapshot)
      .map((text, index): [string, string | undefined, string] => {
        const [place = '', code] = text.split(/ (?=[a-z-]+$)/);
        const severity = snapshot.problems[index]?.severity ?? 'error';
        return [place, code, LEVELS[severity]];
      })
      .sort(([, , a], [, , b]) => WORST_FIRST.indexOf(a) - WORST_FIRST.indexOf(b)),
  );
  const fingerprints = run.results.map(({ partialFingerprints }) => partialFingerprints?.['problem/v1']);
  assert.equal(new Set(fingerprints).size, fingerprints.length);
  return run.results.length;
}

describe('diagnostics as SARIF', () => {
  const folder = 'test/fixtures/broken';
  for (const name of readdirSync(folder)) {
    it(`is valid and complete for ${name}`, async () => {
      const path = resolve(folder, name);
      assert.ok((await check(await readFolder(path), path)) > 0);
    });
  }

  for (const [name, { files }] of Object.entries(BROKEN_CASES)) {
    it(`is valid and complete for ${name}`, async () => {
      await withFolderAsync(files, async (path) => {
        await check(await readFolder(path), path);
      });
    });
  }

  it('is valid and complete for random models', async () => {
    let problems = 0;
    await fc.assert(
      fc.asyncProperty(randomFiles, async (documents) => {
        const texts = [...documents].map(([file, document]) => [file, toYaml(document)]);
        problems += await check(await memoryModel(Object.fromEntries(texts)), '/model');
      }),
      { numRuns: 100 },
    );
    assert.ok(problems > 100, String(problems));
  });

  it('names files as seen from the root of the sources, and others whole', async () => {
    const snapshot = await memoryModel({ 'a b/ä#%.tmg.yaml': 'components: {A: {interfces: []}}\n' });
    const uri = (root: string): unknown =>
      sarifRun([...sarifLog(problemRun([snapshot], root, new Map(), compressedSize))].join('')).results[0]
        ?.locations?.[0]?.physicalLocation?.artifactLocation;
    assert.deepEqual(uri('/'), { uri: 'model/a%20b/%C3%A4%23%25.tmg.yaml', uriBaseId: '%SRCROOT%' });
    assert.deepEqual(uri('/model'), { uri: 'a%20b/%C3%A4%23%25.tmg.yaml', uriBaseId: '%SRCROOT%' });
    assert.deepEqual(uri('/elsewhere'), { uri: 'file:///model/a%20b/%C3%A4%23%25.tmg.yaml' });
  });

  it('tells where related places are', async () => {
    const snapshot = await memoryModel({
      'model.tmg.yaml': 'components:\n  A: {interfaces: [X]}\n  A: {interfaces: [Y]}\n',
    });
    const { results } = sarifRun(
      [...sarifLog(problemRun([snapshot], '/model', new Map(), compressedSize))].join(''),
    );
    const twice = results.find(({ ruleId }) => ruleId === 'duplicate-key');
    assert.equal(placeOf(twice?.locations?.[0]), 'model.tmg.yaml:3:3');
    assert.deepEqual(twice?.relatedLocations?.map(placeOf), ['model.tmg.yaml:2:3']);
  });

  it('keeps fingerprints when lines move, and tells equal problems apart', async () => {
    const text = 'components:\n  A: {interfces: []}\n  B: {interfces: []}\n';
    const fingerprints = async (content: string): Promise<(string | undefined)[]> => {
      const snapshot = await memoryModel({ 'model.tmg.yaml': content });
      const { results } = sarifRun(
        [...sarifLog(problemRun([snapshot], '/model', new Map(), compressedSize))].join(''),
      );
      return results
        .filter(({ ruleId }) => ruleId === 'unknown-key')
        .map(({ partialFingerprints }) => partialFingerprints?.['problem/v1']);
    };
    const before = await fingerprints(text);
    assert.equal(new Set(before).size, 2);
    assert.deepEqual(await fingerprints(`# more\n\n${text}`), before);
  });

  it('explains every code with the page of the documentation', async () => {
    const pages = await rulePages(DIAGNOSTIC_CODES);
    for (const code of DIAGNOSTIC_CODES) {
      const page = pages.get(code);
      assert.ok(existsSync(`docs/rules/${code}.md`) && page, code);
      assert.match(page.summary, /^[A-Z`][^\n]*\.$/, code);
      assert.match(page.help, /^## Why it matters\n[^]*\n## How to fix it\n/, code);
      assert.doesNotMatch(page.help + page.summary, /\]\(|## Wrong|<[a-z]/, code);
    }
  });
});
