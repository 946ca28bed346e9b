import type { FileEdits } from '../../src/formats/finding';
import { applyEdits } from '../../src/text/textEdit';
import type { Snapshot } from '../../src/workspace/snapshot';

/** The texts of a model's files after some edits, by file name. */
export function appliedTexts(snapshot: Snapshot, changes: readonly FileEdits[]): Record<string, string> {
  const texts = Object.fromEntries(snapshot.records.map(({ file, text }) => [file, text]));
  for (const { file, edits } of changes) {
    texts[file] = applyEdits(texts[file] ?? '', edits);
  }
  return texts;
}
