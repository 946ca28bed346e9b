import { strFromU8, unzipSync, zipSync } from 'fflate';
import { type CellValue, readXlsx } from 'hucre/xlsx';
import { columnLetters } from '../../text/columnLetters';
import { FOREIGN_LIMITS } from './foreignFormat';
import type { ImportLog } from './importReport';
import { sharedTextLengths, type SheetExtent, sheetExtent } from './sheetExtent';
import { scanMarkup } from './workbookMarkup';
import { largest } from '../../text/arrays';

/** A sheet of a workbook, from its first row on. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
}

/** So much of a workbook is read, over all of its sheets: far more than any model has. */
const MOST = {
  cells: 400_000,
  rows: 100_000,
  area: 2_000_000,
  characters: 20_000_000,
  elements: 500_000,
} as const;

const MEGABYTE = 1024 * 1024;

/** Roots of the parts that values of cells come from; pictures, comments and the like are not even looked at. */
const NEEDED: ReadonlySet<string> = new Set([
  'Types',
  'Relationships',
  'workbook',
  'sst',
  'styleSheet',
  'worksheet',
]);

type Parts = Readonly<Record<string, Uint8Array>>;

/**
 * The sheets of a workbook (.xlsx). What it would take to read is found out by its markup before anything is built of it.
 * Never throws: what is wrong is reported, and undefined returned.
 */
export async function readWorkbook(
  file: string,
  bytes: Uint8Array,
  log: ImportLog,
): Promise<WorkbookSheet[] | undefined> {
  const parts = unpacked(file, bytes, log);
  const extents = parts && measured(file, parts, log);
  if (!extents) {
    return undefined;
  }
  const kept = [...extents.values()];
  const rows = largest(
    kept.map((extent) => extent.rows),
    1,
  );
  const columns = largest(
    kept.map((extent) => extent.columns),
    1,
  );
  try {
    const range = `A1:${columnLetters(columns - 1)}${rows}`;
    const { sheets } = await readXlsx(zipSync({ ...parts }, { level: 0 }), { range });
    const paths = sheetPaths(parts);
    return sheets.map((sheet, index) => {
      const extent = extents.get(paths[index] ?? '');
      reportStray(file, sheet.name, extent, log);
      const own = extent ? sheet.rows.slice(0, extent.rows) : sheet.rows;
      return { name: sheet.name, rows: extent ? own.map((row) => row.slice(0, extent.columns)) : own };
    });
  } catch {
    reportDamage(file, log);
    return undefined;
  }
}

/** The parts that are needed, if all together unpack to no more than is read. */
function unpacked(file: string, bytes: Uint8Array, log: ImportLog): Parts | undefined {
  let size = 0;
  let isHonest = true;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize, size: packed }) => {
        size += originalSize;
        isHonest &&= originalSize > 0 || packed <= 2;
        return false;
      },
    });
    if (isHonest && size > FOREIGN_LIMITS.table) {
      log.problem({ file }, 'The workbook unpacks to more than the {limit} MB that are read; split it.', {
        limit: FOREIGN_LIMITS.table / MEGABYTE,
      });
      return undefined;
    }
    // The sizes that the directory gives are those that are unpacked at most.
    const all = isHonest ? unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/i.test(name) }) : {};
    const parts = Object.entries(all).filter(
      ([name, content]) => !/worksheets\/_rels\//i.test(name) && NEEDED.has(rootOf(content)),
    );
    if (parts.some(([, content]) => rootOf(content) === 'workbook')) {
      return Object.fromEntries(parts);
    }
  } catch {
    // Said below.
  }
  reportDamage(file, log);
  return undefined;
}

/** What each sheet takes, by the path of its part; undefined, and reported, where that is more than is read. */
function measured(file: string, parts: Parts, log: ImportLog): Map<string, SheetExtent> | undefined {
  const extents = new Map<string, SheetExtent>();
  const lengths: number[] = [];
  let elements = 0;
  for (const content of Object.values(parts).filter((part) => rootOf(part) !== 'worksheet')) {
    const shared = sharedTextLengths(strFromU8(content));
    elements += shared.elements;
    for (const length of shared.lengths) {
      lengths.push(length);
    }
  }
  for (const [path, content] of Object.entries(parts).filter(([, part]) => rootOf(part) === 'worksheet')) {
    const extent = sheetExtent(strFromU8(content), lengths);
    elements += extent.others;
    extents.set(path, extent);
  }
  const sum = (of: (extent: SheetExtent) => number): number =>
    [...extents.values()].reduce((total, extent) => total + of(extent), 0);
  if (
    sum(({ cells }) => cells) > MOST.cells ||
    sum(({ rows }) => rows) > MOST.rows ||
    sum(({ rows, columns }) => rows * columns) > MOST.area
  ) {
    log.problem(
      { file },
      'The sheets have more than the {cells} cells or {rows} rows that are read, empty ones among them; split the workbook, save it as CSV, or delete rows and columns that are only formatted.',
      { cells: MOST.cells, rows: MOST.rows },
    );
    return undefined;
  }
  if (sum((extent) => extent.characters) > MOST.characters) {
    log.problem(
      { file },
      'The cells of the workbook hold more than the {limit} million characters that are read; split it.',
      { limit: MOST.characters / 1_000_000 },
    );
    return undefined;
  }
  if (elements > MOST.elements) {
    log.problem(
      { file },
      'The workbook has more formats, links and different texts than are read; save the sheets with tables as a workbook of their own, or as CSV.',
    );
    return undefined;
  }
  return extents;
}

/** Name of the first element of a part; empty where it has none near its beginning. */
function rootOf(content: Uint8Array): string {
  let root = '';
  scanMarkup(strFromU8(content.subarray(0, 4096)), {
    open(name) {
      root ||= name;
    },
    close() {},
    text() {},
  });
  return root;
}

/** The paths of the sheets in the order of the workbook, as far as they can be told. */
function sheetPaths(parts: Parts): (string | undefined)[] {
  const targets = new Map<string, string>();
  const ids: string[] = [];
  for (const content of Object.values(parts)) {
    if (['workbook', 'Relationships'].includes(rootOf(content))) {
      scanMarkup(strFromU8(content), {
        open(name, attributes) {
          const own = attributes();
          if (name === 'Relationship' && own.get('Type')?.endsWith('/worksheet') === true) {
            targets.set(own.get('Id') ?? '', own.get('Target') ?? '');
          } else if (name === 'sheet') {
            ids.push([...own].find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '');
          }
        },
        close() {},
        text() {},
      });
    }
  }
  return ids.map((id) => {
    const target = targets.get(id)?.replace(/^\/|^(\.\.?\/)+/, '');
    return target === undefined
      ? undefined
      : Object.keys(parts).find((path) => path === target || path.endsWith(`/${target}`));
  });
}

function reportStray(file: string, sheet: string, extent: SheetExtent | undefined, log: ImportLog): void {
  if (extent?.firstStray) {
    log.leftOut(
      { file, sheet, ...extent.firstStray },
      extent.stray === 1
        ? 'This cell stands far from the table, so it is left out.'
        : 'This cell and {count} more stand far from the table, so they are left out.',
      { count: extent.stray - 1 },
    );
  }
}

function reportDamage(file: string, log: ImportLog): void {
  log.problem({ file }, 'This workbook is damaged or of another kind; save it again as .xlsx.');
}
