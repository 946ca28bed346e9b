import type { Pieces } from './io';

/** Text collected before it goes to the system in one call. */
const CHUNK = 1 << 16;

/** The pieces as they are best written: small texts joined, bytes as they are. */
export function inLargePieces(pieces: Pieces): Pieces {
  return Symbol.asyncIterator in pieces ? pieces : inChunks(pieces);
}

/** Joins small pieces to larger ones. */
export function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') {
    yield chunk;
  }
}
