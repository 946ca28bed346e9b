import type { Finding, Fix } from '../formats/finding';
import type { TextEdit } from '../text/textEdit';
import type { CheckContext } from './rule';
import { textOf } from './yamlFix';

const BLANKS = /^[ ]*/;

/** Indents the lines that have slipped out of an entry; nothing where it is not written in lines of its own. */
export function indentFix({ file, data }: Finding, { origins }: CheckContext): Fix[] {
  const text = textOf(origins, file);
  const { holder, start, end } = data;
  if (holder === undefined) {
    return [];
  }
  const first = text.lastIndexOf('\n', Number(start) - 1) + 1;
  const level = text.slice(first, Number(start));
  const between = /^["']?[ \t]*:[ \t]*(?:#[^\r\n]*)?\r?\n([^]*)$/.exec(
    text.slice(Number(holder), first),
  )?.[1];
  if (between === undefined || level.trim() !== '') {
    return [];
  }
  const child = between.split(/\r?\n/).find((line) => /^ *[^ #]/.test(line));
  const deeper = child === undefined ? 0 : (BLANKS.exec(child)?.[0].length ?? 0) - level.length;
  const newText = ' '.repeat(deeper > 0 ? deeper : 2);
  const edits: TextEdit[] = [];
  for (let line = first; line < Number(end); line = nextLine(text, line)) {
    if (/^[ \t]*[^\s]/.test(text.slice(line, nextLine(text, line)))) {
      edits.push({ range: { start: line, end: line }, newText });
    }
  }
  return [{ title: { template: 'Indent it', args: {} }, changes: [{ file, edits }] }];
}

function nextLine(text: string, line: number): number {
  const end = text.indexOf('\n', line);
  return end < 0 ? text.length : end + 1;
}
