import { formatMessage } from '../../text/message';
import { count } from '../../text/numbers';
import type { ImportNote, ImportReport, NoteKind } from './importReport';
import { addAll } from '../../text/arrays';

/** Of remarks of the same sentence, so many are shown. */
const SHOWN = 10;

const TITLES: readonly (readonly [kind: NoteKind, title: string])[] = [
  ['problem', 'Wrong in the files'],
  ['guessed', 'Guessed: please look at these'],
  ['left-out', 'Left out'],
];

/** What an import did, in lines of text. */
export function importReportText({ sources, mappings, notes }: ImportReport): string {
  const lines: string[] = [];
  for (const { file, format, title } of sources) {
    lines.push(`${file} (${format})${title === '' ? '' : `: ${title}`}`);
  }
  if (mappings.length > 0) {
    lines.push('', 'Mapped');
    addAll(
      lines,
      mappings.map(({ from, to, count: times }) => `  ${count(times)} x ${from} -> ${to}`),
    );
  }
  for (const [kind, title] of TITLES) {
    const groups = notes.filter((group) => group.kind === kind);
    if (groups.length > 0) {
      lines.push('', title);
    }
    for (const group of groups) {
      addAll(
        lines,
        group.notes.slice(0, SHOWN).map((note) => `  ${noteText(note)}`),
      );
      if (group.count > SHOWN) {
        lines.push(`  ... and ${count(group.count - SHOWN)} more like this`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** A remark as `file:line: sentence`. */
export function noteText({ file, line, message }: ImportNote): string {
  return `${file}${line === undefined ? '' : `:${line}`}: ${formatMessage(message)}`;
}
