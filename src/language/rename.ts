import type { FileEdits } from '../formats/finding';
import { renameInCsv } from '../formats/csv/renameNames';
import type { FileRecords } from '../formats/records';
import { replaceYamlScalar } from '../formats/yaml/yamlScalar';
import { type NameMention, mentionsIn, mentionsOf } from '../model/mentions';
import { groupBy } from '../model/origins';
import type { Message } from '../text/message';
import type { TextRange } from '../text/range';
import { applyEdits, type TextEdit } from '../text/textEdit';
import { readText } from '../workspace/readRecords';
import type { Snapshot } from '../workspace/snapshot';
import { nameAt, recordsOf } from './nameAt';
import { refuseNewName, refuseRename } from './renameRefusals';

/** What can be renamed at a place, or why nothing can. */
export type PreparedRename =
  | { readonly kind: 'name'; readonly range: TextRange; readonly placeholder: string }
  | { readonly kind: 'refused'; readonly message: Message };

/** The edits of a rename, or why it is not done. */
export type Rename =
  | { readonly kind: 'edits'; readonly changes: readonly FileEdits[] }
  | { readonly kind: 'refused'; readonly message: Message };

/** Finds out whether the name at an offset can be renamed. */
export function prepareRename(snapshot: Snapshot, file: string, offset: number): PreparedRename {
  const found = renamableAt(snapshot, file, offset);
  return 'refusal' in found
    ? { kind: 'refused', message: found.refusal }
    : { kind: 'name', range: found.name.range, placeholder: found.name.name };
}

/**
 * Writes another name wherever the name at an offset stands, in all files of the model. Refused where the model would
 * mean something else afterwards. Blanks around the new name do not count.
 */
export function rename(snapshot: Snapshot, file: string, offset: number, newName: string): Rename {
  const found = renamableAt(snapshot, file, offset);
  if ('refusal' in found) {
    return { kind: 'refused', message: found.refusal };
  }
  const { name } = found;
  const to = newName.trim();
  if (to === name.name) {
    return { kind: 'edits', changes: [] };
  }
  const refusal = refuseNewName(snapshot, name, to);
  return refusal ? { kind: 'refused', message: refusal } : renameMentions(snapshot, name, to);
}

function renamableAt(
  snapshot: Snapshot,
  file: string,
  offset: number,
): { readonly name: NameMention } | { readonly refusal: Message } {
  const records = recordsOf(snapshot, file);
  const name = records && nameAt(records, offset);
  if (!name) {
    const template =
      'Nothing here can be renamed; place the caret on the name of a component, interface, asset, facility, attacker, period or vector.';
    return { refusal: { template, args: {} } };
  }
  const refusal = refuseRename(snapshot, name);
  return refusal ? { refusal } : { name };
}

function renameMentions(snapshot: Snapshot, named: NameMention, to: string): Rename {
  const { kind, name, component } = named;
  const changes: FileEdits[] = [];
  const mentions = mentionsOf(snapshot.origins, kind, name, component);
  for (const [file, places] of groupBy(mentions, (mention) => mention.file)) {
    const records = recordsOf(snapshot, file);
    if (records?.format === 'csv') {
      const ranges = places.map(({ range }) => range);
      const edits = renameInCsv(records.text, ranges, name, to);
      if (!holds(records, edits, named, to)) {
        const template =
          'A cell of {file} cannot hold "{to}" as the name of this {kind}; choose a name without the signs that part names or labels there.';
        return { kind: 'refused', message: { template, args: { file, to, kind } } };
      }
      changes.push({ file, edits });
    } else if (records) {
      changes.push({ file, edits: places.map((mention) => yamlEdit(records.text, mention, to)) });
    }
  }
  return { kind: 'edits', changes };
}

function yamlEdit(text: string, { range, key }: NameMention, to: string): TextEdit {
  const source = text.slice(range.start, range.end);
  return { range, newText: replaceYamlScalar(source, to, key ? 'key' : 'flow') };
}

/** Whether a CSV text says the same after the edits, but for the name. */
function holds(
  records: FileRecords,
  edits: readonly TextEdit[],
  { kind, name, component }: NameMention,
  to: string,
): boolean {
  const before = [...mentionsIn(records)].map((mention) => {
    const renamed = mention.kind === kind && mention.name === name && mention.component === component;
    const inRenamed = kind === 'component' && mention.component === name;
    return [mention.kind, renamed ? to : mention.name, inRenamed ? to : mention.component];
  });
  const after = mentionsIn(readText(records.file, applyEdits(records.text, edits)));
  const said = [...after].map((mention) => [mention.kind, mention.name, mention.component]);
  return JSON.stringify(said) === JSON.stringify(before);
}
