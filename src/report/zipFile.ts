import { Zip, ZipPassThrough } from 'fflate';

/** A file inside a ZIP file. */
export interface ZipEntry {
  readonly name: string;
  readonly chunks: Iterable<Uint8Array>;
}

/** The most bytes that a ZIP file without ZIP64 can hold, in one entry and altogether. */
const MOST_BYTES = 2 ** 32 - 1;
const DEFLATE = 8;
/** The same for all files, so that the same entries give the same bytes; the first day that ZIP knows. */
const MODIFIED = new Date(1980, 0, 1);

/**
 * A ZIP file, piece by piece, in memory that does not depend on its size. Entries are asked for their chunks only as
 * fast as pieces are taken.
 * @param most bytes that an entry can have before it is compressed, and the file altogether
 * @throws Error if that is not enough
 */
export async function* zipFile(entries: Iterable<ZipEntry>, most = MOST_BYTES): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) {
      throw error;
    }
    ready.push(piece);
  });
  let written = 0;
  const taken = function* (): Generator<Uint8Array> {
    for (const piece of ready.splice(0)) {
      written += piece.length;
      checkSize(written, most);
      yield piece;
    }
  };
  for (const { name, chunks } of entries) {
    const entry = new DeflatedEntry(name);
    zip.add(entry);
    for await (const piece of deflated(entry.watch(chunks, most))) {
      entry.ondata(null, piece, false);
      yield* taken();
    }
    entry.ondata(null, new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

/** Compresses with the platform's own streams: in Node on a thread of its own. */
async function* deflated(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new CompressionStream('deflate-raw');
  const writing = writeAll(writable.getWriter(), chunks);
  // Where reading ends early, writing fails; whoever reads to the end hears of it below.
  writing.catch(() => undefined);
  yield* readable;
  await writing;
}

/** Writes a chunk when the one before the last has been taken: a pipe would take them all at once. */
async function writeAll(
  writer: Pick<WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>, 'write' | 'close' | 'abort'>,
  chunks: Iterable<Uint8Array>,
): Promise<void> {
  let before: Promise<void> = Promise.resolve();
  try {
    for (const chunk of chunks) {
      const writing = writer.write(chunk as Uint8Array<ArrayBuffer>);
      writing.catch(() => undefined);
      await before;
      before = writing;
    }
    await before;
    await writer.close();
  } catch (error) {
    await writer.abort(error);
    throw error;
  }
}

/** Counts what is compressed elsewhere. */
class DeflatedEntry extends ZipPassThrough {
  override compression = DEFLATE;
  override mtime = MODIFIED;

  /** The chunks as they are, their size and checksum noted. */
  *watch(chunks: Iterable<Uint8Array>, most: number): Generator<Uint8Array> {
    for (const chunk of chunks) {
      this.push(chunk);
      checkSize(this.size, most);
      yield chunk;
    }
    // The checksum is there only after the last one.
    this.push(new Uint8Array(0), true);
  }

  protected override process(): void {}
}

function checkSize(bytes: number, most: number): void {
  if (bytes > most) {
    throw new Error('it would be larger than such a file can be, 4 GiB');
  }
}
