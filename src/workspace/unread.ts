/** A file or folder of a model that could not be read. */
export interface UnreadPath {
  /** Absolute, with `/`. */
  readonly path: string;
  /** Why, and what to do, as a sentence. */
  readonly reason: string;
}

/** Why a file or folder cannot be read, as a sentence. */
export function unreadReason(what: 'file' | 'folder', error: unknown): string {
  return `This ${what} cannot be read (${systemReason(error)}); nothing of it is checked or computed.`;
}

/** What an error of the system says, in one line, without the paths and calls that stand behind it. */
export function systemReason(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  const call =
    error instanceof Error && 'syscall' in error && typeof error.syscall === 'string' ? error.syscall : '';
  const end = call === '' ? -1 : message.indexOf(`, ${call}`);
  return (end < 0 ? message : message.slice(0, end)).replace(/\.$/, '');
}
