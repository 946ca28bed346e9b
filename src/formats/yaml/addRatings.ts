import { isMap, isScalar } from 'yaml';
import { applyEdits, type TextEdit } from '../../text/textEdit';
import { setYamlValue } from './editYaml';
import { parseWhole } from './parseWhole';
import { splitEntries } from './splitEntries';
import { blockEntry, layoutOf, type YamlLayout, type YamlValue } from './yamlText';

/** What is to be written of relations: values by key (a STRIDE type, `note` and the like), by interface, by component. */
export type NewRatings = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, YamlValue>>>;

const SECTION = 'ratings';

/**
 * A YAML file with more ratings. Those of a component come to its others, and those of new components behind the last
 * one; everything else stays as it is. Only the entries that change are parsed, so that many can be added at once.
 */
export function addYamlRatings(text: string, ratings: NewRatings): string {
  const section = splitEntries(text, new Set([SECTION])).find(
    (part) => part.kind === 'block' && part.key === SECTION && part.style === 'map',
  );
  if (section?.kind !== 'block') {
    return addSection(text, ratings);
  }
  const edits: TextEdit[] = [];
  const fresh = new Map(ratings);
  let last: { readonly range: TextEdit['range']; readonly text: string } | undefined;
  for (const range of section.entries) {
    const entry = text.slice(range.start, range.end);
    const component = keyOf(entry);
    const more = component === undefined ? undefined : fresh.get(component);
    const after = component === undefined || !more ? entry : withRatings(entry, component, more);
    if (component !== undefined) {
      fresh.delete(component);
      last = { range, text: after };
    }
    if (after !== entry) {
      edits.push({ range, newText: after });
    }
  }
  if (fresh.size === 0 || !last) {
    return applyEdits(text, edits);
  }
  const { range } = last;
  const others = edits.filter((edit) => edit.range.start !== range.start);
  return applyEdits(text, [...others, { range, newText: withComponents(last.text, fresh, layoutOf(text)) }]);
}

/** Writes the section where it is missing or empty; one in another form gets its components one by one. */
function addSection(text: string, ratings: NewRatings): string {
  const document = parseWhole(text);
  if (!document) {
    return text;
  }
  const section: unknown = document.get(SECTION, true);
  if (isMap(section) && section.items.length > 0) {
    return [...ratings].reduce(
      (before, [component, own]) => withRatings(before, component, own, [SECTION]),
      text,
    );
  }
  if (section !== undefined && !isMap(section) && !(isScalar(section) && section.value === '')) {
    return text;
  }
  const emptied =
    isMap(section) && section.range
      ? text.slice(0, section.range[0]).trimEnd() + text.slice(section.range[1])
      : text;
  return applyEdits(emptied, setYamlValue(emptied, [SECTION], asValue(ratings)));
}

function asValue(ratings: NewRatings): YamlValue {
  return Object.fromEntries([...ratings].map(([component, own]) => [component, ofComponent(own)]));
}

function ofComponent(own: ReadonlyMap<string, ReadonlyMap<string, YamlValue>>): YamlValue {
  return Object.fromEntries([...own].map(([name, texts]) => [name, Object.fromEntries(texts)]));
}

/** The text of an entry's key. */
function keyOf(entry: string): string | undefined {
  const contents: unknown = parseWhole(entry)?.contents;
  const key: unknown = isMap(contents) ? contents.items[0]?.key : undefined;
  return isScalar(key) ? String(key.value) : undefined;
}

function withRatings(
  text: string,
  component: string,
  own: ReadonlyMap<string, ReadonlyMap<string, YamlValue>>,
  path: readonly string[] = [],
): string {
  let after = text;
  for (const [name, texts] of own) {
    // A new entry is written in one piece, so that it stands on one line where it fits.
    const edits = parseWhole(after)?.hasIn([...path, component, name])
      ? undefined
      : setYamlValue(after, [...path, component, name], Object.fromEntries(texts));
    after = edits
      ? applyEdits(after, edits)
      : [...texts].reduce(
          (before, [key, value]) =>
            applyEdits(before, setYamlValue(before, [...path, component, name, key], value)),
          after,
        );
  }
  return after;
}

/** Components behind the last one of a section, indented like it. */
function withComponents(lastEntry: string, fresh: NewRatings, layout: YamlLayout): string {
  const [first] = fresh;
  // Where the first of them would go, and whether the line before it has an end.
  const [edit] = first ? setYamlValue(lastEntry, [first[0]], '') : [];
  if (!edit) {
    return lastEntry;
  }
  const line = lastEntry.split(/\r?\n/).find((candidate) => /^ *[^\s#]/.test(candidate)) ?? '';
  const column = line.length - line.trimStart().length;
  const added = [...fresh].map(([component, own]) => blockEntry(component, ofComponent(own), column, layout));
  const { newline } = layout;
  const lines = added.join(newline);
  const newText = /[\r\n]$/.test(edit.newText) ? lines + newline : newline + lines;
  return applyEdits(lastEntry, [{ range: edit.range, newText }]);
}
