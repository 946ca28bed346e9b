import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { errorsOf, importRun } from '../support/importing';

/** Controls, and what turns the direction of text or has no width. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]/;

/** What holds of an import, whatever the files say: it says what was wrong, or writes a model without errors. */
export async function assertImports(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Readonly<Record<string, string>>> {
  const { texts, snapshot, report } = await importRun(files);
  assert.deepEqual(errorsOf(snapshot), []);
  assert.ok(
    Object.keys(texts).length > 0 || report.notes.some(({ kind }) => kind === 'problem'),
    'neither a model nor a problem',
  );
  for (const name of Object.keys(texts)) {
    assert.match(name, /^[\w-][\w.-]*$/);
  }
  const again = await importRun(files);
  assert.ok(isDeepStrictEqual(again.texts, texts), 'a second import writes the same');
  assert.ok(isDeepStrictEqual(again.report, report), 'and says the same');
  return texts;
}

/** The texts hold only what can be seen. Names of tables stay as they are, those of other tools are cleaned. */
export function assertVisible(texts: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(texts)) {
    assert.equal(JSON.stringify(UNSEEN.exec(text)?.[0]), undefined, `${name} holds what cannot be seen`);
  }
}
