import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { computeChains } from '../../src/chains/computeChains';
import { chainOptions } from '../../src/chains/options';
import { checkChains } from '../../src/checks/checkModel';
import { fixesFor } from '../../src/checks/fixesFor';
import type { FileRecords } from '../../src/formats/records';
import { YamlParseCache } from '../../src/formats/yaml/yamlParseCache';
import { formatMessage } from '../../src/text/message';
import { readText } from '../../src/workspace/readRecords';
import { appliedTexts } from '../support/appliedTexts';
import { snapshotOf } from '../support/caret';
import { forEachRange } from '../support/mutations';
import type { ModelTexts } from './models';
import type { Choices } from './random';

/** Small enough that no model takes long, whatever became of its settings. */
const LIMITS = { countLimit: 200, maxChains: 50, searchLimit: 2000, maxLength: 9 };
/** Problems whose fixes are tried. */
const MOST_TRIED = 6;

/** What holds of a text, whatever stands in it: the same records every time, with all places inside the text. */
export function assertReads(file: string, text: string, before: string): FileRecords {
  const records = readText(file, text);
  assertInside(records, text);
  assert.ok(isDeepStrictEqual(readText(file, text), records), 'a second reading says the same');
  const cache = new YamlParseCache();
  readText(file, before, cache);
  assert.ok(isDeepStrictEqual(readText(file, text, cache), records), 'and one after an edit does');
  return records;
}

/** What holds of a model, whatever its files say: it is merged, checked, computed and mended. */
export function assertModelHolds(texts: ModelTexts, choices: Choices): void {
  const snapshot = snapshotOf(texts);
  const { model, origins } = snapshot;
  const chains = computeChains(model, chainOptions(model.settings, LIMITS));
  for (let position = 0; position < Math.min(3, chains.size); position++) {
    const { probability } = chains.chain(position);
    assert.ok(probability > 0 && probability <= 10, `P ${probability}`);
  }
  const problems = [...snapshot.problems, ...checkChains({ model, origins, chains })];
  for (const problem of problems) {
    for (const { file, range, message } of [problem, ...problem.related]) {
      const text = texts[file];
      assert.ok(text !== undefined, `${problem.code} is in no file of the model: ${file}`);
      assertInside(range, text);
      assert.notEqual(formatMessage(message), '');
    }
  }
  for (let tried = 0; tried < Math.min(MOST_TRIED, problems.length); tried++) {
    const problem = choices.of(problems);
    for (const { title, changes } of problem ? fixesFor(problem, snapshot) : []) {
      assert.notEqual(formatMessage(title), '');
      const fixed = appliedTexts(snapshot, changes);
      if (choices.chance(0.2)) {
        snapshotOf(fixed);
      }
    }
  }
}

/** Every range in a value lies in the text. */
export function assertInside(value: unknown, text: string): void {
  forEachRange(value, ({ start, end }, path) => {
    assert.ok(start >= 0 && start <= end && end <= text.length, `${path}: ${start}..${end}`);
  });
}
