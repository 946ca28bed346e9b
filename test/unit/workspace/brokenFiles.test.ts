import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { COMPUTED_RULES } from '../../../src/checks/computedRules';
import { DIAGNOSTIC_CODES } from '../../../src/formats/diagnosticCodes';
import { formatMessage } from '../../../src/text/message';
import { BROKEN_CASES } from '../../support/brokenFiles';
import { placesOf, readFolder } from '../../support/readBroken';
import { withFolderAsync } from '../../support/runTmg';

const FIXTURES = 'test/fixtures/broken';

describe('broken files', () => {
  it('are there for every diagnostic that shows without a computation', () => {
    const expected = DIAGNOSTIC_CODES.filter(
      (code) => code !== 'file-too-large' && !Object.hasOwn(COMPUTED_RULES, code),
    );
    assert.deepEqual(readdirSync(FIXTURES).sort(), [...expected].sort());
  });

  for (const name of readdirSync(FIXTURES)) {
    it(`of ${name} are reported where they are wrong`, async () => {
      const folder = resolve(FIXTURES, name);
      const expected: unknown = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8'));
      const places = placesOf(await readFolder(folder));
      assert.deepEqual(places, expected);
      assert.ok(places.some((place) => place.endsWith(` ${name}`)));
    });
  }

  for (const [name, { files, expected }] of Object.entries(BROKEN_CASES)) {
    it(`of ${name} are reported where they are wrong`, async () => {
      await withFolderAsync(files, async (folder) => {
        const snapshot = await readFolder(folder);
        assert.deepEqual(placesOf(snapshot), expected);
        for (const { message } of snapshot.problems) {
          assert.doesNotMatch(formatMessage(message), /\{\w+\}|undefined|\n/);
        }
      });
    }).timeout(120_000);
  }
});
