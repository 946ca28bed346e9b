import { parse } from 'csv-parse/sync';

/** One row of a table: the trimmed cells by normalised column name. */
export type Row = ReadonlyMap<string, string>;

/** The sets of columns that make a table, most specific first. */
const TABLES: readonly (readonly string[])[] = [
  ['component', 'asset'],
  ['component', 'interface'],
  ['interface', 'entry'],
  ['vector', 'cvss'],
  ['from', 'via', 'onlyto'],
  ['from', 'to'],
  ['banned'],
];

/** Reads a table: the delimiter is the one that makes the header a known one. */
export function readTable(text: string): Row[] {
  for (const delimiter of [',', ';', '\t', '\0']) {
    const records = recordsOf(text, delimiter);
    const columns = (records[0] ?? []).map((name) => name.toLowerCase().replace(/\s/g, ''));
    if (!TABLES.some((table) => table.every((name) => columns.includes(name)))) continue;
    return records.slice(1).map((cells) => {
      const pairs = columns.map((name, index): [string, string] => [
        name,
        unguard((cells[index] ?? '').trim(), delimiter === '\0' ? ',' : delimiter),
      ]);
      return new Map(pairs);
    });
  }
  throw new Error('No table of a model has this header.');
}

/** The records under one delimiter; none if the quotes make no sense under it. */
function recordsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true });
  } catch {
    return [];
  }
}

/** Takes off the apostrophes that keep spreadsheets from reading formulas, whatever they split at. */
function unguard(cell: string, delimiter: string): string {
  const splitters = [',', ';', '\t', '|', '\r', '\n'].filter((splitter) => splitter !== delimiter);
  let text = '';
  for (let at = 0; at < cell.length; at += 1) {
    const before = cell.slice(0, at).replace(/ +$/, '');
    const rest = cell.slice(at + 1);
    const isGuard =
      cell[at] === "'" &&
      (before === ''
        ? /^'*[=+\-@\t\r]/.test(rest)
        : splitters.includes(before.slice(-1)) && /^(['"][ '"]*)?[=+\-@\t]/.test(rest));
    text += isGuard ? '' : (cell[at] ?? '');
  }
  return text;
}

/** Splits a cell at separators; a backslash makes the next character an ordinary one. */
export function splitCell(cell: string, separators: string): string[] {
  const items = [''];
  for (let index = 0; index < cell.length; index += 1) {
    const character = cell[index] ?? '';
    const next = cell[index + 1];
    if (character === '\\' && next !== undefined && `${separators}\\`.includes(next)) {
      items.push((items.pop() ?? '') + next);
      index += 1;
    } else if (separators.includes(character)) {
      items.push('');
    } else {
      items.push((items.pop() ?? '') + character);
    }
  }
  return items.map((item) => item.trim()).filter((item) => item !== '');
}
