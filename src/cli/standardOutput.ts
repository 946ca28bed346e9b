import { fstatSync, writeSync } from 'node:fs';
import { systemReason } from '../workspace/unread';
import { UsageError } from './io';

/** Of a pipe or a connection whose other end is gone. */
const NOBODY_READS: ReadonlySet<unknown> = new Set([
  'EPIPE',
  'ECONNRESET',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
]);

/** The process's standard output. A reader that closes the pipe early, such as `head`, has what it wanted: that is no fault. */
export class StandardOutput {
  private closed = false;
  private readonly isFile: boolean;

  constructor(private readonly stream: NodeJS.WriteStream & { readonly fd: number }) {
    this.isFile = !stream.isTTY && isFileOrDevice(stream.fd);
  }

  /** Whether nobody reads any more what is written. */
  get isClosed(): boolean {
    return this.closed;
  }

  /** @throws UsageError if it cannot be written, as where the disk is full */
  async write(piece: string | Uint8Array): Promise<void> {
    if (this.closed) {
      return;
    }
    try {
      await (this.isFile ? writeFully(this.stream.fd, piece) : this.writeToStream(piece));
    } catch (error) {
      if (error instanceof Error && 'code' in error && NOBODY_READS.has(error.code)) {
        this.closed = true;
        return;
      }
      throw new UsageError(`Cannot write to standard output: ${systemReason(error)}.`);
    }
  }

  private writeToStream(piece: string | Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.stream.write(piece, (error) => (error ? reject(error) : resolve()));
    });
  }
}

function isFileOrDevice(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFile() || stats.isCharacterDevice();
  } catch {
    return false;
  }
}

/** The process's own stream takes a part of a piece for the whole, so that the end of a file is lost on a full disk. */
function writeFully(descriptor: number, piece: string | Uint8Array): void {
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
  for (let from = 0; from < bytes.length; ) {
    from += writeSync(descriptor, bytes, from);
  }
}
