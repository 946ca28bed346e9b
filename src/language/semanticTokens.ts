import { columnCells, headerColumns } from '../formats/csv/headerColumns';
import { readRatingKey } from '../formats/csv/ratingRows';
import type { FileRecords, LocatedText, RatingCell, RatingCells } from '../formats/records';
import { isStrideType } from '../formats/stride';
import { mentionsIn } from '../model/mentions';
import type { Model } from '../model/model';
import type { TextRange } from '../text/range';
import type { Snapshot } from '../workspace/snapshot';
import { recordsOf } from './nameAt';
import type { TokenModifier, TokenType } from './tokenLegend';

/** A part of a line with its meaning. */
export interface SemanticToken {
  readonly range: TextRange;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** The tokens of a file in the order of the text; none overlaps another or a line end. */
export function semanticTokens(snapshot: Snapshot, file: string): SemanticToken[] {
  const records = recordsOf(snapshot, file);
  if (!records) {
    return [];
  }
  const tokens = [
    ...names(records, snapshot.model),
    ...vectorDefinitions(records),
    ...ratings(records),
    ...plain(
      'label',
      records.components.flatMap(({ labels }) => labels),
    ),
    ...plain('technique', techniqueIds(records)),
    ...records.components.flatMap(({ assets }) =>
      assets.flatMap(({ stride }) => stride.map(({ range }) => token(range, 'strideType'))),
    ),
    ...(records.format === 'csv' ? columns(records.text) : []),
  ];
  return withoutOverlaps(records.text, tokens);
}

function token(range: TextRange, type: TokenType, modifiers: readonly TokenModifier[] = []): SemanticToken {
  return { range, type, modifiers };
}

function plain(type: TokenType, texts: readonly LocatedText[]): SemanticToken[] {
  return texts.map(({ range }) => token(range, type));
}

function* names(records: FileRecords, model: Model): Generator<SemanticToken> {
  for (const { kind, name, declares, pattern, range } of mentionsIn(records)) {
    const component = kind === 'component' ? model.components.get(name) : undefined;
    yield token(range, kind, [
      ...(declares ? (['declaration'] as const) : []),
      ...(component?.virtual ? (['virtual'] as const) : []),
      ...(component?.external ? (['external'] as const) : []),
      ...(pattern ? (['pattern'] as const) : []),
    ]);
  }
}

function vectorDefinitions({ vectors, text }: FileRecords): SemanticToken[] {
  return vectors.flatMap(({ cvss }) => vectorTokens(text, cvss.value.trim(), cvss.range));
}

function ratings(records: FileRecords): SemanticToken[] {
  const cells = [...records.ratings, ...records.ratingRules].flatMap((record) => entriesOf(record.cells));
  return cells.flatMap(([key, cell]) => [
    ...(records.format === 'yaml' ? keyToken(records.text, key, cell) : []),
    ...cellTokens(records.text, cell),
  ]);
}

function entriesOf(cells: RatingCells): [string, RatingCell][] {
  return Object.entries(cells);
}

function cellTokens(text: string, { value, text: written, range }: RatingCell): SemanticToken[] {
  switch (value.kind) {
    case 'none':
      return [token(range, 'none')];
    case 'score':
      return [token(range, 'score')];
    case 'vector':
    case 'invalid':
      return vectorTokens(text, written, range);
    case 'name':
      // Named vectors are among the mentions.
      return [];
  }
}

/** `CVSS:3.1`, and each metric as its name and value; nothing where quoting moved the characters. */
function vectorTokens(text: string, vector: string, range: TextRange): SemanticToken[] {
  const lead = text.slice(range.start, range.end).indexOf(vector);
  if (lead < 0 || !/^CVSS:/i.test(vector)) {
    return [];
  }
  const tokens: SemanticToken[] = [];
  let start = range.start + lead;
  for (const [index, part] of vector.split('/').entries()) {
    const end = start + part.length;
    const colon = part.indexOf(':');
    if (index === 0) {
      tokens.push(token({ start, end }, 'cvssVersion'));
    } else if (colon > 0) {
      tokens.push(token({ start, end: start + colon }, 'cvssMetric'));
      tokens.push(token({ start: start + colon + 1, end }, 'cvssValue'));
    }
    start = end + 1;
  }
  return tokens;
}

/** The letter before a YAML cell: records have only the cell itself. */
function keyToken(text: string, key: string, { range }: RatingCell): SemanticToken[] {
  const colon = lastVisible(text, range.start);
  const last = text[colon] === ':' ? lastVisible(text, colon) : -1;
  const quotes = text[last] === '"' || text[last] === "'" ? 1 : 0;
  const place = { start: last + 1 - key.length - 2 * quotes, end: last + 1 };
  const written = text.slice(place.start + quotes, place.end - quotes);
  return written === key ? [token(place, 'strideType')] : [];
}

/** Position of the last character before an offset that is no blank; -1 where there is none. */
function lastVisible(text: string, offset: number): number {
  let at = offset - 1;
  while (at >= 0 && ' \t\r\n'.includes(text.charAt(at))) {
    at--;
  }
  return at;
}

function techniqueIds(records: FileRecords): LocatedText[] {
  return [...records.ratings, ...records.ratingRules].flatMap(({ techniques }) =>
    techniques.flatMap(({ ids }) => ids),
  );
}

function columns(text: string): SemanticToken[] {
  const header = headerColumns(text);
  const heads = header.map(({ column, range }) =>
    token(range, isStrideType(column) || column === 'All' ? 'strideType' : 'column', ['declaration']),
  );
  const types = header.some(({ column }) => column === 'STRIDE') ? columnCells(text, 'STRIDE') : [];
  return [
    ...heads,
    ...plain(
      'strideType',
      types.filter(({ value }) => readRatingKey(value) !== undefined),
    ),
  ];
}

/** In the order of the text, cut at line ends; of tokens that overlap, the one that begins first, then the shorter one. */
function withoutOverlaps(text: string, tokens: readonly SemanticToken[]): SemanticToken[] {
  const sorted = tokens.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const kept: SemanticToken[] = [];
  let position = 0;
  for (const { range, type, modifiers } of sorted) {
    if (range.start >= position && range.end > range.start) {
      position = range.end;
      for (const line of text.slice(range.start, range.end).matchAll(/[^\r\n]+/g)) {
        const start = range.start + line.index;
        kept.push({ range: { start, end: start + line[0].length }, type, modifiers });
      }
    }
  }
  return kept;
}
