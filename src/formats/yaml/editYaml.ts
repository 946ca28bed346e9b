import { isMap, isScalar, isSeq, type Node, type Pair, visit, type YAMLMap, type YAMLSeq } from 'yaml';
import type { TextEdit } from '../../text/textEdit';
import { parseWhole } from './parseWhole';
import { yamlScalar } from './yamlScalar';
import { blockEntry, flowText, layoutOf, type YamlLayout, type YamlValue } from './yamlText';

/** Keys and list positions that lead from the top of a file to a value. */
export type YamlPath = readonly (string | number)[];

type YamlPair = Pair<Node, Node | null>;

/**
 * Edits that give the value at a path; maps that are missing on the way are made, an existing value is replaced. Everything
 * else stays as it is. No edits where something else than a map stands in the way.
 */
export function setYamlValue(text: string, path: YamlPath, value: YamlValue): TextEdit[] {
  let parent = parse(text);
  for (const [depth, key] of path.entries()) {
    const rest = path.slice(depth + 1);
    if (parent === undefined) {
      return [];
    }
    if (parent === null) {
      return [appendAtEnd(text, String(key), nest(rest, value))];
    }
    const child = childOf(parent, key);
    if (child === undefined) {
      return isMap(parent) ? [insertEntry(text, parent, String(key), nest(rest, value))] : [];
    }
    if (isNothing(child.value)) {
      return [insertValue(text, child, nest(rest, value))];
    }
    if (rest.length === 0) {
      return [replaceValue(text, child.value, value)];
    }
    parent = child.value;
  }
  return [];
}

/** Edits that append an item to the list at a path, which is made where it is missing. */
export function appendYamlItem(text: string, path: YamlPath, value: YamlValue): TextEdit[] {
  const list = nodeAt(text, path);
  if (!isSeq(list) || (list.items.length === 0 && !list.flow)) {
    return list === undefined || list === null || isNothing(list) ? setYamlValue(text, path, [value]) : [];
  }
  const last = list.items.at(-1) as Node | undefined;
  if (list.flow) {
    return [insertInFlow(list, last, flowText(value))];
  }
  const { newline } = layoutOf(text);
  const dash = text.lastIndexOf('-', startOf(list.items[0] as Node));
  const column = dash - lineStart(text, dash);
  return [insertLine(text, endOf(text, last as Node), `${' '.repeat(column)}- ${flowText(value)}`, newline)];
}

/** Edits that take out the map entry or list item at a path, with its lines or its comma. */
export function removeYamlEntry(text: string, path: YamlPath): TextEdit[] {
  const parent = nodeAt(text, path.slice(0, -1));
  const key = path.at(-1);
  if (key === undefined || !(isMap(parent) || isSeq(parent))) {
    return [];
  }
  const index = isMap(parent)
    ? parent.items.findIndex((pair) => keyText(pair as YamlPair) === String(key))
    : Number(key);
  return removeItem(text, parent, index);
}

/** As `removeYamlEntry`, for the map entry whose key begins at an offset: of equal keys, the one that stands there. */
export function removeYamlEntryAt(text: string, offset: number): TextEdit[] {
  let edits: TextEdit[] = [];
  visit(parse(text) ?? null, {
    Map: (_, map) => {
      const index = (map.items as YamlPair[]).findIndex((pair) => startOf(pair.key) === offset);
      if (index >= 0) {
        edits = removeItem(text, map, index);
        return visit.BREAK;
      }
      return undefined;
    },
  });
  return edits;
}

function removeItem(text: string, parent: YAMLMap | YAMLSeq, index: number): TextEdit[] {
  const items = (parent.items as (YamlPair | Node)[]).map((item) => spanOf(text, item));
  const span = items[index];
  if (!span) {
    return [];
  }
  if (parent.flow) {
    const next = items[index + 1];
    const before = items[index - 1];
    const range = next
      ? { start: span.start, end: next.start }
      : { start: before?.end ?? span.start, end: span.end };
    return [{ range, newText: '' }];
  }
  const begin = isSeq(parent) ? text.lastIndexOf('-', span.start - 1) : span.start;
  const ownLine = text.slice(lineStart(text, begin), begin).trim() === '';
  if (!ownLine) {
    const next = items[index + 1];
    return next
      ? [{ range: { start: begin, end: next.start }, newText: '' }]
      : [{ range: { start: begin, end: span.end }, newText: '{}' }];
  }
  return [{ range: { start: lineStart(text, begin), end: nextLine(text, span.end) }, newText: '' }];
}

/** Edits that give the map entry at a path another key. */
export function renameYamlKey(text: string, path: YamlPath, newKey: string): TextEdit[] {
  const parent = nodeAt(text, path.slice(0, -1));
  const pair = isMap(parent)
    ? parent.items.find((item) => keyText(item as YamlPair) === String(path.at(-1)))
    : undefined;
  if (!pair) {
    return [];
  }
  const [start, end] = (pair.key as Node).range ?? [0, 0];
  return [{ range: { start, end }, newText: yamlScalar(newKey, 'key') }];
}

/** The tree of a text: null where nothing stands in it, undefined where it nests too deeply to be edited. */
function parse(text: string): Node | null | undefined {
  const document = parseWhole(text);
  return document && (isNothing(document.contents) ? null : (document.contents as Node));
}

function isNothing(node: unknown): boolean {
  return node === null || (isScalar(node) && (node.range?.[0] ?? 0) === (node.range?.[1] ?? 0));
}

function nodeAt(text: string, path: YamlPath): Node | null | undefined {
  let node: Node | null | undefined = parse(text);
  for (const key of path) {
    node = node ? childOf(node, key)?.value : undefined;
  }
  return node;
}

