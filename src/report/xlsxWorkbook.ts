import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { NamedRange } from 'hucre';
import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { PROGRAM } from './program';
import type { ZipEntry } from './zipFile';

/** Bold on a light ground, for headers. */
export const HEADER_STYLE: CellStyle = {
  font: { name: 'Calibri', size: 11, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDE6F0' } },
  alignment: { vertical: 'top', wrapText: true },
};

/** A sheet, and the rows that are streamed into it below those it has. */
export interface StreamedSheet {
  readonly sheet: WriteSheet;
  readonly rows?: {
    /** All cells, e.g. `A1:T100`. */
    readonly range: string;
    /** `row` elements. */
    readonly elements: Iterable<string>;
  };
}

/** Characters that are compressed at once. */
const CHUNK = 1 << 16;
/** The same for all files, so that the same table gives the same bytes. */
const MODIFIED = new Date(Date.UTC(1980, 0, 1));
const END_OF_ROWS = '</sheetData>';

/**
 * The files of a workbook. The library writes all of them from what sheets hold in memory; rows that are too many for
 * that are put into its sheets as they are compressed.
 */
export async function workbookFiles(sheets: readonly StreamedSheet[]): Promise<ZipEntry[]> {
  const bytes = await writeXlsx({
    sheets: sheets.map(({ sheet }) => sheet),
    namedRanges: sheets.flatMap(({ sheet }) => filterName(sheet)),
    properties: { creator: PROGRAM.name, modified: MODIFIED },
    stringMode: 'inline',
  });
  const rows = new Map(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheet.rows]));
  return Object.entries(unzipSync(bytes)).map(([name, content]) => {
    const streamed = rows.get(name);
    return { name, chunks: streamed ? encoded(withRows(strFromU8(content), streamed)) : [content] };
  });
}

/** The name by which LibreOffice finds what a sheet filters; the library writes only the filter. */
function filterName({ name, autoFilter }: WriteSheet): NamedRange[] {
  const range = autoFilter?.range.replace(/[A-Z]+|\d+/g, '$$$&');
  return range === undefined
    ? []
    : [{ name: '_xlnm._FilterDatabase', range: `'${name}'!${range}`, scope: name }];
}

/** The pieces of a sheet with rows before the end of those it has. */
function* withRows(xml: string, { range, elements }: NonNullable<StreamedSheet['rows']>): Generator<string> {
  const [head, tail, ...others] = xml.split(END_OF_ROWS);
  if (head === undefined || tail === undefined || others.length > 0) {
    throw new Error('the library has written a sheet in another way than is known');
  }
  yield head.replace(/<dimension ref="[^"]*"/, `<dimension ref="${range}"`);
  yield* elements;
  yield END_OF_ROWS + tail;
}

function* encoded(pieces: Iterable<string>): Generator<Uint8Array> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length >= CHUNK) {
      yield strToU8(chunk);
      chunk = '';
    }
  }
  yield strToU8(chunk);
}
