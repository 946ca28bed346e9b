import { scanMarkup } from './workbookMarkup';

/** So many columns of a sheet are looked at: no table has more. */
const MOST_COLUMNS = 1000;
const MOST_ROWS = 2 ** 20;

/** So many columns or rows without any content end the area of a table. */
const GAP = { columns: 50, rows: 1000 } as const;

/** The cells of a sheet, counted before anything is made of them. Rows and columns count from 1. */
export interface SheetExtent {
  /** Elements of cells, empty ones too. */
  readonly cells: number;
  /** Other elements than those of cells: of columns, links and formats. */
  readonly others: number;
  /** Characters of all cells. */
  readonly characters: number;
  /** Rows and columns of the area that holds the tables, from the first cell of the sheet on. */
  readonly rows: number;
  readonly columns: number;
  /** Cells with content outside of that area, and the first of them. */
  readonly stray: number;
  readonly firstStray: { readonly line: number; readonly column: number } | undefined;
}

/** Columns of one element that cost about as much as an element. */
const COLUMNS_PER_ELEMENT = 50;

const CELL_PARTS: ReadonlySet<string> = new Set(['row', 'c', 'v', 'is', 't', 'f', 'r', 'rPr']);

/**
 * Measures a sheet by its markup.
 * @param sharedLengths characters of the shared texts, by their numbers
 */
export function sheetExtent(xml: string, sharedLengths: readonly number[]): SheetExtent {
  const used = new UsedCells();
  let [cells, others, characters] = [0, 0, 0];
  let [row, column] = [0, 0];
  let isShared = false;
  let inValue: string | undefined;
  scanMarkup(xml, {
    open(name, attributes) {
      others += CELL_PARTS.has(name) ? 0 : 1;
      if (name === 'col') {
        // The library makes as many of it as it says.
        others += Math.ceil(Math.max(0, spanOf(attributes())) / COLUMNS_PER_ELEMENT);
      } else if (name === 'row') {
        row = Number(attributes().get('r')) || row + 1;
        column = 0;
      } else if (name === 'c') {
        const own = attributes();
        const place = addressOf(own.get('r') ?? '');
        cells++;
        row = place?.row ?? row;
        column = place?.column ?? column + 1;
        isShared = own.get('t') === 's';
      } else if (name === 'v' || name === 't') {
        inValue = name;
      }
    },
    close(name) {
      inValue = name === inValue ? undefined : inValue;
    },
    text(text) {
      if (inValue !== undefined && text.trim() !== '') {
        characters += isShared && inValue === 'v' ? (sharedLengths[Number(text)] ?? 0) : text.length;
        used.add(row, column);
      }
    },
  });
  return { cells, others, characters, ...used.extent() };
}

/** Characters of the texts that cells share, by their numbers, and how many elements hold them. */
export function sharedTextLengths(xml: string): { readonly lengths: number[]; readonly elements: number } {
  const lengths: number[] = [];
  let elements = 0;
  scanMarkup(xml, {
    open(name) {
      elements++;
      if (name === 'si') {
        lengths.push(0);
      }
    },
    close() {},
    text(text) {
      if (lengths.length > 0) {
        lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + text.length;
      }
    },
  });
  return { lengths, elements };
}

function spanOf(attributes: ReadonlyMap<string, string>): number {
  return Math.min(Number(attributes.get('max')) - Number(attributes.get('min')), MOST_ROWS) || 0;
}

function addressOf(text: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters = '', digits] = /^([A-Za-z]{1,3})(\d{1,7})$/.exec(text) ?? [];
  if (digits === undefined) {
    return undefined;
  }
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}

/** The rows and columns that hold something. */
class UsedCells {
  private readonly columns = new Uint8Array(MOST_COLUMNS + 1);
  private readonly rows = new Uint8Array(MOST_ROWS + 1);
  /** Row and column of each cell, one after the other. */
  private readonly places: number[] = [];

  add(row: number, column: number): void {
    this.places.push(row, column);
    this.columns[column] = 1;
    this.rows[row] = 1;
  }

  extent(): Pick<SheetExtent, 'rows' | 'columns' | 'stray' | 'firstStray'> {
    const columns = lastBeforeGap(this.columns, GAP.columns);
    const rows = lastBeforeGap(this.rows, GAP.rows);
    let stray = 0;
    let firstStray: SheetExtent['firstStray'];
    for (let at = 0; at < this.places.length; at += 2) {
      const [line = 0, column = 0] = [this.places[at], this.places[at + 1]];
      if (line > rows || column > columns) {
        stray++;
        firstStray ??= { line, column };
      }
    }
    return { rows, columns, stray, firstStray };
  }
}

/** The last number that is used before so many that are not, the first one not counted as one behind a gap. */
function lastBeforeGap(used: Uint8Array, gap: number): number {
  const first = used.indexOf(1);
  let last = Math.max(0, first);
  for (let at = last; first >= 0 && at < used.length && at - last <= gap; at++) {
    last = used[at] === 1 ? at : last;
  }
  return last;
}
