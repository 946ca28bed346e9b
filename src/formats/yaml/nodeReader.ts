import type { MessageArguments } from '../../text/message';
import { nearestName } from '../../text/nearest';
import { type Located, type TextRange, shiftRange } from '../../text/range';
import { type Finding, finding, type ReaderCode } from '../finding';
import type { LocatedText } from '../records';
import { isEmpty, type MapNode, type ScalarNode, type YamlNode } from './node';

/** Reads the nodes of one entry: moves ranges to the file and reports what has the wrong shape. */
export class NodeReader {
  constructor(
    readonly file: string,
    /** Offset of the entry in the file. */
    private readonly base: number,
    readonly findings: Finding<ReaderCode>[],
  ) {}

  /** Range of a node in the file. */
  range(node: YamlNode): TextRange {
    return shiftRange(node.range, this.base);
  }

  /** The text of a scalar with its place. */
  located(node: ScalarNode): LocatedText {
    return { value: node.value, range: this.range(node) };
  }

  /** A map of one entry. */
  single({ key, node }: { readonly key: LocatedText; readonly node: YamlNode }): MapNode {
    const range = shiftRange(key.range, -this.base);
    const name: ScalarNode = { kind: 'scalar', value: key.value, range, textStart: undefined };
    const end = Math.max(range.end, node.range.end);
    return { kind: 'map', items: [{ key: name, value: node }], range: { start: range.start, end } };
  }

  /** Offset in the file of the first character of a scalar's value, if characters did not move. */
  textStart(node: ScalarNode): number | undefined {
    return node.textStart === undefined ? undefined : node.textStart + this.base;
  }

  /** Reports a problem of a node. */
  report(
    code: ReaderCode,
    node: YamlNode,
    template: string,
    args: MessageArguments = {},
    data: Record<string, string> = {},
  ): void {
    this.findings.push(finding(code, { file: this.file, range: this.range(node) }, template, args, { data }));
  }

  /** The text of a scalar; undefined, and reported, where there is none. */
  text(node: YamlNode, what: string): LocatedText | undefined {
    if (node.kind !== 'scalar') {
      this.wrongType(node, what, 'a text');
      return undefined;
    }
    if (node.value === '') {
      this.wrongType(node, what, 'a text');
      return undefined;
    }
    return { value: node.value, range: this.range(node) };
  }

  /** Like `text`, but nothing written is no mistake. */
  optionalText(node: YamlNode, what: string): LocatedText | undefined {
    return isEmpty(node) ? undefined : this.text(node, what);
  }

  /** The texts of a list; a single text counts as a list of one that is reported. Wrong items are left out. */
  texts(node: YamlNode, what: string): LocatedText[] {
    if (isEmpty(node)) {
      return [];
    }
    if (node.kind !== 'sequence') {
      this.wrongType(node, what, 'a list: [a, b]');
      return [];
    }
    return node.items.flatMap((item) => this.text(item, what) ?? []);
  }

  /** A number; undefined, and reported, where the text is none or outside `least` to `most`. */
  number(
    node: YamlNode,
    what: string,
    least: number,
    most: number,
    integer = false,
  ): Located<number> | undefined {
    if (isEmpty(node)) {
      return undefined;
    }
    const value =
      node.kind === 'scalar' && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(node.value)
        ? Number(node.value)
        : Number.NaN;
    if (Number.isNaN(value) || value < least || value > most || (integer && !Number.isInteger(value))) {
      const kind = integer ? 'a whole number' : 'a number';
      const expected =
        most === Number.POSITIVE_INFINITY
          ? `${kind} of at least ${least}`
          : `${kind} from ${least} to ${most}`;
      this.wrongType(node, what, expected);
      return undefined;
    }
    return { value, range: this.range(node) };
  }

  /** One of a few words; anything else is reported with the nearest of them. */
  oneOf<Word extends string>(
    node: YamlNode,
    what: string,
    words: readonly Word[],
  ): Located<Word> | undefined {
    if (isEmpty(node)) {
      return undefined;
    }
    const word = node.kind === 'scalar' ? words.find((candidate) => candidate === node.value) : undefined;
    if (word === undefined) {
      const nearest = node.kind === 'scalar' ? nearestName(node.value, words) : undefined;
      this.wrongType(node, what, `one of ${words.join(', ')}`, nearest);
      return undefined;
    }
    return { value: word, range: this.range(node) };
  }

