import type { Reading } from './reading';

/** What a command writes: text, or the bytes of a format that is none. */
export type Pieces = Iterable<string> | AsyncIterable<Uint8Array>;

/** What a command reads of and writes to the outside world, in one run; tests bring their own. */
export interface CommandIo {
  readonly workingDirectory: string;
  /** What was come across while models were read. */
  readonly reading: Reading;
  /** Writes to standard output, as long as somebody reads it. @throws UsageError if it cannot be written */
  readonly writeOut: (piece: string | Uint8Array) => void | Promise<void>;
  /** Whether nobody reads standard output any more, so that nothing more needs to be made for it. */
  readonly outClosed: () => boolean;
  /** Writes a message to standard error. */
  readonly writeError: (text: string) => void;
  /**
   * Writes the pieces to a file, which has its old content until they are complete.
   * @param rules `replace: false` refuses a file that is there
   * @throws if it cannot be written
   */
  readonly writeFile: (path: string, pieces: Pieces, rules?: { readonly replace: boolean }) => Promise<void>;
  /** Standard output is a terminal. */
  readonly terminal: boolean;
  /** Colour standard output. */
  readonly colour: boolean;
  /** Show progress on standard error. */
  readonly progress: boolean;
}

/** Wrong usage or input that cannot be read: ends the command with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** How a command ends. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
