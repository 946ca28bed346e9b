import { DIAGNOSTICS } from '../formats/diagnosticCodes';
import type { FileRecords } from '../formats/records';
import { LineIndex } from '../text/lineIndex';
import type { Hover } from './hoverText';
import { escapeMarkdown, markdownCode, paragraphs } from './markdown';
import { touches } from './nameAt';

/** What the `tmg-ignore` comment at an offset silences. */
export function ignoreHover({ ignores, text }: FileRecords, offset: number): Hover | undefined {
  const ignore = ignores.find(({ range }) => touches(range, offset));
  if (!ignore) {
    return undefined;
  }
  const commentLines = new Set(ignores.map(({ line }) => line));
  let target = ignore.line + 1;
  while (commentLines.has(target)) {
    target++;
  }
  const code = ignore.code.value as keyof typeof DIAGNOSTICS;
  const markdown = paragraphs([
    `Silences **${escapeMarkdown(code)}** (${DIAGNOSTICS[code]}) in line ${target}: ${escapeMarkdown(ignore.reason)}`,
    markdownCode(new LineIndex(text).lineText(target)),
  ]);
  return { range: ignore.range, markdown };
}