  /** Keys and values of a map, each key once; a second one is reported and left out. Nothing written is an empty map. */
  entries(node: YamlNode, what: string): { key: LocatedText; node: YamlNode; range: TextRange }[] {
    if (isEmpty(node)) {
      return [];
    }
    if (node.kind !== 'map') {
      this.wrongType(node, what, 'a map of "name: value" entries');
      return [];
    }
    return this.mapEntries(node, what);
  }

  /** As `entries`, for a map whose keys are given; others are reported as unknown and left out. */
  fields<Key extends string>(
    node: YamlNode,
    what: string,
    keys: readonly Key[],
  ): Map<Key, { key: LocatedText; node: YamlNode }> {
    const fields = new Map<Key, { key: LocatedText; node: YamlNode }>();
    for (const entry of this.entries(node, what)) {
      const key = keys.find((candidate) => candidate === entry.key.value);
      if (key === undefined) {
        this.unknownKey(entry.key, what, keys);
      } else {
        fields.set(key, entry);
      }
    }
    return fields;
  }

  /**
   * Reports a key that does not belong into `what`.
   * @param section that it belongs to, if it only is not indented
   */
  unknownKey(key: LocatedText, what: string, keys: readonly string[], section?: string): void {
    const [, glued] = /^(\w+):./.exec(key.value) ?? [];
    const noBlank = keys.some((candidate) => candidate === glued);
    const nearest = noBlank || section !== undefined ? undefined : nearestName(key.value, keys);
    const template = noBlank
      ? '{what} has no key "{key}"; a blank is missing behind the colon.'
      : section !== undefined
        ? '{what} has no key "{key}"; indent it, so that it belongs to "{section}".'
        : nearest === undefined
          ? '{what} has no key "{key}"; it knows {keys}.'
          : '{what} has no key "{key}"; did you mean "{nearest}"?';
    const args = {
      what,
      key: shorten(key.value),
      keys: keys.join(', '),
      nearest: nearest ?? '',
      section: section ?? '',
    };
    this.findings.push(
      finding('unknown-key', { file: this.file, range: key.range }, template, args, {
        data: nearest === undefined ? {} : { nearest },
      }),
    );
  }

  /** Reports a value of the wrong kind. */
  wrongType(node: YamlNode, what: string, expected: string, nearest?: string): void {
    if (node.kind === 'alias') {
      return;
    }
    const found =
      node.kind === 'scalar'
        ? node.value === ''
          ? 'nothing'
          : `"${shorten(node.value)}"`
        : `a ${node.kind === 'map' ? 'map' : 'list'}`;
    const template =
      nearest === undefined
        ? '{what} must be {expected}, but {found} stands here.'
        : '{what} must be {expected}, but {found} stands here; did you mean "{nearest}"?';
    const args = { what, expected, found, nearest: nearest ?? '' };
    this.report('wrong-type', node, template, args, nearest === undefined ? {} : { nearest });
  }

  private mapEntries(node: MapNode, what: string): { key: LocatedText; node: YamlNode; range: TextRange }[] {
    const seen = new Map<string, TextRange>();
    return node.items.flatMap(({ key, value }) => {
      if (key.kind !== 'scalar' || key.value === '') {
        this.wrongType(key, `A key of ${what.charAt(0).toLowerCase()}${what.slice(1)}`, 'a text');
        return [];
      }
      const located = { value: key.value, range: this.range(key) };
      const first = seen.get(key.value);
      if (first) {
        this.duplicateKey(located, what, first);
        return [];
      }
      seen.set(key.value, located.range);
      return [
        {
          key: located,
          node: value,
          range: { start: located.range.start, end: Math.max(located.range.end, this.range(value).end) },
        },
      ];
    });
  }

  /** Reports the second of two equal keys. */
  duplicateKey(key: LocatedText, what: string, first: TextRange): void {
    const message = { template: 'The first "{key}" stands here.', args: { key: key.value } };
    this.findings.push(
      finding(
        'duplicate-key',
        { file: this.file, range: key.range },
        '{what} has the key "{key}" twice; the first one counts, so merge or rename this one.',
        { what, key: key.value },
        { related: [{ file: this.file, range: first, message }] },
      ),
    );
  }
}

/** A text as a sentence can quote it: on one line, and not too long. */
function shorten(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
