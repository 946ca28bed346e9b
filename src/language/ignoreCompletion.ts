import { DIAGNOSTIC_CODES, type DiagnosticCode } from '../formats/diagnosticCodes';
import type { Snapshot } from '../workspace/snapshot';
import { type Completion, numberItems } from './completionItem';
import { codeOffer } from './keyOffers';
import { lineEnd, lineStart, nextLine } from './yamlTokens';

const BEFORE_CARET = /^[ \t]*"?#[ \t]*(tmg-ignore[ \t]+)?([\w-]*)$/;
const BEHIND_CARET = /^([\w-]*)[ \t]*(:?)/;

/** What can stand in a comment on a line of its own: `tmg-ignore`, and its codes, those of the next line first. */
export function ignoreCompletion(
  { problems }: Pick<Snapshot, 'problems'>,
  file: string,
  text: string,
  offset: number,
): Completion | undefined {
  const end = lineEnd(text, offset);
  const [comment, keyword, typed = ''] = BEFORE_CARET.exec(text.slice(lineStart(text, offset), offset)) ?? [];
  if (comment === undefined) {
    return undefined;
  }
  const [, rest = '', colon] = BEHIND_CARET.exec(text.slice(offset, end)) ?? [];
  const range = { start: offset - typed.length, end: offset + rest.length };
  if (keyword === undefined) {
    const documentation = 'Silences the findings of a code on the next line.';
    const item = { label: 'tmg-ignore', insertText: 'tmg-ignore ', documentation, retrigger: true };
    return { range, items: numberItems([{ ...item, kind: 'code' }]) };
  }
  const found = codesBetween(problems, file, nextLine(text, end), lineEnd(text, nextLine(text, end)));
  const items = [...found, ...DIAGNOSTIC_CODES].map((code) => {
    const offer = codeOffer(code);
    const detail = found.includes(code) ? `${offer.detail}, on the next line` : offer.detail;
    return { ...offer, ...(detail !== undefined && { detail }), insertText: colon ? code : `${code}: ` };
  });
  return { range, items: numberItems(items) };
}

function codesBetween(
  problems: Snapshot['problems'],
  file: string,
  start: number,
  end: number,
): DiagnosticCode[] {
  return problems
    .filter((problem) => problem.file === file && start <= problem.range.start && problem.range.start <= end)
    .map(({ code }) => code);
}
