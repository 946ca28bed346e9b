import type {
  ComponentRecord,
  FileRecords,
  FilterRecord,
  LocatedText,
  RatingRecord,
} from '../formats/records';
import type { NamedKind } from '../model/mentions';
import type { TextRange } from '../text/range';
import type { Snapshot } from '../workspace/snapshot';
import { recordsOf } from './nameAt';
import { cellSummary } from './cellSummary';
import { runsBy } from './runs';

/** What a symbol stands for. */
export type SymbolKind = NamedKind | 'ratings' | 'rule' | 'filter';

/** A part of a file by its name. */
export interface DocumentSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  /** All that belongs to it; holds `selectionRange`. */
  readonly range: TextRange;
  /** Its name, or what stands for one. */
  readonly selectionRange: TextRange;
  readonly children: readonly DocumentSymbol[];
}

/** The records of a file as a tree, in the order of the text. Rows of one component below each other are one. */
export function documentSymbols(snapshot: Snapshot, file: string): DocumentSymbol[] {
  const records = recordsOf(snapshot, file);
  if (!records) {
    return [];
  }
  const trim = trimmer(records);
  const simple = (
    kind: SymbolKind,
    name: LocatedText,
    range: TextRange,
    detail: LocatedText | undefined,
  ): DocumentSymbol => ({
    name: name.value,
    detail: detail?.value ?? '',
    kind,
    range: trim(range, name.range),
    selectionRange: name.range,
    children: [],
  });
  return [
    ...records.attackers.map(({ key, text, range }) => simple('attacker', key, range, text)),
    ...records.periods.map(({ key, text, range }) => simple('period', key, range, text)),
    ...records.facilities.map(({ key, text, range }) => simple('facility', key, range, text)),
    ...runsBy(records.components, ({ name }) => name.value).map((run) => componentSymbol(run, trim)),
    ...records.interfaces.map(({ name, range, description }) =>
      simple('interface', name, range, description),
    ),
    ...records.vectors.map(({ name, range, cvss }) => simple('vector', name, range, cvss)),
    ...runsBy(records.ratings, ({ component }) => component.value).map((run) => ratingsSymbol(run, trim)),
    ...records.ratingRules.map(({ match, cells, range }): DocumentSymbol => {
      const patterns = Object.entries(match).map(([key, { value }]) => `${key} ${value}`);
      const whole = trim(range, { start: range.start, end: range.start });
      const name = patterns.join(', ');
      return {
        name,
        detail: cellSummary(cells),
        kind: 'rule',
        range: whole,
        selectionRange: whole,
        children: [],
      };
    }),
    ...records.filters.map((filter): DocumentSymbol => {
      const whole = trim(filter.range, { start: filter.range.start, end: filter.range.start });
      return {
        name: filterName(filter),
        detail: filter.kind,
        kind: 'filter',
        range: whole,
        selectionRange: whole,
        children: [],
      };
    }),
  ].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
}

/** Takes line ends and blanks off the end of a record, and stretches it to hold its name. */
type Trim = (range: TextRange, name: TextRange) => TextRange;

function trimmer({ text }: FileRecords): Trim {
  return ({ start, end }, name) => {
    const trimmed = start + text.slice(start, end).trimEnd().length;
    return { start: Math.min(start, name.start), end: Math.max(trimmed, name.end) };
  };
}

function componentSymbol(run: readonly [ComponentRecord, ...ComponentRecord[]], trim: Trim): DocumentSymbol {
  const [first] = run;
  const last = run.at(-1) ?? first;
  const labels = new Set(run.flatMap((record) => record.labels.map(({ value }) => value)));
  const facility = run.find((record) => record.facility)?.facility?.value;
  const interfaces = run.flatMap((record) =>
    record.interfaces.map((name): DocumentSymbol => leaf('interface', name, name.range)),
  );
  const assets = run.flatMap((record) =>
    record.assets.map(
      (asset): DocumentSymbol => leaf('asset', asset.name, trim(asset.range, asset.name.range)),
    ),
  );
  return {
    name: first.name.value,
    detail: [...(facility === undefined ? [] : [facility]), ...labels].join(', '),
    kind: 'component',
    range: trim({ start: first.range.start, end: last.range.end }, first.name.range),
    selectionRange: first.name.range,
    children: [...interfaces, ...assets].sort((a, b) => a.range.start - b.range.start),
  };
}

function leaf(kind: SymbolKind, name: LocatedText, range: TextRange): DocumentSymbol {
  return { name: name.value, detail: '', kind, range, selectionRange: name.range, children: [] };
}

function ratingsSymbol(run: readonly [RatingRecord, ...RatingRecord[]], trim: Trim): DocumentSymbol {
  const [first] = run;
  const last = run.at(-1) ?? first;
  return {
    name: first.component.value,
    detail: 'ratings',
    kind: 'ratings',
    range: trim({ start: first.range.start, end: last.range.end }, first.component.range),
    selectionRange: first.component.range,
    children: run.map((record) => ({
      name: record.interface.value,
      detail: cellSummary(record.cells),
      kind: 'ratings',
      range: trim(record.range, record.interface.range),
      selectionRange: record.interface.range,
      children: [],
    })),
  };
}

function filterName(filter: FilterRecord): string {
  switch (filter.kind) {
    case 'banned':
      return filter.sequence.map(({ value }) => value).join(', ');
    case 'oneWay':
      return `${filter.from.value} to ${filter.to.value}`;
    case 'only':
      return `${filter.from.value} via ${filter.via.value}`;
  }
}
