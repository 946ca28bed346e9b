import { oddText } from './oddTexts';
import { type CellValue, MODEL_TABLES } from '../support/modelTables';
import type { Choices } from './random';

/** Sheets with cells changed, rows doubled or left out, and columns in another order. */
export function sheetsOf(choices: Choices): { name: string; rows: CellValue[][] }[] {
  return Object.entries(MODEL_TABLES).map(([name, table]) => {
    const rows = table.flatMap((row) => {
      const cells = row.map((cell) => (choices.chance(0.06) ? printable(oddText(choices)) : cell));
      return choices.chance(0.05) ? [cells, [...cells]] : choices.chance(0.03) ? [] : [cells];
    });
    return { name, rows: choices.chance(0.1) ? rows.map((row) => [...row].reverse()) : rows };
  });
}

/** XML, of which workbooks are made, cannot hold some characters at all. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '');
}