/** A value and where its key ends. */
interface Child {
  readonly value: Node;
  readonly keyEnd: number;
  readonly inFlow: boolean;
  readonly column: number;
}

function childOf(node: Node, key: string | number): Child | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => keyText(item as YamlPair) === String(key)) as YamlPair | undefined;
    const keyEnd = pair?.key.range?.[1] ?? 0;
    return (
      pair && {
        value: pair.value as Node,
        keyEnd,
        inFlow: node.flow === true,
        column: pair.key.range?.[0] ?? 0,
      }
    );
  }
  const item = isSeq(node) ? (node.items[Number(key)] as Node | undefined) : undefined;
  return item && { value: item, keyEnd: startOf(item), inFlow: true, column: startOf(item) };
}

function keyText({ key }: YamlPair): string {
  return isScalar(key) ? String(key.value) : '';
}

function nest(path: YamlPath, value: YamlValue): YamlValue {
  return path.reduceRight<YamlValue>((inner, key) => ({ [String(key)]: inner }), value);
}

function appendAtEnd(text: string, key: string, value: YamlValue): TextEdit {
  const layout = layoutOf(text);
  const lead = text === '' || /[\r\n]$/.test(text) ? '' : layout.newline;
  const range = { start: text.length, end: text.length };
  return { range, newText: `${lead}${blockEntry(key, value, 0, layout)}${layout.newline}` };
}

function insertEntry(text: string, map: YAMLMap, key: string, value: YamlValue): TextEdit {
  const last = map.items.at(-1) as YamlPair | undefined;
  if (map.flow || !last) {
    return insertInFlow(
      map,
      last && (isNothing(last.value) ? last.key : (last.value as Node)),
      `${yamlScalar(key, 'key')}: ${flowText(value)}`,
    );
  }
  const layout = layoutOf(text);
  const first = (map.items[0] as YamlPair).key.range?.[0] ?? 0;
  const column = first - lineStart(text, first);
  return insertLine(text, spanOf(text, last).end, blockEntry(key, value, column, layout), layout.newline);
}

/** Puts text behind the last item of a flow collection. */
function insertInFlow(collection: YAMLMap | YAMLSeq, last: Node | undefined, added: string): TextEdit {
  const [start, end] = collection.range ?? [0, 1];
  const position = last?.range ? last.range[1] : Math.min(start + 1, end);
  return { range: { start: position, end: position }, newText: last ? `, ${added}` : added };
}

/** Fills a key that has no value yet. */
function insertValue(text: string, child: Child, value: YamlValue): TextEdit {
  const colon = text.indexOf(':', child.keyEnd);
  const position = colon < 0 ? child.keyEnd : colon + 1;
  const layout = layoutOf(text);
  if (child.inFlow || typeof value !== 'object' || Array.isArray(value)) {
    const lead = colon < 0 ? ': ' : ' ';
    const written =
      typeof value === 'object' || child.inFlow ? flowText(value) : yamlScalar(String(value), 'block');
    return { range: { start: position, end: position }, newText: lead + written };
  }
  const column = child.column - lineStart(text, child.column) + layout.indent;
  const entries = Object.entries(value).map(([key, inner]) => blockEntry(key, inner, column, layout));
  return insertLine(text, position, entries.join(layout.newline), layout.newline);
}

function replaceValue(text: string, node: Node, value: YamlValue): TextEdit {
  const { start, end } = spanOf(text, node);
  const inline = text.slice(lineStart(text, start), start).trim() !== '';
  const written = typeof value === 'object' ? flowText(value) : yamlScalar(String(value), 'flow');
  if (inline) {
    return { range: { start, end }, newText: written };
  }
  // A block collection begins on the line after its key: its replacement goes behind the key's colon.
  const colon = text.lastIndexOf(':', start);
  return { range: { start: colon + 1, end }, newText: ` ${written}` };
}

/** Inserts lines behind the line that `position` lies in. */
function insertLine(text: string, position: number, lines: string, newline: YamlLayout['newline']): TextEdit {
  const at = nextLine(text, position);
  const atEnd = at === text.length && !/[\r\n]$/.test(text);
  return { range: { start: at, end: at }, newText: atEnd ? `${newline}${lines}` : `${lines}${newline}` };
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function endOf(text: string, node: Node): number {
  return spanOf(text, node).end;
}

/** Where a node or entry begins and ends, without the line ends and comments behind it. */
function spanOf(text: string, item: YamlPair | Node): { start: number; end: number } {
  if ('key' in item) {
    const start = startOf(item.key);
    const end = isNothing(item.value) ? (item.key.range?.[1] ?? 0) : endOf(text, item.value as Node);
    return { start, end: isNothing(item.value) && text.charAt(end) === ':' ? end + 1 : end };
  }
  const start = startOf(item);
  if ((isMap(item) || isSeq(item)) && !item.flow) {
    const last = item.items.at(-1) as YamlPair | Node | undefined;
    return { start, end: last ? endOf(text, last as Node) : start };
  }
  return { start, end: start + text.slice(start, item.range?.[1] ?? start).trimEnd().length };
}

function lineStart(text: string, position: number): number {
  return Math.max(text.lastIndexOf('\n', position - 1), text.lastIndexOf('\r', position - 1)) + 1;
}

/** Where the line after that of `position` begins, or the end of the text. */
function nextLine(text: string, position: number): number {
  const found = /\r\n|\n|\r/.exec(text.slice(position));
  return found ? position + found.index + found[0].length : text.length;
}
