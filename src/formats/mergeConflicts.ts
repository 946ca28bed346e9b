import type { TextRange } from '../text/range';
import { finding, type ReaderCode } from './finding';
import type { RecordCollector } from './records';
import { addAll } from '../text/arrays';

const MARK = /^(?:[<|>]{7}(?= |$)|={7}$).*$/gm;

/**
 * Reports the conflicts that a merge of two versions left in a file, once each, and gives its text without their
 * marks, so that both versions can be read. Offsets stay.
 * @param filler character to write instead, such that the line counts for nothing
 */
export function withoutConflicts(records: RecordCollector, code: ReaderCode, filler: '#' | ' '): string {
  const { file, text } = records;
  if (!text.includes('<<<<<<<')) {
    return text;
  }
  const { hidden, conflicts } = hideMarks(text, filler);
  const template =
    'Two versions of a merge stand here; keep what is right, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.';
  addAll(
    records.findings,
    conflicts.map((range) => finding(code, { file, range }, template)),
  );
  return hidden;
}

function hideMarks(text: string, filler: string): { hidden: string; conflicts: readonly TextRange[] } {
  const conflicts: TextRange[] = [];
  let isOpen = false;
  const hidden = text.replace(MARK, (line: string, start: number) => {
    if (line.startsWith('<')) {
      isOpen = true;
      conflicts.push({ start, end: start + line.trimEnd().length });
    } else if (!isOpen) {
      return line;
    } else if (line.startsWith('>')) {
      isOpen = false;
    }
    return filler.repeat(line.length);
  });
  return { hidden, conflicts };
}
