import { addAll } from '../../text/arrays';
import { LineIndex } from '../../text/lineIndex';
import type { TextRange } from '../../text/range';
import { withoutConflicts } from '../mergeConflicts';
import { collectRecords, type FileRecords, finishRecords, type RecordCollector } from '../records';
import { readAssetRow, readInterfaceRow } from './componentRows';
import { readEntryRow } from './entryRows';
import { readBannedRow, readOneWayRow, readOnlyRow } from './filterRows';
import { type Header, readHeader } from './header';
import { isIgnoreComment, readIgnoreRow } from './ignoreRow';
import { parseCsv } from './parseCsv';
import { readLongRatingRow, readWideRatingRow } from './ratingRows';
import { Row } from './row';
import { reportExtraCells, reportQuotes } from './rowSyntax';
import { readVectorRow } from './vectorRows';

/**
 * Reads a TMG file in CSV: one table, recognised by its header. Never throws: what is wrong is among the findings,
 * and costs the row it stands in at most. A required cell that is empty is `wrong-type` at its row.
 */
export function readCsv(file: string, text: string): FileRecords {
  const records = collectRecords(file, 'csv', text);
  const tokens = parseCsv(withoutConflicts(records, 'csv-syntax', ' '));
  const lines = text.includes('tmg-ignore') ? new LineIndex(text) : undefined;
  const read = rowReaders(records);
  let header: Header | undefined;
  for (let record = 0; record < tokens.recordCount; record++) {
    if (lines && isIgnoreComment(tokens.value(record, 0))) {
      const { line } = lines.positionAt(tokens.recordRange(record).start);
      readIgnoreRow(tokens, record, line, records);
      continue;
    }
    const broken = tokens.isBroken(record);
    if (broken) {
      reportQuotes(tokens, record, records);
    }
    if (tokens.isBlank(record)) {
      continue;
    }
    if (header) {
      if (!broken) {
        reportExtraCells(tokens, record, header.width, records);
      }
      read[header.kind](new Row(tokens, record, header, records));
    } else {
      header = readHeader(tokens, record, file, records.findings);
      if (!header) {
        return finishRecords(records);
      }
    }
  }
  return finishRecords(records);
}

function rowReaders(records: RecordCollector): Record<Header['kind'], (row: Row) => void> {
  const vectorNames = new Map<string, TextRange>();
  return {
    assets: (row) => add(records.components, readAssetRow(row)),
    interfaces: (row) => add(records.components, readInterfaceRow(row)),
    wideRatings: (row) => addAll(records.ratings, readWideRatingRow(row)),
    longRatings: (row) => addAll(records.ratings, readLongRatingRow(row)),
    vectors: (row) => add(records.vectors, readVectorRow(row, vectorNames)),
    entries: (row) => addAll(records.interfaces, readEntryRow(row)),
    banned: (row) => add(records.filters, readBannedRow(row)),
    oneWay: (row) => add(records.filters, readOneWayRow(row)),
    only: (row) => add(records.filters, readOnlyRow(row)),
  };
}

function add<Item>(items: Item[], item: Item | undefined): void {
  if (item !== undefined) {
    items.push(item);
  }
}
