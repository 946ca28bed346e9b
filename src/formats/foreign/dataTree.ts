import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Document } from 'yaml';
import { LineIndex } from '../../text/lineIndex';
import { formatMessage } from '../../text/message';
import { placeOfDeepNesting } from '../yaml/nesting';
import { syntaxProblems } from '../yaml/syntaxProblems';
import type { ImportLog } from './importReport';

/** What is read of files of data at most, over and over through aliases too. */
const MOST_VISITS = 3_000_000;
const DEEPEST = 64;

/**
 * A value of a JSON or YAML file, whatever it is: what is asked for and not there is empty. Aliases lead to what they
 * stand for, and merge keys (`<<`) give what a map does not have itself.
 */
export class DataNode {
  constructor(
    private readonly file: DataFile,
    private readonly node: Node | undefined,
    private readonly depth: number,
    /** Where something that is not there would be. */
    private readonly near: Node | undefined = node,
  ) {}

  /** Whether anything stands here: a map or list, or a text that is not `null`. */
  get exists(): boolean {
    return isMap(this.node) || isSeq(this.node) || this.text() !== undefined;
  }

  /** Line from 1. */
  get line(): number {
    return this.file.line(this.near?.range?.[0] ?? 0);
  }

  /** Whether this is a map. */
  get isMap(): boolean {
    return isMap(this.node);
  }

  /** Text of a scalar; undefined where there is none. */
  text(): string | undefined {
    if (!isScalar(this.node) || typeof this.node.value !== 'string') {
      return undefined;
    }
    const { value, type } = this.node;
    return type === 'PLAIN' && /^(|~|null|Null|NULL)$/.test(value) ? undefined : value;
  }

  /** A finite number; undefined where there is none. */
  number(): number | undefined {
    const text = this.text()?.trim() ?? '';
    const value = text === '' ? Number.NaN : Number(text);
    return Number.isFinite(value) ? value : undefined;
  }

  /** Whether this is `true`. */
  flag(): boolean {
    return this.text()?.trim().toLowerCase() === 'true';
  }

  /** The value of a key. */
  get(key: string): DataNode {
    return this.file.visit(1)
      ? this.child(isMap(this.node) ? this.find(this.node, key, 0) : undefined)
      : this.child(undefined);
  }

  /** Keys with their values; of equal keys the first. */
  entries(): [key: string, value: DataNode][] {
    const entries = new Map<string, MapEntry>();
    if (isMap(this.node)) {
      this.collect(this.node, entries, 0);
    }
    return this.file.visit(entries.size)
      ? [...entries].map(([name, { key, value }]) => [name, this.child(value, key)])
      : [];
  }

  /** The items of a list. */
  items(): DataNode[] {
    const items = isSeq(this.node) ? (this.node.items as Node[]) : [];
    return this.file.visit(items.length) ? items.map((item) => this.child(item)) : [];
  }

  /** The texts of a list. */
  texts(): string[] {
    return this.items().flatMap((item) => item.text() ?? []);
  }

  private child(node: Node | undefined, near = node ?? this.near): DataNode {
    const target = this.depth >= DEEPEST ? undefined : this.file.resolve(node);
    return new DataNode(this.file, target, this.depth + 1, near);
  }

  private find(map: YAMLMap, key: string, depth: number): Node | undefined {
    const own = this.file.pairs(map).get(key)?.value;
    if (own || depth >= DEEPEST) {
      return own;
    }
    for (const merged of this.merged(map)) {
      const found = this.find(merged, key, depth + 1);
      if (found) {
        return found;
      }
    }
    return undefined;
  }

  private collect(map: YAMLMap, into: Map<string, MapEntry>, depth: number): void {
    if (depth >= DEEPEST) {
      return;
    }
    for (const [key, value] of this.file.pairs(map)) {
      if (key !== '<<' && !into.has(key)) {
        into.set(key, value);
      }
    }
    for (const merged of this.merged(map)) {
      this.collect(merged, into, depth + 1);
    }
  }

