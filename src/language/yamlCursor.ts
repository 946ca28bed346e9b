import type { TextRange } from '../text/range';
import type { YamlPath } from '../formats/yaml/yamlPathAt';
import { BlockScanner } from './yamlBlockScanner';
import { isLineEnd, lineStart } from './yamlTokens';

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

/** The keys at the beginning of lines. */
const TOP_LEVEL = /^(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([A-Za-z][\w-]*))[ \t]*:(?=\s|$)/gm;

/**
 * Finds out what is being typed at an offset, also in text that is no YAML yet. Works by indentation and brackets alone;
 * undefined in comments, block scalars, and where nothing can stand.
 */
export function yamlCursor(text: string, offset: number): YamlCursor | undefined {
  const line = lineStart(text, offset);
  const found = new BlockScanner(text, offset, sectionStart(text, line)).scan();
  const isTopLevel = found?.path.length === 0 && !found.flow;
  return isTopLevel ? { ...found, siblings: topLevelKeys(text, found.range.start) } : found;
}

/** Where the top-level entry around a line begins; what stands above cannot matter. */
function sectionStart(text: string, line: number): number {
  let at = line;
  while (at > 0 && (isLineEnd(text.charAt(at)) || ' \t#-}],'.includes(text.charAt(at)))) {
    at = lineStart(text, text.startsWith('\r\n', at - 2) ? at - 2 : at - 1);
  }
  return at;
}

function topLevelKeys(text: string, except: number): string[] {
  return [...text.matchAll(TOP_LEVEL)].flatMap((match) => {
    const [whole, double, single, plain] = match;
    const isTyped = match.index <= except && except < match.index + whole.length;
    return isTyped ? [] : [double ?? single ?? plain ?? ''];
  });
}
