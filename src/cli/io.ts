/** What a command writes: text, or the bytes of a format that is none. */
export type Pieces = Iterable<string> | AsyncIterable<Uint8Array>;

/** What a command reads of and writes to the outside world; tests bring their own. */
export interface CommandIo {
  readonly workingDirectory: string;
  /** Writes to standard output. */
  readonly writeOut: (piece: string | Uint8Array) => void | Promise<void>;
  /** Writes a message to standard error. */
  readonly writeError: (text: string) => void;
  /** Writes the pieces to a file. @throws if it cannot be written */
  readonly writeFile: (path: string, pieces: Pieces) => Promise<void>;
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
