import type { FileRecords, RatingCell, RatingCells, RatingKey, RatingRuleRecord } from '../formats/records';
import { mentionsIn, type NameMention } from '../model/mentions';
import type { TextRange } from '../text/range';
import type { Snapshot } from '../workspace/snapshot';

/** A relation by its two names. */
export interface RelationName {
  readonly component: string;
  readonly interface: string;
}

/** A rating cell and what it rates. */
export interface RatingAt {
  readonly key: RatingKey;
  readonly cell: RatingCell;
  /** The relations it rates; several where a CSV row names several interfaces, none for the cell of a rule. */
  readonly relations: readonly RelationName[];
  /** The rule the cell belongs to. */
  readonly rule: RatingRuleRecord | undefined;
}

/** One `name:value` part of a vector, right or wrong. Ranges count from the beginning of the file. */
export interface MetricAt {
  readonly name: string;
  readonly value: string;
  readonly range: TextRange;
}

/** A CVSS vector as written, right or wrong. */
export interface VectorAt {
  readonly text: string;
  /** The vector without quotes where its characters stand as they are, else all that is written for it. */
  readonly range: TextRange;
  /** The name it has under `vectors`. */
  readonly name: string | undefined;
  /** The part at the offset; undefined on the version, or where quoting moved characters. */
  readonly metric: MetricAt | undefined;
}

/** The records of a file of a model. */
export function recordsOf(snapshot: Pick<Snapshot, 'records'>, file: string): FileRecords | undefined {
  return snapshot.records.find((records) => records.file === file);
}

/** Whether an offset lies in a range or directly behind it, as a caret does. */
export function touches({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** The name that stands at an offset. */
export function nameAt(records: FileRecords, offset: number): NameMention | undefined {
  for (const mention of mentionsIn(records)) {
    if (touches(mention.range, offset)) {
      return mention;
    }
  }
  return undefined;
}

/** The rating cell that stands at an offset; cells that are empty are none. */
export function ratingAt(records: FileRecords, offset: number): RatingAt | undefined {
  const sharing = records.ratings.filter(
    ({ range, cells }) => touches(range, offset) && cellAt(cells, offset),
  );
  const rule = records.ratingRules.find(
    ({ range, cells }) => touches(range, offset) && cellAt(cells, offset),
  );
  const found = cellAt(sharing[0]?.cells ?? rule?.cells ?? {}, offset);
  const relations = sharing.map((record) => ({
    component: record.component.value,
    interface: record.interface.value,
  }));
  return found && { ...found, relations, rule: sharing.length > 0 ? undefined : rule };
}

/** The CVSS vector that stands at an offset: in a rating cell, or under its name. */
export function vectorAt(records: FileRecords, offset: number): VectorAt | undefined {
  const named = records.vectors.find(({ cvss }) => touches(cvss.range, offset));
  if (named) {
    return locateVector(records.text, named.cvss.value.trim(), named.cvss.range, named.name.value, offset);
  }
  const cell = ratingAt(records, offset)?.cell;
  return cell && isVectorText(cell.text)
    ? locateVector(records.text, cell.text, cell.range, undefined, offset)
    : undefined;
}

/** The relations an offset belongs to: of a rating record, or of the interface in a component's list. */
export function relationsAt(records: FileRecords, offset: number): RelationName[] {
  const rated = records.ratings.filter(
    ({ range, interface: name }) => touches(range, offset) && !isOtherInterface(records, range, name, offset),
  );
  if (rated.length > 0) {
    return rated.map((record) => ({ component: record.component.value, interface: record.interface.value }));
  }
  return records.components.flatMap(({ name, interfaces }) =>
    interfaces
      .filter(({ range }) => touches(range, offset))
      .map(({ value }) => ({ component: name.value, interface: value })),
  );
}

/** Whether a CSV row of several interfaces is meant for another one of them: the one the offset is at. */
function isOtherInterface(
  { ratings }: FileRecords,
  row: TextRange,
  name: { readonly range: TextRange },
  offset: number,
): boolean {
  return (
    !touches(name.range, offset) &&
    ratings.some(
      (other) =>
        other.range.start === row.start && other.interface !== name && touches(other.interface.range, offset),
    )
  );
}

function cellAt(
  cells: RatingCells,
  offset: number,
): { readonly key: RatingKey; readonly cell: RatingCell } | undefined {
  for (const [key, cell] of Object.entries(cells)) {
    if (touches(cell.range, offset)) {
      return { key: key as RatingKey, cell };
    }
  }
  return undefined;
}

function isVectorText(text: string): boolean {
  return /^CVSS:/i.test(text);
}

function locateVector(
  fileText: string,
  text: string,
  written: TextRange,
  name: string | undefined,
  offset: number,
): VectorAt {
  const lead = fileText.slice(written.start, written.end).indexOf(text);
  if (lead < 0) {
    return { text, range: written, name, metric: undefined };
  }
  const start = written.start + lead;
  return { text, range: { start, end: start + text.length }, name, metric: metricAt(text, start, offset) };
}

function metricAt(text: string, start: number, offset: number): MetricAt | undefined {
  const at = Math.max(0, Math.min(offset - start, text.length));
  const from = text.lastIndexOf('/', at - 1) + 1;
  if (from === 0) {
    return undefined;
  }
  const next = text.indexOf('/', from);
  const part = text.slice(from, next < 0 ? text.length : next);
  const [metric = '', value = ''] = part.split(':', 2);
  return { name: metric, value, range: { start: start + from, end: start + from + part.length } };
}
