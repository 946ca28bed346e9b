import { canonicalVector } from '../../cvss/vector';
import type { Message } from '../../text/message';
import { nearestName } from '../../text/nearest';
import type { RatingCell, RatingKey, RatingRecord } from '../records';
import { meansNone } from '../noneWord';
import type { ImportedRating } from './importedModel';
import type { ImportLog } from './importReport';
import { didYouMean, type ReadTable } from './readTable';

/** Ratings of a relation while rows unite. */
interface Draft {
  readonly component: string;
  readonly interface: string;
  readonly cells: Map<RatingKey, RatingCell>;
  readonly techniques: Map<RatingKey, Set<string>>;
  note: string | undefined;
  status: string | undefined;
  ref: string | undefined;
}

/**
 * The ratings of tables that a model can have: of relations that are there, with vectors that are there, and one per
 * type. Others are reported.
 * @param held interfaces by component
 * @param vectors names of vectors
 */
export function mapRatings(
  read: readonly ReadTable[],
  held: ReadonlyMap<string, ReadonlySet<string>>,
  vectors: ReadonlySet<string>,
  log: ImportLog,
): ImportedRating[] {
  const drafts = new Map<string, Draft>();
  for (const { records, placeOf } of read) {
    for (const record of records.ratings) {
      if (isKnown(record, held, placeOf, log)) {
        const key = JSON.stringify([record.component.value, record.interface.value]);
        const draft = drafts.get(key) ?? newDraft(record);
        drafts.set(key, draft);
        unite(draft, record, vectors, placeOf, log);
      }
    }
  }
  return [...drafts.values()].map(finished);
}

function isKnown(
  record: RatingRecord,
  held: ReadonlyMap<string, ReadonlySet<string>>,
  placeOf: ReadTable['placeOf'],
  log: ImportLog,
): boolean {
  const interfaces = held.get(record.component.value);
  const own = interfaces?.has(record.interface.value) === true;
  if (!interfaces) {
    const nearest = nearestName(record.component.value, held.keys());
    log.problem(
      placeOf(record.component),
      'There is no component "{name}", so its ratings are left out{hint}',
      { name: record.component.value, hint: didYouMean(nearest) },
    );
  } else if (!own) {
    log.problem(
      placeOf(record.interface),
      '"{component}" has no interface "{name}", so its ratings are left out{hint}',
      {
        component: record.component.value,
        name: record.interface.value,
        hint: didYouMean(nearestName(record.interface.value, interfaces)),
      },
    );
  }
  return own;
}

function unite(
  draft: Draft,
  record: RatingRecord,
  vectors: ReadonlySet<string>,
  placeOf: ReadTable['placeOf'],
  log: ImportLog,
): void {
  for (const [key, cell] of Object.entries(record.cells) as [RatingKey, RatingCell][]) {
    const known = draft.cells.get(key);
    if (cell.value.kind === 'name' && !vectors.has(cell.value.name)) {
      const { template, args } = unknownVector(cell.value.name, vectors);
      log.problem(placeOf(cell), template, args);
    } else if (known && !isSame(known, cell)) {
      log.problem(
        placeOf(cell),
        '"{component}" has another rating for {type} through "{name}" already, so {text} is left out.',
        { component: draft.component, name: draft.interface, type: key, text: cell.text },
      );
    } else if (cell.value.kind !== 'invalid') {
      draft.cells.set(key, cell);
      log.mapped('rating in a table', 'rating');
    }
  }
  for (const { type, ids } of record.techniques) {
    const own = draft.techniques.get(type) ?? new Set();
    draft.techniques.set(type, own);
    for (const { value } of ids) {
      own.add(value);
    }
  }
  draft.note ??= record.note?.value;
  draft.status ??= record.status?.value;
  draft.ref ??= record.ref?.value;
}

/** What is wrong with a rating that is neither a vector, nor a score, nor the name of a vector. */
export function unknownVector(name: string, vectors: Iterable<string>): Message {
  const of = (template: string, nearest = ''): Message => ({ template, args: { name, nearest } });
  if (/^\d{4}-\d\d-\d\d$/.test(name) || /^\d{1,2}\. ?[A-Za-zÄä]{3,}\.?$/.test(name)) {
    return of(
      'A spreadsheet has made a date of this score ({name}); write it with the decimal sign of your language.',
    );
  }
  if (meansNone(name)) {
    return of(
      '"{name}" is no rating; write none if this is not possible, and leave the cell empty if nobody has rated it yet.',
    );
  }
  const nearest = nearestName(name, vectors);
  return nearest === undefined
    ? of('"{name}" is the name of no vector; write a CVSS vector, a score, none, or the name of a vector.')
    : of('"{name}" is the name of no vector; did you mean "{nearest}"?', nearest);
}

function isSame(a: RatingCell, b: RatingCell): boolean {
  if (a.value.kind === 'vector' && b.value.kind === 'vector') {
    return canonicalVector(a.value.vector) === canonicalVector(b.value.vector);
  }
  return JSON.stringify(a.value) === JSON.stringify(b.value);
}

function newDraft(record: RatingRecord): Draft {
  return {
    component: record.component.value,
    interface: record.interface.value,
    cells: new Map(),
    techniques: new Map(),
    note: undefined,
    status: undefined,
    ref: undefined,
  };
}

function finished({ cells, techniques, note, status, ref, ...relation }: Draft): ImportedRating {
  return {
    ...relation,
    // A spreadsheet's 7,1 is no score in YAML.
    cells: Object.fromEntries(
      [...cells].map(([key, { value, text }]) => [key, value.kind === 'score' ? String(value.score) : text]),
    ),
    techniques: Object.fromEntries([...techniques].map(([key, ids]) => [key, [...ids]])),
    ...(note !== undefined && { note }),
    ...(status !== undefined && { status }),
    ...(ref !== undefined && { ref }),
  };
}
