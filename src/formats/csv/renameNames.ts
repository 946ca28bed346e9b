import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import type { LocatedText } from '../records';
import type { Cell } from './cell';
import { CsvEditor, type TableCell } from './editCsv';
import { readLabelledName } from './labelledName';
import { joinList, LIST_SEPARATORS, ONLY_TO_SEPARATORS, SEQUENCE_SEPARATORS, splitItems } from './listCell';
import type { Column } from './tables';

const SEPARATORS: ReadonlyMap<Column, string> = new Map([
  ['Interface', LIST_SEPARATORS],
  ['Into', LIST_SEPARATORS],
  ['Attackers', LIST_SEPARATORS],
  ['Periods', LIST_SEPARATORS],
  ['Only To', ONLY_TO_SEPARATORS],
  ['Banned', SEQUENCE_SEPARATORS],
]);

/**
 * Edits that write another name in the cells around some ranges; what else stands in a list or behind a name stays
 * as it is. Whether the cells can hold the name is for the caller to find out by reading the result.
 */
export function renameInCsv(
  text: string,
  ranges: readonly TextRange[],
  name: string,
  newName: string,
): TextEdit[] {
  const editor = new CsvEditor(text);
  const edits = new Map<number, TextEdit>();
  for (const range of ranges) {
    const found = editor.cellAt(range);
    if (found && !edits.has(found.cell.range.start)) {
      const edit = editor.setCell(range, renameInCell(found, name, newName));
      if (edit) {
        edits.set(found.cell.range.start, edit);
      }
    }
  }
  return [...edits.values()];
}

function renameInCell({ table, column, cell }: TableCell, name: string, newName: string): string {
  // Read again with ranges that count within the text of the cell, whatever its quotes.
  const text: Cell = { value: cell.value, range: { start: 0, end: cell.value.length }, textStart: 0 };
  const separators = SEPARATORS.get(column);
  if (separators !== undefined) {
    return replaceParts(text.value, splitItems(text, separators), name, joinList([newName], separators));
  }
  const names = table === 'interfaces' && column === 'Component' ? [readLabelledName(text).name] : [text];
  return replaceParts(text.value, names, name, newName);
}

function replaceParts(text: string, parts: readonly LocatedText[], name: string, newText: string): string {
  let result = '';
  let position = 0;
  for (const { value, range } of parts) {
    if (value === name) {
      result += text.slice(position, range.start) + newText;
      position = range.end;
    }
  }
  return result + text.slice(position);
}
