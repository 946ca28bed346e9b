import { readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { readBytes } from '../../src/workspace/readRecords';
import { IMPORT_FIXTURES } from '../support/importing';
import { CSV_MODEL, fill, saved, worksheetOf, DIALECTS, YAML_MODEL } from '../support/worksheets';
import { assertImports, assertVisible } from './importProperties';
import { assertLanguageHolds } from './languageProperties';
import { assertInside, assertModelHolds, assertReads } from './modelProperties';
import { fuzzModels, type ModelTexts } from './models';
import { mutateJson } from './mutateJson';
import { mutateText } from './mutateText';
import { oddText } from './oddTexts';
import { Choices } from './random';
import { sheetsOf } from './sheets';
import { assertComesBack } from './worksheetProperties';

/** A kind of input. */
export interface FuzzKind {
  readonly name: string;
  /** Of a thousand inputs, so many are of this kind. */
  readonly share: number;
  /** Makes the input of a seed, and asserts what has to hold of it. */
  readonly run: (seed: number) => Promise<void>;
}

const MODELS = fuzzModels();
/** The language and the whole model are looked at for some of the inputs; reading for all. */
const LANGUAGE_CHANCE = 0.5;
const MODEL_CHANCE = 0.8;

const YAML_TEXTS = textsOf('yaml');
const CSV_TEXTS = textsOf('csv');

/** All kinds of inputs; the shares are a thousand together. */
export const FUZZ_KINDS: readonly FuzzKind[] = [
  { name: 'yaml', share: 230, run: (seed) => modelInput(seed, 'yaml', YAML_TEXTS) },
  { name: 'csv', share: 150, run: (seed) => modelInput(seed, 'csv', CSV_TEXTS) },
  { name: 'bytes', share: 100, run: bytesInput },
  { name: 'worksheet', share: 80, run: worksheetInput },
  { name: 'threat-dragon', share: 80, run: (seed) => foreignInput(seed, 'plant.threat-dragon.json') },
  { name: 'otm', share: 60, run: (seed) => foreignInput(seed, 'shop.otm.yaml') },
  { name: 'threagile', share: 60, run: (seed) => foreignInput(seed, 'portal.threagile.yaml') },
  { name: 'tm7', share: 60, run: (seed) => foreignInput(seed, 'tickets.tm7') },
  { name: 'graphml', share: 60, run: (seed) => foreignInput(seed, 'cells.graphml') },
  { name: 'dbc', share: 60, run: (seed) => foreignInput(seed, 'body.dbc') },
  { name: 'xlsx', share: 60, run: workbookInput },
];

function textsOf(format: string): string[] {
  return MODELS.flatMap((texts) =>
    Object.entries(texts).flatMap(([file, text]) => (file.endsWith(format) ? [text] : [])),
  );
}

async function modelInput(seed: number, format: string, others: readonly string[]): Promise<void> {
  const choices = new Choices(seed);
  const candidates = MODELS.filter((texts) => Object.keys(texts).some((name) => name.endsWith(format)));
  const original: ModelTexts = choices.of(candidates) ?? {};
  const file = choices.of(Object.keys(original).filter((name) => name.endsWith(format))) ?? '';
  const before = original[file] ?? '';
  const text = mutateText(before, choices, others);
  assertReads(file, text, before);
  const texts = { ...original, [file]: text };
  if (choices.chance(MODEL_CHANCE)) {
    assertModelHolds(texts, choices);
  }
  if (choices.chance(LANGUAGE_CHANCE)) {
    await assertLanguageHolds(texts, file, choices);
  }
}

/** A text in some encoding, with bytes of it changed, or cut off. */
async function bytesInput(seed: number): Promise<void> {
  const choices = new Choices(seed);
  const isCsv = choices.chance(0.6);
  const text = (choices.of(isCsv ? CSV_TEXTS : YAML_TEXTS) ?? '').slice(0, 2000);
  const encoded = choices.of([
    Buffer.from(text, 'utf8'),
    Buffer.from(`\ufeff${text}`, 'utf8'),
    Buffer.from(`\ufeff${text}`, 'utf16le'),
    Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    Buffer.from(text, 'latin1'),
  ]);
  const bytes = Uint8Array.from(encoded.subarray(0, encoded.length - choices.below(4)));
  for (let changes = choices.below(5); changes > 0 && bytes.length > 0; changes--) {
    bytes[choices.below(bytes.length)] = choices.below(256);
  }
  const records = readBytes(isCsv ? 'a.tmg.csv' : 'a.tmg.yaml', bytes);
  assertInside(records, records.text);
}

async function worksheetInput(seed: number): Promise<void> {
  const choices = new Choices(seed);
  const texts = choices.of([YAML_MODEL, CSV_MODEL] as const);
  const sheet = worksheetOf(texts, choices.chance(0.5));
  const answers = Array.from({ length: 4 }, () => (choices.chance(0.5) ? '7.1' : oddText(choices)));
  const rows = [[...sheet.columns], ...fill(sheet, answers)].map((row) =>
    row.map((cell) => (choices.chance(0.04) ? oddText(choices) : cell)),
  );
  const [first] = DIALECTS;
  const dialect = choices.of(DIALECTS) ?? first;
  if (dialect) {
    await assertComesBack(texts, 'filled.csv', saved(rows, dialect));
  }
}

/** A file of another tool: its tree changed where it is JSON, else its text. */
async function foreignInput(seed: number, fixture: string): Promise<void> {
  const choices = new Choices(seed);
  const text = readFileSync(`${IMPORT_FIXTURES}/${fixture}`, 'utf8');
  const isTree = fixture.endsWith('.json') && choices.chance(0.7);
  const content = isTree ? mutateJson(text, choices) : mutateText(text, choices, [text]);
  assertVisible(await assertImports({ [fixture]: content }));
}

/** A workbook with cells, and sometimes bytes, changed. */
async function workbookInput(seed: number): Promise<void> {
  const choices = new Choices(seed);
  const bytes = Uint8Array.from(await writeXlsx({ sheets: sheetsOf(choices) }));
  for (let changes = choices.chance(0.4) ? 1 + choices.below(4) : 0; changes > 0; changes--) {
    bytes[choices.below(bytes.length)] = choices.below(256);
  }
  await assertImports({ 'book.xlsx': bytes });
}
