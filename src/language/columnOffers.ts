import { type Column, normalizeColumn, TABLES, tableColumns, type TableShape } from '../formats/csv/tables';
import { columnDocs } from './columnDocs';
import type { Offer } from './completionItem';
import { escapeMarkdown, paragraphs } from './markdown';

/**
 * The columns that a header with some others still misses: of all tables it can become, those a table needs first.
 * @param others names of columns, known or not
 */
export function columnOffers(others: readonly string[]): Offer[] {
  const present = new Set(others.map(normalizeColumn));
  const has = (column: Column): boolean => present.has(normalizeColumn(column));
  const known = TABLES.flatMap(tableColumns).filter(has);
  const possible = TABLES.filter(
    (table) => known.every((column) => tableColumns(table).includes(column)) && !table.foreign.some(has),
  );
  const tables = possible.length > 0 ? possible : TABLES;
  const needed = tables.flatMap(({ required, oneOf }) => [...required, ...oneOf]);
  const columns = new Set([...needed, ...tables.flatMap(tableColumns)]);
  return [...columns].filter((column) => !has(column)).map((column) => columnOffer(column, tables));
}

function columnOffer(column: Column, tables: readonly TableShape[]): Offer {
  const rows = tables.filter((table) => tableColumns(table).includes(column)).map((table) => table.rows);
  const { title = '', description = '' } = columnDocs(column) ?? {};
  const documentation = paragraphs([escapeMarkdown(title), escapeMarkdown(description)]);
  return { label: column, kind: 'column', detail: [...new Set(rows)].join(', '), documentation };
}
