import { oddText } from './oddTexts';
import type { Choices } from './random';

type CellValue = string | number | null;

/** A model of all tables, as a spreadsheet program would hold it. */
const TABLES: Readonly<Record<string, readonly (readonly CellValue[])[]>> = {
  Assets: [
    ['Facility', 'Component', 'Asset', 'Id', 'Rating: Security'],
    ['Hall', 'Server', 'Data', 'A-1', 4],
    ['Hall', 'Router', null, null, null],
  ],
  Interfaces: [
    ['Component', 'Interface'],
    ['Server', 'LAN'],
    ['Router:Communication', 'LAN, Uplink'],
  ],
  Ratings: [
    ['Component', 'Interface', 'T', 'E', 'Note'],
    ['Server', 'LAN', 7.1, 'usb', 'measured'],
    ['Router', 'Uplink', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H', 'none', null],
  ],
  Vectors: [
    ['Vector', 'CVSS'],
    ['usb', 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
  ],
  Entries: [
    ['Interface', 'Entry', 'Into', 'Attackers'],
    ['Uplink', 'yes', 'Router', 'outsider'],
  ],
  Banned: [['Banned'], ['Server|Router']],
};

/** Sheets with cells changed, rows doubled or left out, and columns in another order. */
export function sheetsOf(choices: Choices): { name: string; rows: CellValue[][] }[] {
  return Object.entries(TABLES).map(([name, table]) => {
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
