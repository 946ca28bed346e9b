import type { TextRange } from '../../text/range';

/** A scalar by its text: quoting never changes a meaning. */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string;
  readonly range: TextRange;
  /** Offset of the value's first character, or undefined where escapes or folding moved characters. */
  readonly textStart: number | undefined;
}

export interface MapNode {
  readonly kind: 'map';
  readonly items: readonly MapItem[];
  readonly range: TextRange;
}

export interface MapItem {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

export interface SequenceNode {
  readonly kind: 'sequence';
  readonly items: readonly YamlNode[];
  readonly range: TextRange;
}

/** An alias, or a node that is refused for its anchor. */
export interface AliasNode {
  readonly kind: 'alias';
  readonly name: string;
  readonly range: TextRange;
}

/** A YAML value with its place. */
export type YamlNode = ScalarNode | MapNode | SequenceNode | AliasNode;

/** Whether nothing was written: no value, or an empty text. */
export function isEmpty(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === '';
}
