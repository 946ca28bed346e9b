import type { TableQuery } from '../threats/tableQuery';

/** The files that people are handed: the threat table, the report, and rating worksheets. */
export const DOCUMENTS = ['csv', 'json', 'md', 'xlsx', 'report', 'worksheet-csv', 'worksheet-xlsx'] as const;

export type DocumentKind = (typeof DOCUMENTS)[number];

/** A file of another tool, or a filled rating worksheet. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What came of an import; nothing is written yet. */
export type ImportOutcome =
  | {
      readonly kind: 'model';
      /** Plain file names, and texts; none where nothing could be read. */
      readonly files: readonly { readonly name: string; readonly text: string }[];
      /** What was mapped, guessed and left out. */
      readonly report: string;
    }
  | {
      readonly kind: 'worksheet';
      /** Files of the model that change, with their texts before and after; a new one had none. */
      readonly changes: readonly {
        readonly path: string;
        readonly before: string | undefined;
        readonly text: string;
      }[];
      readonly report: string;
    };

/** What the host asks the chain thread for on behalf of files. */
export type DocumentRequests = {
  /** The next piece of a document, about 1 MB; `from` is where the last answer says to go on, 0 at first. */
  readonly document: {
    readonly params: {
      readonly root: string;
      readonly document: DocumentKind;
      /** What of the table, in its order; everything without one. */
      readonly query?: TableQuery | undefined;
      /** Day that a report bears, as 2026-01-31. */
      readonly date: string;
      readonly from: number;
    };
    readonly result: { readonly bytes: Uint8Array; readonly next: number | undefined };
  };
  /** @see ImportOutcome; `root` is the model that worksheets are for, if there is one */
  readonly importFiles: {
    readonly params: { readonly root: string | undefined; readonly files: readonly ImportFile[] };
    readonly result: ImportOutcome;
  };
};
