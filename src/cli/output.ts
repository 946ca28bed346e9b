import { resolve } from 'node:path';
import { type CommandIo, type Pieces, UsageError } from './io';
import { inLargePieces } from './nodeIo';

/** Writes the pieces to standard output, or to a file if one is named. */
export async function writeResult(io: CommandIo, output: string | undefined, pieces: Pieces): Promise<void> {
  if (output === undefined) {
    for await (const chunk of inLargePieces(pieces)) {
      await io.writeOut(chunk);
    }
    return;
  }
  try {
    await io.writeFile(resolve(io.workingDirectory, output), pieces);
  } catch (error) {
    throw new UsageError(`Cannot write ${output}: ${reasonOf(error)}.`);
  }
}

/** What an error says, in one line. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]?.replace(/\.$/, '') ?? '';
}
