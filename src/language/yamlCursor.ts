import type { TextRange } from '../text/range';
import type { YamlPath } from '../formats/yaml/yamlPathAt';
import { BlockScanner } from './yamlBlockScanner';

/** What is being typed at a place of a YAML text. */
export interface YamlCursor {
  /** Of a key the path of its map, else the path of the value. List positions count from 0. */
  readonly path: YamlPath;
  /** `item`: a list item, which in block style can become a key too. */
  readonly position: 'key' | 'value' | 'item';
  /** In a flow collection, where other signs need quotes. */
  readonly flow: boolean;
  /** What stands there, without quotes and blanks; empty where nothing does. */
  readonly range: TextRange;
  /** What of it stands before the caret. */
  readonly prefix: string;
  readonly quote: '' | '"' | "'";
  /** A blank must come first: the caret is right behind a colon or dash. */
  readonly needsBlank: boolean;
  /** A colon follows: what is typed is a key already. */
  readonly hasColon: boolean;
  /** The other keys of the map, or the other items of the list. */
  readonly siblings: readonly string[];
}

/** A line that begins a top-level entry; where one begins, nothing above can matter. */
const TOP_LEVEL = /^["'A-Za-z][^\r\n]*?:(?=[ \t\r\n]|$)/gm;

/**
 * Finds out what is being typed at an offset, also in text that is no YAML yet. Works by indentation and brackets alone;
 * undefined in comments, block scalars, and where nothing can stand.
 */
export function yamlCursor(text: string, offset: number): YamlCursor | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const found = new BlockScanner(text, offset, sectionStart(text, lineStart)).scan();
  return found && { ...found, siblings: found.path.length === 0 ? topLevelKeys(text, found) : found.siblings };
}

/** Where the top-level entry around a line begins. */
function sectionStart(text: string, lineStart: number): number {
  for (let at = lineStart; at > 0; at = previousLine(text, at)) {
    if (/["'A-Za-z]/.test(text.charAt(at)) && isTopLevel(text, at)) {
      return at;
    }
  }
  return 0;
}

function isTopLevel(text: string, lineStart: number): boolean {
  TOP_LEVEL.lastIndex = lineStart;
  return TOP_LEVEL.exec(text.slice(0, lineEnd(text, lineStart)))?.index === lineStart;
}
