import { importReportText, type ShownNotes } from '../../formats/foreign/importReportText';
import { importFiles } from '../../formats/foreign/importFiles';
import { ratingWorksheet } from '../../language/ratingWorksheet';
import { readWorksheets } from '../../language/readWorksheets';
import { importWorksheetsInto } from '../../language/worksheetImport';
import type { DocumentKind, DocumentRequests, ImportOutcome } from '../../protocol/documentProtocol';
import type { RequestHandlers } from '../../protocol/endpoint';
import { htmlReport } from '../../report/htmlReport';
import { reportData } from '../../report/reportData';
import { csvTable, jsonTable, markdownTable } from '../../report/tableWriters';
import { worksheetCsv, worksheetXlsx } from '../../report/worksheetWriters';
import { xlsxTable } from '../../report/xlsxTable';
import type { TableQuery } from '../../threats/tableQuery';
import { joinPath } from '../../workspace/paths';
import type { ChainAccess, Computation } from './computation';

/** So many remarks of the same sentence are shown in a document. */
const SHOWN: ShownNotes = { problem: 1000, guessed: 100, 'left-out': 100 };

/** Bytes of a piece. */
const PIECE = 1_000_000;

type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
type Iterating = Iterator<string | Uint8Array> | AsyncIterator<string | Uint8Array>;

/** A document that is being written. */
interface Writing {
  /** What it is asked for. */
  readonly key: string;
  readonly pieces: Iterating;
  /** How many pieces it has given. */
  given: number;
}

/** Answers with documents, piece by piece, and with what files of other tools say. */
export function documentRequests(access: ChainAccess): RequestHandlers<DocumentRequests> {
  const encoder = new TextEncoder();
  let writing: Writing | undefined;
  return {
    document: async ({ root, document, query, date, from }) => {
      const key = JSON.stringify([root, document, query, date]);
      if (from === 0 || writing?.key !== key || writing.given !== from) {
        // Goes on as far as it was where another document came between.
        const begun = iterate(await piecesOf(access, root, document, query, date));
        for (let given = 0; given < from && !(await begun.next()).done; given++);
        writing = { key, pieces: begun, given: from };
      }
      const chunks: Uint8Array[] = [];
      let size = 0;
      let isDone = false;
      while (size < PIECE && !isDone) {
        const piece = await writing.pieces.next();
        isDone = piece.done === true;
        if (!piece.done) {
          const bytes = typeof piece.value === 'string' ? encoder.encode(piece.value) : piece.value;
          chunks.push(bytes);
          size += bytes.length;
          writing.given++;
        }
      }
      const next = isDone ? undefined : writing.given;
      if (isDone) {
        writing = undefined;
      }
      return { bytes: joined(chunks, size), next };
    },
    importFiles: ({ root, files }) => importOutcome(access, root, files),
  };
}

async function piecesOf(
  access: ChainAccess,
  root: string,
  document: DocumentKind,
  query: TableQuery | undefined,
  date: string,
): Promise<Pieces> {
  if (document === 'worksheet-csv' || document === 'worksheet-xlsx') {
    const snapshot = await access.load(root);
    const sheet = snapshot && ratingWorksheet(snapshot, { all: false });
    return sheet ? (document === 'worksheet-csv' ? worksheetCsv(sheet) : worksheetXlsx(sheet)) : [];
  }
  const computation = access.computation(root);
  return computation ? chainPieces(computation, document, query, date) : [];
}

function chainPieces(
  { snapshot, set, table, sentences }: Computation,
  document: Exclude<DocumentKind, 'worksheet-csv' | 'worksheet-xlsx'>,
  query: TableQuery | undefined,
  date: string,
): Pieces {
  const positions = query && table.positions(query);
  switch (document) {
    case 'csv':
      return csvTable(set, { positions, sentences });
    case 'json':
      return jsonTable(set, { positions, sentences });
    case 'md':
      return markdownTable(set, { positions, sentences });
    case 'xlsx':
      return xlsxTable(set, { sentences, ...(positions && { positions }) });
    case 'report':
      return htmlReport(reportData(snapshot, set, { date, sentences }));
  }
}

async function importOutcome(
  access: ChainAccess,
  root: string | undefined,
  files: DocumentRequests['importFiles']['params']['files'],
): Promise<ImportOutcome> {
  const worksheets = await readWorksheets(files);
  const snapshot = worksheets && root !== undefined ? await access.load(root) : undefined;
  if (!worksheets || !snapshot) {
    const imported = await importFiles(files);
    return { kind: 'model', files: imported.files, report: importReportText(imported.report, SHOWN) };
  }
  const { texts, report } = importWorksheetsInto(snapshot, worksheets);
  const changes = [...texts].map(([file, text]) => ({
    path: joinPath(snapshot.root, file),
    before: snapshot.records.find((records) => records.file === file)?.text,
    text,
  }));
  return { kind: 'worksheet', changes, report: importReportText(report, SHOWN) };
}

function iterate(pieces: Pieces): Iterating {
  return Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