  private merged(map: YAMLMap): YAMLMap[] {
    const value = this.file.resolve(this.file.pairs(map).get('<<')?.value);
    const sources = isSeq(value) ? (value.items as Node[]).map((item) => this.file.resolve(item)) : [value];
    return this.file.visit(sources.length) ? sources.filter((source) => isMap(source)) : [];
  }
}

/** A key of a map and its value. */
interface MapEntry {
  readonly key: Node;
  readonly value: Node | undefined;
}

/** A JSON or YAML file as a tree. */
class DataFile {
  private readonly lines: LineIndex;
  private readonly anchors = new Map<Node, Node>();
  private readonly maps = new WeakMap<YAMLMap, ReadonlyMap<string, MapEntry>>();
  private visits = 0;

  constructor(
    text: string,
    contents: Node | undefined,
    private readonly onTooMuch: () => void,
  ) {
    this.lines = new LineIndex(text);
    this.link(contents, new Map(), 0);
  }

  line(offset: number): number {
    return this.lines.positionAt(offset).line;
  }

  /** Counts what is looked at; whether there may be more. */
  visit(count: number): boolean {
    const before = this.visits;
    this.visits += count;
    if (before <= MOST_VISITS && this.visits > MOST_VISITS) {
      this.onTooMuch();
    }
    return this.visits <= MOST_VISITS;
  }

  /** What an alias stands for; anything else is itself. */
  resolve(node: Node | undefined): Node | undefined {
    return node && isAlias(node) ? this.anchors.get(node) : node;
  }

  /** Values of a map by key, the first of equal keys. */
  pairs(map: YAMLMap): ReadonlyMap<string, MapEntry> {
    let pairs = this.maps.get(map);
    if (!pairs) {
      const found = new Map<string, MapEntry>();
      for (const { key, value } of map.items as Pair<Node, Node | null>[]) {
        const name = isScalar(key) ? String(key.value) : '';
        if (!found.has(name)) {
          found.set(name, { key, value: value ?? undefined });
        }
      }
      pairs = found;
      this.maps.set(map, pairs);
    }
    return pairs;
  }

  /** Finds what aliases stand for: the last anchor of the name before them. */
  private link(node: Node | null | undefined, anchors: Map<string, Node>, depth: number): void {
    if (!node || depth > DEEPEST) {
      return;
    }
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target) {
        this.anchors.set(node, target);
      }
      return;
    }
    const { anchor } = node as { anchor?: string };
    if (anchor !== undefined) {
      anchors.set(anchor, node);
    }
    if (isMap(node)) {
      for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
        this.link(key, anchors, depth + 1);
        this.link(value, anchors, depth + 1);
      }
    } else if (isSeq(node)) {
      for (const item of node.items as Node[]) {
        this.link(item, anchors, depth + 1);
      }
    }
  }
}

/**
 * Reads a JSON or YAML file. Never throws: what is wrong is reported, and what could be read of it returned. Undefined
 * where it is nothing of the kind.
 */
export function readData(file: string, text: string, log: ImportLog): DataNode | undefined {
  if (placeOfDeepNesting(text)) {
    log.problem({ file }, 'The file is nested too deeply to be read.');
    return undefined;
  }
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    keepSourceTokens: false,
  }) as Document.Parsed;
  const lines = new LineIndex(text);
  for (const { message, range } of document.errors.length > 0 ? syntaxProblems(document, text) : []) {
    log.problem(
      { file, line: lines.positionAt(range.start).line },
      'The file is damaged here, and what follows may be missing: {problem}',
      { problem: formatMessage(message) },
    );
  }
  const contents = (document.contents ?? undefined) as Node | undefined;
  const data = new DataFile(text, contents, () =>
    log.problem({ file }, 'The file repeats itself too often through aliases; the rest is left out.'),
  );
  return isMap(contents) ? new DataNode(data, contents, 0) : undefined;
}
