import type { TextRange } from '../../text/range';
import { shiftRange } from '../../text/range';
import type { YamlNode } from './node';
import { parseEntry } from './parseEntry';
import { SECTION_KEYS } from './readYaml';
import { type Section, splitEntries } from './splitEntries';
import type { YamlPath } from './yamlPathAt';

/** A key or value of a YAML text, and the path that leads to the value. */
export interface YamlKey {
  readonly path: YamlPath;
  readonly range: TextRange;
}

/** The key or scalar value that an offset touches; parses only the entry around it. */
export function yamlKeyAt(text: string, offset: number): YamlKey | undefined {
  const section = splitEntries(text, SECTION_KEYS).find(
    ({ range }) => range.start <= offset && offset < range.end,
  );
  return section && keyInSection(text, section, offset);
}

function keyInSection(text: string, section: Section, offset: number): YamlKey | undefined {
  switch (section.kind) {
    case 'marker':
      return undefined;
    case 'inline':
      return keyInPart(text, section.range, offset, []);
    case 'block': {
      if (touches(section.keyRange, offset)) {
        return { path: [section.key], range: section.keyRange };
      }
      const entry = section.entries.find(({ start, end }) => start <= offset && offset < end);
      return entry && keyInPart(text, entry, offset, [section.key]);
    }
  }
}

function keyInPart(text: string, part: TextRange, offset: number, path: YamlPath): YamlKey | undefined {
  const { node } = parseEntry(text.slice(part.start, part.end));
  const found = node && keyIn(node, offset - part.start, path);
  return found && { path: found.path, range: shiftRange(found.range, part.start) };
}

function keyIn(node: YamlNode, offset: number, path: YamlPath): YamlKey | undefined {
  switch (node.kind) {
    case 'map':
      for (const { key, value } of node.items) {
        if (key.kind === 'scalar') {
          const inner = [...path, key.value];
          const found = touches(key.range, offset)
            ? { path: inner, range: key.range }
            : keyIn(value, offset, inner);
          if (found) {
            return found;
          }
        }
      }
      return undefined;
    case 'sequence':
      for (const [index, item] of node.items.entries()) {
        const found = keyIn(item, offset, [...path, index]);
        if (found) {
          return found;
        }
      }
      return undefined;
    case 'scalar':
      return node.value !== '' && touches(node.range, offset) ? { path, range: node.range } : undefined;
    case 'alias':
      return undefined;
  }
}

function touches({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset <= end;
}
