import { ratingWorksheet, type RatingWorksheet } from '../../src/language/ratingWorksheet';
import { readWorksheets } from '../../src/language/readWorksheets';
import { worksheetEdits } from '../../src/language/worksheetEdits';
import { worksheetItems } from '../../src/language/worksheetItems';
import type { ImportReport } from '../../src/formats/foreign/importReport';
import { isStrideType } from '../../src/formats/stride';
import { csvDocuments } from '../naive/csvDocument';
import { splitCell } from '../naive/csvTable';
import { entriesOf, parseYaml } from '../naive/document';
import { readModel } from '../naive/model';
import { resolveRatings } from '../naive/ratings';
import { compareText } from '../naive/order';
import type { Plain } from '../naive/types';
import { snapshotOf } from './caret';

/** Files of a model: text by name. */
export type Texts = Readonly<Record<string, string>>;

/** A model in YAML with remarks in every place, quotes, flow and block style, and rated in part. */
export const YAML_MODEL: Texts = {
  'model.tmg.yaml': `# The model
tmg: 1
name: Werk # remark
settings: {stepRule: elevation, stride: [T, D]}
vectors:
  usb: CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H # stick
ratingRules:
  - match: {interface: "Tür*"}
    D: 3.3
`,
  'topology.tmg.yaml': `components:
  Steuerung:   # PLC
    facility: Halle 1
    interfaces: [Feldbus, "Tür, links", USB]
    assets: {Rezept: {security: 4}}
  "Gateway: außen":
    facility: Halle 1
    interfaces: [Feldbus, Internet]
  Virtual-Kabel: {interfaces: [USB, Buchse]}
  Terminal: {interfaces: [Buchse]}
  Wartung: {labels: [EXT], interfaces: [Internet]}
interfaces:
  Internet: {entry: true, attackers: [Hacker]}
`,
  'ratings.tmg.yaml': `# Agreed in June

ratings:
  Steuerung:
    Feldbus:
      T: 'CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H'   # who is on the bus
      E: none
      note: agreed
    # not yet: D
  # tail
`,
};

/** The same in tables as a German spreadsheet saves them. */
export const CSV_MODEL: Texts = {
  'model.tmg.yaml':
    'name: Werk\nsettings: {stepRule: elevation, stride: [T, D]}\nvectors:\n  usb: CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\n',
  'assets.tmg.csv': 'Facility;Component;Asset;Rating: Security\r\nHalle 1;Steuerung;Rezept;4\r\n',
  'interfaces.tmg.csv':
    'Component;Interface\r\nSteuerung;"Feldbus; Tür\\, links; USB"\r\nGateway: außen;"Feldbus; Internet"\r\nTerminal;USB\r\n',
  'entries.tmg.csv': 'Interface;Entry\r\nInternet;ja\r\n',
  'ratings.tmg.csv':
    'Component;Interface;T;D;E;Note\r\nSteuerung;"Feldbus; USB";7,5;;none;\r\n"Gateway: außen";Internet;usb;;;"said ""yes"""\r\nTerminal;USB\r\n',
};

/** A worksheet with every empty cell of a type filled, one answer after the other. */
export function fill(sheet: RatingWorksheet, answers: readonly string[]): string[][] {
  let next = 0;
  const rated = sheet.columns.indexOf('# Rated already');
  return sheet.rows.map((row) =>
    row.map((cell, column) => {
      const name = sheet.columns[column] ?? '';
      const isOpen = isStrideType(name) && cell === '' && !(row[rated] ?? '').includes(`${name}: `);
      return isOpen ? (answers[next++ % answers.length] ?? '') : cell;
    }),
  );
}

/** The worksheet of some files. */
export function worksheetOf(texts: Texts, all: boolean): RatingWorksheet {
  return ratingWorksheet(snapshotOf(texts), { all });
}

