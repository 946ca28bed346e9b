import type { YamlCursor } from './yamlCursorState';
import { BlockScanner } from './yamlBlockScanner';
import { isLineEnd, lineStart } from './yamlTokens';

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
