import type { Message, MessageArguments } from '../text/message';
import type { TextRange } from '../text/range';
import type { TextEdit } from '../text/textEdit';

/** Levels of a finding, worst first. `off` hides it. */
export const SEVERITIES = ['error', 'warning', 'information', 'off'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** The codes a reader can report; the rules of the whole model have more. */
export type ReaderCode =
  | 'yaml-syntax'
  | 'yaml-alias'
  | 'csv-syntax'
  | 'not-text'
  | 'file-too-large'
  | 'unknown-key'
  | 'duplicate-key'
  | 'wrong-type'
  | 'missing-column'
  | 'invalid-cvss'
  | 'cvss-order'
  | 'invalid-score'
  | 'unknown-column'
  | 'encoding-guessed';

/** Another place that belongs to a finding. */
export interface RelatedPlace {
  readonly file: string;
  readonly range: TextRange;
  readonly message: Message;
}

/** Edits to one file that belong to a fix. */
export interface FileEdits {
  readonly file: string;
  readonly edits: readonly TextEdit[];
}

/** A fix as data: what it is called and the edits that carry it out. */
export interface Fix {
  readonly title: Message;
  readonly changes: readonly FileEdits[];
}

/** A fix whose edits are made when they are asked for: finding them takes far longer than saying that there are some. */
export function lazyFix(title: Message, makeChanges: () => readonly FileEdits[]): Fix {
  let made: readonly FileEdits[] | undefined;
  return {
    title,
    get changes() {
      made ??= makeChanges();
      return made;
    },
  };
}

/** Something a file or model has wrong, and where. */
export interface Finding<Code extends string = string> {
  readonly code: Code;
  readonly message: Message;
  readonly file: string;
  readonly range: TextRange;
  readonly related: readonly RelatedPlace[];
  /** What a fix needs to know beyond the place, e.g. the nearest known name. */
  readonly data: Readonly<Record<string, string>>;
}

/** Makes a finding; template and arguments are put together when it is shown. */
export function finding<Code extends string>(
  code: Code,
  place: { readonly file: string; readonly range: TextRange },
  template: string,
  args: MessageArguments = {},
  more: { readonly related?: readonly RelatedPlace[]; readonly data?: Readonly<Record<string, string>> } = {},
): Finding<Code> {
  return {
    code,
    message: { template, args },
    file: place.file,
    range: place.range,
    related: more.related ?? [],
    data: more.data ?? {},
  };
}
