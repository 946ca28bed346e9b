import type { CvssParse, CvssProblem } from '../cvss/parseVector';
import { looksLikeVector, parseVector } from '../cvss/parseVector';
import { type TextRange, shiftRange } from '../text/range';
import { type Finding, finding, type ReaderCode } from './finding';
import type { FindingSink } from './findingCollector';
import type { RatingCell } from './records';
import { addAll } from '../text/arrays';

const SCORE = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i;
const EXACT_SCORE = /^(10(\.0)?|\d(\.\d)?)$/;

/** Where a cell's text stands and how to get from an offset in the text to the file. */
export interface CellPlace {
  readonly file: string;
  readonly range: TextRange;
  /** Offset in the file of the text's first character, or undefined if quoting or escapes moved the characters. */
  readonly textStart: number | undefined;
  /** Whether `7,1` is a way to write 7.1, as in spreadsheets. */
  readonly decimalComma: boolean;
}

/**
 * Reads a rating cell by its text: `none`, a score or a CVSS vector before a name. Surrounding blanks do not count.
 * Returns undefined for an empty cell. Problems are added to `findings`.
 */
export function readRatingCell(
  text: string,
  place: CellPlace,
  findings: FindingSink<ReaderCode>,
): RatingCell | undefined {
  const trimmed = text.trim();
  if (trimmed === '') {
    return undefined;
  }
  const cell = { text: trimmed, range: place.range };
  if (trimmed === 'none') {
    return { ...cell, value: { kind: 'none' } };
  }
  if (SCORE.test(trimmed)) {
    return { ...cell, value: readScore(trimmed, place, findings) };
  }
  if (looksLikeVector(trimmed)) {
    const parse = parseVector(trimmed);
    addAll(findings, vectorFindings(parse, text.length - text.trimStart().length, place));
    return { ...cell, value: parse.vector ? { kind: 'vector', vector: parse.vector } : { kind: 'invalid' } };
  }
  return { ...cell, value: { kind: 'name', name: trimmed } };
}

function readScore(text: string, place: CellPlace, findings: FindingSink<ReaderCode>): RatingCell['value'] {
  const point = text.replace(',', '.');
  if (EXACT_SCORE.test(place.decimalComma ? point : text)) {
    return { kind: 'score', score: Number(point) };
  }
  const value = Number(point);
  const template =
    value >= 0 && value <= 10
      ? 'The score {text} is not written as a number with at most one decimal; write {nearest}.'
      : 'The score {text} is outside 0 to 10; write a number from 0 to 10 with at most one decimal.';
  const nearest = Math.min(10, Math.max(0, Math.round(value * 10) / 10));
  findings.push(
    finding('invalid-score', place, template, { text, nearest }, { data: { nearest: String(nearest) } }),
  );
  return { kind: 'invalid' };
}

/** Findings for what is wrong with a vector that stands `lead` characters into the cell's text. */
export function vectorFindings(
  { problems, disorder }: CvssParse,
  lead: number,
  place: CellPlace,
): Finding<ReaderCode>[] {
  return [
    ...problems.map((problem) => vectorFinding('invalid-cvss', problem, lead, place)),
    ...(disorder ? [vectorFinding('cvss-order', disorder, lead, place)] : []),
  ];
}

function vectorFinding(
  code: 'invalid-cvss' | 'cvss-order',
  { range, message, expected: [best] }: CvssProblem,
  lead: number,
  { file, range: cell, textStart }: CellPlace,
): Finding<ReaderCode> {
  const place = { file, range: textStart === undefined ? cell : shiftRange(range, textStart + lead) };
  return finding(code, place, message.template, message.args, {
    data: best === undefined || textStart === undefined ? {} : { replacement: best },
  });
}
