import assert from 'node:assert/strict';
import { importWorksheetsInto } from '../../src/language/worksheetImport';
import { readWorksheets } from '../../src/language/readWorksheets';
import { snapshotOf } from '../support/caret';
import type { ModelTexts } from './models';

/** What holds when a filled worksheet comes back, whatever was filled in: the graph and the remarks of the model stay. */
export async function assertComesBack(texts: ModelTexts, name: string, bytes: Uint8Array): Promise<void> {
  const snapshot = snapshotOf(texts);
  const sheets = await readWorksheets([{ name, bytes }]);
  if (!sheets) {
    return;
  }
  const { texts: changed } = importWorksheetsInto(snapshot, sheets);
  const after = { ...texts, ...Object.fromEntries(changed) };
  const { model } = snapshotOf(after);
  assert.deepEqual(graphOf(model), graphOf(snapshot.model));
  for (const [file, text] of Object.entries(texts)) {
    const left = after[file] ?? '';
    for (const remark of text.match(/#[^\n]*[a-z][^\n]*$/gm) ?? []) {
      assert.ok(left.includes(remark.trimEnd()), `${file} has lost ${JSON.stringify(remark)}`);
    }
  }
}

function graphOf({ components }: ReturnType<typeof snapshotOf>['model']): unknown {
  return [...components.values()].map(({ name, facility, labels, relations, assets }) => [
    name,
    facility,
    [...labels],
    [...relations.keys()],
    assets.map(({ id }) => id),
  ]);
}
