import { readCsv } from '../formats/csv/readCsv';
import { renameInCsv } from '../formats/csv/renameNames';
import type { FileEdits, Fix } from '../formats/finding';
import type { FileRecords } from '../formats/records';
import { readYaml } from '../formats/yaml/readYaml';
import { YamlParseCache } from '../formats/yaml/yamlParseCache';
import { replaceYamlScalar } from '../formats/yaml/yamlScalar';
import { type Mention, mentionsIn, mentionsOf, type NamedKind } from '../model/mentions';
import { groupBy, type Origins } from '../model/origins';
import type { Message } from '../text/message';
import { applyEdits, type TextEdit } from '../text/textEdit';
import { formatOf, textOf } from './yamlFix';

/** What a name must not contain to stand in any CSV cell as it is. */
const CSV_SPECIAL = /[\\",;|:\t\r\n]|^[\s'=+\-@]|\s$/;

/** Writes another name wherever a name stands; undefined where a CSV cell cannot hold it, or a map has that key already. */
export function renameFix(
  origins: Origins,
  title: Message,
  kind: NamedKind,
  name: string,
  to: string,
): Fix | undefined {
  const fix = rewriteFix(origins, title, mentionsOf(origins, kind, name), name, to);
  return fix?.changes.some((change) => doublesKey(origins, change)) ? undefined : fix;
}

/** Parsed entries of files, so that each attempt parses only what it changes. */
const CACHES = new WeakMap<FileRecords, YamlParseCache>();

function doublesKey({ files }: Origins, { file, edits }: FileEdits): boolean {
  const records = files.find((candidate) => candidate.file === file);
  if (records?.format !== 'yaml') {
    return false;
  }
  let cache = CACHES.get(records);
  if (!cache) {
    cache = new YamlParseCache();
    CACHES.set(records, cache);
    readYaml(file, records.text, cache);
  }
  return doubles(readYaml(file, applyEdits(records.text, edits), cache)) > doubles(records);
}

function doubles({ findings }: FileRecords): number {
  return findings.filter(({ code }) => code === 'duplicate-key').length;
}

/** Writes another name at the places of a name; undefined where a CSV cell cannot hold it. */
export function rewriteFix(
  origins: Origins,
  title: Message,
  mentions: readonly Mention[],
  from: string,
  to: string,
): Fix | undefined {
  const changes: FileEdits[] = [];
  for (const [file, places] of groupBy(mentions, (mention) => mention.file)) {
    const edits =
      formatOf(origins, file) === 'csv'
        ? csvEdits(origins, file, places, from, to)
        : places.map(({ range, key }) => {
            const source = textOf(origins, file).slice(range.start, range.end);
            return { range, newText: replaceYamlScalar(source, to, key ? 'key' : 'flow') };
          });
    if (!edits) {
      return undefined;
    }
    changes.push({ file, edits });
  }
  return { title, changes };
}

function csvEdits(
  origins: Origins,
  file: string,
  places: readonly Mention[],
  from: string,
  to: string,
): TextEdit[] | undefined {
  const text = textOf(origins, file);
  const plain = places.every(({ range }) => text.slice(range.start, range.end) === from);
  if (plain && !CSV_SPECIAL.test(to)) {
    return places.map(({ range }) => ({ range, newText: to }));
  }
  const edits = renameInCsv(
    text,
    places.map(({ range }) => range),
    from,
    to,
  );
  return edits.length > 0 && saysTheSame(file, text, applyEdits(text, edits), from, to) ? edits : undefined;
}

/** Whether a CSV text names the same in the same order as before, but for one name that may have become another. */
function saysTheSame(file: string, before: string, after: string, from: string, to: string): boolean {
  const names = [...mentionsIn(readCsv(file, before))];
  const now = [...mentionsIn(readCsv(file, after))];
  return (
    names.length === now.length &&
    names.every(({ kind, name }, index) => {
      const other = now[index];
      return other?.kind === kind && (other.name === name || (name === from && other.name === to));
    })
  );
}
