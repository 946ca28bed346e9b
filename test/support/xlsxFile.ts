import { crc32, inflateRawSync } from 'node:zlib';
import readXlsxFile from 'read-excel-file/node';

/** A sheet of a workbook as a reader that is not ours sees it; empty cells are null. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Puts the pieces of a file together. */
export async function collected(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) {
    all.push(piece);
  }
  return Buffer.concat(all);
}

/** Reads a workbook, blanks at the ends of texts kept. @throws Error if a cell is neither text nor number */
export async function readWorkbook(file: Buffer): Promise<ReadSheet[]> {
  const sheets = await readXlsxFile(file, { trim: false });
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row) =>
      row.map((cell) => {
        if (cell === null || typeof cell === 'string' || typeof cell === 'number') {
          return cell;
        }
        throw new Error(`a cell of another kind: ${String(cell)}`);
      }),
    ),
  }));
}

/**
 * The files in a ZIP file by name, read by its central directory.
 * @throws Error where a checksum or a size is wrong, or a name occurs twice
 */
export function readZip(file: Buffer): Map<string, string> {
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  const files = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [checksum, packed, size] = [16, 20, 24].map((offset) => file.readUInt32LE(at + offset));
    const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) =>
      file.readUInt16LE(at + offset),
    );
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    const local = file.readUInt32LE(at + 42);
    const begin = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const content = inflateRawSync(file.subarray(begin, begin + (packed ?? 0)));
    if (content.length !== size || crc32(content) !== checksum || files.has(name)) {
      throw new Error(`${name} is damaged`);
    }
    files.set(name, content.toString('utf8'));
    at += 46 + nameLength + extra + comment;
  }
  return files;
}
