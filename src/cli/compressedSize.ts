import { gzipSync } from 'node:zlib';

/** Bytes of a text after compression, as logs are sent. */
export function compressedSize(text: string): number {
  return gzipSync(text).length;
}
