import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { TextRange } from '../../text/range';
import { placeOfDeepNesting } from './nesting';
import { type MapItem, type YamlNode } from './node';
import { type SyntaxProblem, syntaxProblems } from './syntaxProblems';

/** A stretch of YAML text as a tree; all ranges count from the beginning of the stretch. */
export interface ParsedEntry {
  /** Undefined where there is nothing but blanks and comments. */
  readonly node: YamlNode | undefined;
  readonly problems: readonly SyntaxProblem[];
  /** Anchors and aliases, which are refused. */
  readonly aliases: readonly TextRange[];
}

const DEEPEST = 64;

/** Parses one entry or section. Never throws; what the parser could recover is in the tree. */
export function parseEntry(text: string): ParsedEntry {
  const cut = placeOfDeepNesting(text);
  if (!cut) {
    return parsed(text);
  }
  // What stands before is read as ever, and so is where it gets too deep.
  const { node, problems, aliases, deepest } = parsed(text.slice(0, cut.start));
  return { node, problems: deepest ? problems : [...problems, tooDeep(cut)], aliases };
}

function parsed(text: string): ParsedEntry & { readonly deepest: TextRange | undefined } {
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    keepSourceTokens: false,
  }) as Document.Parsed;
  const problems = document.errors.length === 0 ? [] : syntaxProblems(document, text);
  const builder = new TreeBuilder(text);
  const node = document.contents === null ? undefined : builder.build(document.contents as Node, 0);
  const { aliases, tooDeep: deepest } = builder;
  if (deepest) {
    // What the parser objects to within follows from it, and so does what is missing where the text was cut.
    const before = problems.filter(({ range }) => range.start < deepest.start);
    return { node, problems: [...before, tooDeep(deepest)], aliases, deepest };
  }
  return { node, problems, aliases, deepest };
}

function tooDeep(range: TextRange): SyntaxProblem {
  return {
    message: {
      template: 'This is nested more than {limit} levels deep; write it flatter.',
      args: { limit: DEEPEST },
    },
    range,
  };
}

class TreeBuilder {
  readonly aliases: TextRange[] = [];
  tooDeep: TextRange | undefined;

  constructor(private readonly text: string) {}

  build(node: Node, depth: number): YamlNode {
    const range = this.rangeOf(node);
    if (depth > DEEPEST) {
      this.tooDeep ??= range;
      return { kind: 'scalar', value: '', range, textStart: undefined };
    }
    if (isAlias(node)) {
      // A lone star is an error of its own.
      if (node.source !== '') {
        this.aliases.push(range);
      }
      return { kind: 'alias', name: node.source, range };
    }
    const { anchor } = node as { anchor?: string };
    if (anchor !== undefined) {
      const at = this.text.lastIndexOf(`&${anchor}`, range.start);
      const place = at < 0 ? range : { start: at, end: at + anchor.length + 1 };
      this.aliases.push(place);
      return { kind: 'alias', name: anchor, range: place };
    }
    if (isMap(node)) {
      const items = node.items.map((pair): MapItem => {
        const key = this.buildOptional(pair.key as Node | null, range.start, depth);
        return { key, value: this.buildOptional(pair.value as Node | null, key.range.end, depth) };
      });
      return { kind: 'map', items, range };
    }
    if (isSeq(node)) {
      return {
        kind: 'sequence',
        items: node.items.map((item) => this.build(item as Node, depth + 1)),
        range,
      };
    }
    return this.scalar(node, range);
  }

  private buildOptional(node: Node | null, position: number, depth: number): YamlNode {
    return node === null
      ? { kind: 'scalar', value: '', range: { start: position, end: position }, textStart: position }
      : this.build(node, depth + 1);
  }

  private scalar(node: Node, range: TextRange): YamlNode {
    const value = isScalar(node) && typeof node.value === 'string' ? node.value : '';
    const source = this.text.slice(range.start, range.end);
    if (source === value) {
      return { kind: 'scalar', value, range, textStart: range.start };
    }
    const moved = source.slice(1, -1) !== value;
    return { kind: 'scalar', value, range, textStart: moved ? undefined : range.start + 1 };
  }

  private rangeOf(node: Node): TextRange {
    const [start, end] = node.range ?? [0, 0];
    return clamp({ start, end }, this.text.length);
  }
}

function clamp({ start, end }: TextRange, length: number): TextRange {
  const from = Math.max(0, Math.min(start, length));
  return { start: from, end: Math.max(from, Math.min(end, length)) };
}
