import { cellText } from '../checks/ratingTexts';
import { canonicalVector } from '../cvss/vector';
import type { ForeignPlace, ImportLog } from '../formats/foreign/importReport';
import { didYouMean, type ReadTable } from '../formats/foreign/readTable';
import { unknownVector } from '../formats/foreign/tableRatings';
import type { RatingCell, RatingRecord } from '../formats/records';
import { STRIDE_TYPES, type StrideType } from '../formats/stride';
import { typesAskedOf } from '../model/askedTypes';
import type { Relation } from '../model/model';
import { nearestName } from '../text/nearest';
import type { Snapshot } from '../workspace/snapshot';
import { countingText } from './countingText';

type Merged = Pick<Snapshot, 'model' | 'origins'>;

/** A rating or note of a relation that is to be written. */
export interface WorksheetItem {
  readonly component: string;
  readonly interface: string;
  readonly key: StrideType | 'note';
  readonly text: string;
  readonly place: ForeignPlace;
}

/**
 * What filled worksheets say that the model does not say yet. Empty cells say nothing; what cannot be is reported.
 * @param tables of ratings
 */
export function worksheetItems(
  snapshot: Merged,
  tables: readonly ReadTable[],
  log: ImportLog,
): WorksheetItem[] {
  const items = new Map<string, WorksheetItem>();
  for (const table of tables) {
    for (const record of table.records.ratings) {
      const relation = relationOf(snapshot, record, table, log);
      for (const item of relation ? itemsOf(snapshot, relation, record, table, log) : []) {
        const key = JSON.stringify([item.component, item.interface, item.key]);
        const first = items.get(key);
        if (first && first.text !== item.text) {
          log.problem(
            item.place,
            '"{component}" has two answers for {key} through "{interface}"; the first one counts.',
            {
              component: item.component,
              key: item.key,
              interface: item.interface,
            },
          );
        }
        items.set(key, first ?? item);
      }
    }
  }
  return [...items.values()].filter((item) => {
    const isNew = !isWritten(snapshot, item);
    log.mapped(
      item.key === 'note' ? 'note in a worksheet' : 'rating in a worksheet',
      change(snapshot, item, isNew),
    );
    return isNew;
  });
}

/** Whether a model says what an item says. */
export function isWritten({ model, origins }: Merged, item: WorksheetItem): boolean {
  const relation = model.components.get(item.component)?.relations.get(item.interface);
  if (!relation) {
    return false;
  }
  return item.key === 'note'
    ? relation.notes.join('; ') === item.text
    : countingText(origins, relation, item.key) === item.text;
}

function change({ model }: Merged, item: WorksheetItem, isNew: boolean): string {
  if (!isNew) {
    return 'no change';
  }
  const relation = model.components.get(item.component)?.relations.get(item.interface);
  const known = item.key === 'note' ? relation?.notes[0] : relation?.ratings[item.key];
  const what = item.key === 'note' ? 'note' : 'rating';
  return known === undefined ? `new ${what}` : `changed ${what}`;
}

function relationOf(
  { model }: Merged,
  { component: name, interface: through }: RatingRecord,
  { placeOf }: ReadTable,
  log: ImportLog,
): Relation | undefined {
  const component = model.components.get(name.value);
  const relation = component?.relations.get(through.value);
  if (!component) {
    log.problem(placeOf(name), 'The model has no component "{name}"{hint}', {
      name: name.value,
      hint: didYouMean(nearestName(name.value, model.components.keys())),
    });
  } else if (!relation) {
    log.problem(placeOf(through), '"{component}" has no interface "{name}"{hint}', {
      component: name.value,
      name: through.value,
      hint: didYouMean(nearestName(through.value, component.relations.keys())),
    });
  } else if (component.virtual) {
    log.leftOut(placeOf(name), '"{component}" is Virtual, so ratings do not count there.', {
      component: name.value,
    });
    return undefined;
  }
  return relation;
}

function itemsOf(
  snapshot: Merged,
  relation: Relation,
  record: RatingRecord,
  { placeOf }: ReadTable,
  log: ImportLog,
): WorksheetItem[] {
  const { component, interface: name } = relation;
  const holder = snapshot.model.components.get(component);
  const asked = new Set(holder && typesAskedOf(snapshot.model)(holder));
  const items = STRIDE_TYPES.flatMap((type): WorksheetItem[] => {
    const cell = record.cells[type] ?? (asked.has(type) ? record.cells.all : undefined);
    if (!cell || !isUsable(snapshot, cell, placeOf(cell), log)) {
      return [];
    }
    // What only is written in another way stays as it stands.
    const text = isSame(snapshot, relation, type, cell)
      ? (countingText(snapshot.origins, relation, type) ?? cellText(cell))
      : cellText(cell);
    return [{ component, interface: name, key: type, text, place: placeOf(cell) }];
  });
  const { note } = record;
  const noteItem: WorksheetItem[] = note
    ? [{ component, interface: name, key: 'note', text: note.value, place: placeOf(note) }]
    : [];
  return [...items, ...noteItem];
}

/** Whether a cell can be a rating of the model: the reader has reported what is not even well-formed. */
function isUsable({ origins }: Merged, { value }: RatingCell, place: ForeignPlace, log: ImportLog): boolean {
  if (value.kind === 'name' && !origins.vectors.get(value.name)?.[0]?.record.vector) {
    log.problem(place, '{problem}', { problem: unknownVector(value.name, origins.vectors.keys()) });
    return false;
  }
  return value.kind !== 'invalid';
}

function isSame({ origins }: Merged, relation: Relation, type: StrideType, cell: RatingCell): boolean {
  const rating = relation.ratings[type];
  if (!rating) {
    return false;
  }
  switch (cell.value.kind) {
    case 'none':
      return rating.none;
    case 'score':
      return !rating.none && !rating.vector && rating.score === cell.value.score;
    case 'vector':
      return (
        rating.vector !== undefined && canonicalVector(rating.vector) === canonicalVector(cell.value.vector)
      );
    case 'name':
      return countingText(origins, relation, type) === cell.value.name;
    case 'invalid':
      return false;
  }
}