/** The files after filled worksheets have come back, and what was said of them. */
export async function comeBack(
  texts: Texts,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<{ readonly texts: Texts; readonly report: ImportReport }> {
  const snapshot = snapshotOf(texts);
  const sheets = await readWorksheets(Object.entries(files).map(([name, bytes]) => ({ name, bytes })));
  if (!sheets) {
    throw new Error('These are no worksheets.');
  }
  const items = worksheetItems(snapshot, sheets.tables, sheets.log);
  const { texts: changed, open } = worksheetEdits(snapshot, items);
  if (open.length > 0) {
    throw new Error(`Not written: ${JSON.stringify(open)}`);
  }
  return { texts: { ...texts, ...Object.fromEntries(changed) }, report: sheets.log.report() };
}

/** Scores of all relations by a reader that shares no code with the program. */
export function naiveRatings(texts: Texts): Map<string, number> {
  const documents = Object.entries(texts)
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([name, text]) =>
      name.endsWith('.csv') ? csvDocuments(text).map(withListedRatings) : [parseYaml(text)],
    );
  return new Map([...resolveRatings(readModel(documents))].map(([key, { score }]) => [key, score]));
}

/** A row of ratings for each of the interfaces that its cell lists. */
function withListedRatings(document: Plain): Plain {
  return new Map(
    entriesOf(document).map(([section, value]) => [
      section,
      section === 'ratings' ? new Map(entriesOf(value).map(([name, own]) => [name, listed(own)])) : value,
    ]),
  );
}

function listed(own: Plain): Plain {
  return new Map(
    entriesOf(own).flatMap(([list, cells]) =>
      splitCell(list, ',;\n\r').map((name): [string, Plain] => [name, cells]),
    ),
  );
}

/** How a spreadsheet program saves a sheet as text. */
export interface Dialect {
  readonly name: string;
  readonly delimiter: ',' | ';' | '\t';
  readonly decimal: '.' | ',';
  readonly lineEnd: '\r\n' | '\n';
  readonly encoding: 'utf-8' | 'utf-8-mark' | 'utf-16le' | 'windows-1252';
  readonly quoteAll?: boolean;
}

/** What Excel and LibreOffice offer, in English and German. */
export const DIALECTS: readonly Dialect[] = [
  {
    name: 'Excel, CSV UTF-8, English',
    delimiter: ',',
    decimal: '.',
    lineEnd: '\r\n',
    encoding: 'utf-8-mark',
  },
  { name: 'Excel, CSV, English', delimiter: ',', decimal: '.', lineEnd: '\r\n', encoding: 'windows-1252' },
  { name: 'Excel, CSV UTF-8, German', delimiter: ';', decimal: ',', lineEnd: '\r\n', encoding: 'utf-8-mark' },
  { name: 'Excel, CSV, German', delimiter: ';', decimal: ',', lineEnd: '\r\n', encoding: 'windows-1252' },
  {
    name: 'Excel, Unicode text, German',
    delimiter: '\t',
    decimal: ',',
    lineEnd: '\r\n',
    encoding: 'utf-16le',
  },
  { name: 'LibreOffice, English', delimiter: ',', decimal: '.', lineEnd: '\n', encoding: 'utf-8' },
  {
    name: 'LibreOffice, German, all quoted',
    delimiter: ';',
    decimal: ',',
    lineEnd: '\n',
    encoding: 'utf-8',
    quoteAll: true,
  },
];

/** A sheet as a spreadsheet program saves it: numbers in its language, quotes where it puts them. */
export function saved(rows: readonly (readonly string[])[], dialect: Dialect): Uint8Array {
  const { delimiter, decimal, lineEnd, quoteAll = false } = dialect;
  const cell = (text: string): string => {
    const local = /^\d+\.\d+$/.test(text) ? text.replace('.', decimal) : text;
    const isQuoted = quoteAll || [delimiter, '"', '\n', '\r'].some((sign) => local.includes(sign));
    return isQuoted ? `"${local.replaceAll('"', '""')}"` : local;
  };
  const text = rows.map((row) => row.map(cell).join(delimiter) + lineEnd).join('');
  switch (dialect.encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-mark':
      return Buffer.from(`\ufeff${text}`, 'utf8');
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'windows-1252':
      return Buffer.from(text, 'latin1');
  }
}
