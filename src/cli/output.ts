import { resolve } from 'node:path';
import type { Snapshot } from '../workspace/snapshot';
import { systemReason } from '../workspace/unread';
import { type CommandIo, type Pieces, UsageError } from './io';
import { refuseModelFile } from './modelFileGuard';
import { inLargePieces } from './pieces';

/** Whether an output named like this is standard output. */
export function isStandardOutput(output: string | undefined): boolean {
  return output === undefined || /^(?:-|\/dev\/stdout|\/dev\/fd\/1|\/proc\/self\/fd\/1)$/.test(output);
}

/**
 * Writes the pieces to standard output, or to a file if one is named; never over a file of a model.
 * @param newPartOf model of which the file may become a new part, which is what was asked for
 * @throws UsageError if it cannot or may not be written
 */
export async function writeResult(
  io: CommandIo,
  output: string | undefined,
  pieces: Pieces,
  newPartOf?: Snapshot,
): Promise<void> {
  if (output === undefined || isStandardOutput(output)) {
    for await (const chunk of inLargePieces(pieces)) {
      await io.writeOut(chunk);
      if (io.outClosed()) {
        return;
      }
    }
    return;
  }
  const path = resolve(io.workingDirectory, output);
  const isNewPart = await refuseModelFile(io, path, output, newPartOf);
  try {
    await io.writeFile(path, pieces, { replace: !isNewPart });
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`Cannot write ${output}: ${reasonOf(error)}.`);
  }
}

/** What an error says, in one line. */
export function reasonOf(error: unknown): string {
  return systemReason(error);
}
