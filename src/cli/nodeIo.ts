import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CommandIo, Pieces } from './io';

/** Text collected before it goes to the system in one call. */
const CHUNK = 1 << 16;

/** The process's own streams; colour and progress only on a terminal, colour not with `NO_COLOR`. */
export function nodeIo(): CommandIo {
  return {
    workingDirectory: process.cwd(),
    writeOut: (piece) => writeAll(process.stdout, piece),
    writeError: (text) => {
      process.stderr.write(text);
    },
    writeFile: (path, pieces) => pipeline(Readable.from(inLargePieces(pieces)), createWriteStream(path)),
    terminal: process.stdout.isTTY === true,
    colour: process.stdout.isTTY === true && (process.env['NO_COLOR'] ?? '') === '',
    progress: process.stderr.isTTY === true,
  };
}

async function writeAll(stream: NodeJS.WriteStream, piece: string | Uint8Array): Promise<void> {
  if (!stream.write(piece)) {
    await new Promise<void>((resolve) => stream.once('drain', () => resolve()));
  }
}

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
