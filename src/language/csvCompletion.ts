import { trimRange } from '../formats/csv/cell';
import { guardFormula, unguardFormula } from '../formats/csv/formulaGuard';
import { joinList } from '../formats/csv/listCell';
import { type Column, RATING_COLUMNS } from '../formats/csv/tables';
import { csvCell } from '../formats/csv/writeCsv';
import type { TextRange } from '../text/range';
import type { Snapshot } from '../workspace/snapshot';
import { cellOffers, firstInterface } from './cellOffers';
import { columnOffers } from './columnOffers';
import { type Completion, type CompletionItem, numberItems, type Offer } from './completionItem';
import { type CsvCursor, csvCursor } from './csvCursor';
import { NameOffers } from './nameOffers';
import { ratingCompletion, type TypedRating } from './ratingCompletion';

/** What can stand at a place of a table. */
export function csvCompletion(
  snapshot: Snapshot,
  file: string,
  text: string,
  offset: number,
): Completion | undefined {
  const typed = csvCursor(text, offset);
  const cursor = typed && withoutRest(typed, text, offset);
  if (!cursor || /[\r\n]/.test(text.slice(cursor.range.start, cursor.range.end))) {
    return undefined;
  }
  if (isRating(cursor)) {
    return ratingInCell(snapshot, cursor, { file, text, offset });
  }
  const offers =
    cursor.position === 'header'
      ? columnOffers(cursor.siblings)
      : cellOffers(cursor, new NameOffers(snapshot, file, cursor.range));
  const free = unused(cursor, offers);
  return free.length > 0 ? placed(cursor, text, free) : undefined;
}

function ratingInCell(
  snapshot: Snapshot,
  cursor: Place,
  typed: Pick<TypedRating, 'file' | 'text' | 'offset'>,
): Completion | undefined {
  const { range, table, row } = cursor;
  const relation = { component: row.get('Component') ?? '', interface: firstInterface(row) };
  const found = ratingCompletion(snapshot, { ...typed, range, onlyVector: table === 'vectors', relation });
  const before = typed.text.slice(wholeCell(cursor, typed.text).start, range.start);
  const items = found?.items.map((item) => {
    const isOpen = cursor.isOpen && item.retrigger !== true;
    return { ...item, insertText: cellText({ ...cursor, isOpen }, before, item.insertText) };
  });
  return found && items && { range: found.range, items };
}

interface Place extends CsvCursor {
  /** The cell has no quote at its end. */
  readonly isOpen: boolean;
}

/** Of a cell with a quote that nothing closes, what follows the caret belongs to other cells. */
function withoutRest(cursor: CsvCursor, text: string, offset: number): Place {
  const written = text.slice(cursor.cell.start, cursor.cell.end).trim();
  const isOpen = cursor.quoted && (written.length === 1 || !written.endsWith('"'));
  const range = { start: cursor.range.start, end: offset };
  return isOpen ? { ...cursor, range, isOpen } : { ...cursor, isOpen };
}

function isRating({ column, position }: CsvCursor): boolean {
  const columns: readonly (Column | undefined)[] = [...RATING_COLUMNS, 'CVSS'];
  return position === 'cell' && columns.includes(column);
}

/** A list has a name once; a banned sequence can come back to a component. */
function unused({ siblings, column }: CsvCursor, offers: readonly Offer[]): readonly Offer[] {
  return column === 'Banned' ? offers : offers.filter(({ label }) => !siblings.includes(label));
}

function placed(cursor: Place, text: string, offers: readonly Offer[]): Completion {
  const { range, quoted } = cursor;
  const whole = wholeCell(cursor, text);
  const before = text.slice(whole.start, range.start);
  const after = text.slice(range.end, whole.end);
  if (quoted || (before === '' && after === '')) {
    const items = offers.map((offer) => toItem(offer, cellText(cursor, before, itemText(cursor, offer))));
    return { range, items: numberItems(items) };
  }
  // A cell is quoted as a whole, so that one name that needs it concerns the others of its list.
  const items = offers.map((offer) => {
    const changed = before + itemText(cursor, offer) + after;
    const insertText = csvCell(unguardFormula(changed, cursor.delimiter), cursor.delimiter);
    return { ...toItem(offer, insertText), filterText: before + offer.label };
  });
  return { range: whole, items: numberItems(items) };
}

function toItem(offer: Offer, insertText: string): CompletionItem {
  return { ...offer, insertText };
}

function wholeCell({ cell, range }: CsvCursor, text: string): TextRange {
  const { start, end } = trimRange(cell, text);
  return { start: Math.min(start, range.start), end: Math.max(end, range.end) };
}

/** A name as an item of a list, where the cell is one. */
function itemText({ separators, column, part }: CsvCursor, { label }: Offer): string {
  if (separators === '' || (column === 'Component' && part === 0)) {
    return label;
  }
  return joinList([label], column === 'Component' ? '|' : separators);
}

/** A text as the cell holds it behind what is there: quoted where it must be, or within the quotes that are there. */
function cellText({ quoted, delimiter, isOpen }: Place, before: string, text: string): string {
  if (!quoted) {
    return csvCell(text, delimiter);
  }
  const kept = unguardFormula(before.replace(/^"/, ''), delimiter);
  const guarded = guardFormula(kept + text, delimiter).slice(guardFormula(kept, delimiter).length);
  const inside = guarded.replaceAll('"', '""');
  return isOpen ? `${inside}"` : inside;
}
