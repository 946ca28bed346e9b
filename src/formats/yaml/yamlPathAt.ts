import type { YamlNode } from './node';
import { rememberLast } from '../../text/rememberLast';
import { parseEntry } from './parseEntry';

/** Keys and list positions that lead from the top of a YAML text to a value. */
export type YamlPath = readonly (string | number)[];

const parseText = rememberLast(parseEntry);

/** Path of the outermost list item or map value that begins at an offset; undefined where none does. */
export function yamlPathAt(text: string, offset: number): YamlPath | undefined {
  const { node } = parseText(text);
  return node && pathIn(node, offset);
}

function pathIn(node: YamlNode, offset: number): YamlPath | undefined {
  for (const [step, child] of childrenOf(node)) {
    if (child.range.start === offset) {
      return [step];
    }
    if (child.range.start < offset && offset < child.range.end) {
      const rest = pathIn(child, offset);
      return rest && [step, ...rest];
    }
  }
  return undefined;
}

function childrenOf(node: YamlNode): (readonly [string | number, YamlNode])[] {
  switch (node.kind) {
    case 'map':
      return node.items.flatMap(({ key, value }) =>
        key.kind === 'scalar' ? [[key.value, value] as const] : [],
      );
    case 'sequence':
      return node.items.map((item, index) => [index, item] as const);
    default:
      return [];
  }
}
