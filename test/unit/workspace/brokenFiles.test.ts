import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { COMPUTED_RULES } from '../../../src/checks/computedRules';
import { DIAGNOSTIC_CODES } from '../../../src/formats/diagnosticCodes';
import { formatMessage } from '../../../src/text/message';
import type { Snapshot } from '../../../src/workspace/snapshot';
import { BROKEN_CASES } from '../../support/brokenFiles';
import { placesOf, readFolder } from '../../support/readBroken';
import { withFolderAsync } from '../../support/runTmg';

const FIXTURES = 'test/fixtures/broken';

/** The problems of a folder, without the hint that every model without a step rule gets. */
function placesIn(snapshot: Snapshot, name: string): string[] {
  return placesOf(snapshot).filter((place) => name === 'no-step-rule' || !place.endsWith(' no-step-rule'));
}

describe('broken files', () => {
  it('are there for every diagnostic that shows without a computation, in one model', () => {
    const expected = DIAGNOSTIC_CODES.filter(
      (code) => code !== 'file-too-large' && code !== 'no-model-file' && !Object.hasOwn(COMPUTED_RULES, code),
    );
    assert.deepEqual(readdirSync(FIXTURES).sort(), [...expected].sort());
  });

  for (const name of readdirSync(FIXTURES)) {
    it(`of ${name} are reported where they are wrong`, async () => {
      const folder = resolve(FIXTURES, name);
      const expected: unknown = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8'));
      const places = placesIn(await readFolder(folder), name);
      assert.deepEqual(places, expected);
      assert.ok(places.some((place) => place.endsWith(` ${name}`)));
    });
  }

  for (const [name, { files, expected }] of Object.entries(BROKEN_CASES)) {
    it(`of ${name} are reported where they are wrong`, async () => {
      await withFolderAsync(files, async (folder) => {
        const snapshot = await readFolder(folder);
        assert.deepEqual(placesIn(snapshot, name), expected);
        for (const { message } of snapshot.problems) {
          assert.doesNotMatch(formatMessage(message), /\{\w+\}|undefined|\n/);
        }
      });
    });
  }
});
