import type { ComponentRecord, InterfaceRecord, LocatedText, VectorRecord } from '../records';
import { STRIDE_TYPES, type StrideType } from '../stride';
import { AssetIds } from './assetIds';
import type { ForeignTable } from './foreignTables';
import type { ImportedAsset, ImportedComponent, ImportedInterface, ImportedModel } from './importedModel';
import type { ImportLog } from './importReport';
import { type ReadTable, readTable, reportFindings } from './readTable';
import { mapFilters } from './tableFilters';
import { mapRatings } from './tableRatings';

/** Longer names cannot be keys of YAML. */
const LONGEST_NAME = 200;

/** A component while rows unite. */
interface Draft {
  readonly name: string;
  facility: string | undefined;
  readonly labels: Set<string>;
  readonly interfaces: Set<string>;
  readonly assets: Map<string, Merged>;
  description: string | undefined;
}

interface Merged {
  id: string | undefined;
  ratings: ImportedAsset['ratings'];
  stride: readonly StrideType[];
  description: string | undefined;
}

/**
 * Tables as one model. They are read as TMG reads CSV; what would be an error in a model is reported and left out. Names
 * stay as they are, and the folder names the model.
 */
export function mapTables(tables: readonly ForeignTable[], log: ImportLog): ImportedModel {
  const read = tables.map(readTable);
  for (const table of read) {
    reportFindings(table, log);
  }
  const drafts = mergeComponents(read, log);
  const vectors = mergeVectors(read, log);
  const components = finish(drafts);
  const held = new Map<string, ReadonlySet<string>>(
    [...drafts].map(([name, { interfaces }]) => [name, interfaces]),
  );
  const ratings = mapRatings(read, held, new Set(vectors.keys()), log);
  return {
    facilities: [],
    components,
    interfaces: mergeMarks(read, held, log),
    vectors: [...vectors].map(([name, vector]) => ({ name, vector })),
    ratings,
    filters: mapFilters(read, new Set(held.keys()), log),
  };
}

function mergeComponents(read: readonly ReadTable[], log: ImportLog): Map<string, Draft> {
  const drafts = new Map<string, Draft>();
  for (const { records, placeOf } of read) {
    for (const record of records.components) {
      if (isUsable(record.name, placeOf, log)) {
        const name = record.name.value;
        const draft = drafts.get(name) ?? newDraft(name);
        drafts.set(name, draft);
        unite(draft, record, placeOf, log);
        log.mapped('row of a table', rowBecomes(record));
      }
    }
  }
  return drafts;
}

function rowBecomes(record: ComponentRecord): string {
  return record.assets.length > 0
    ? 'asset'
    : record.interfaces.length > 0
      ? 'interfaces of a component'
      : 'component';
}

function unite(draft: Draft, record: ComponentRecord, placeOf: ReadTable['placeOf'], log: ImportLog): void {
  const facility = record.facility?.value;
  if (
    record.facility &&
    facility !== undefined &&
    draft.facility !== undefined &&
    draft.facility !== facility
  ) {
    log.problem(placeOf(record.facility), '"{name}" lies in "{first}" already, so not in "{second}" too.', {
      name: draft.name,
      first: draft.facility,
      second: facility,
    });
  }
  draft.facility ??= facility;
  draft.description ??= record.description?.value;
  for (const { value } of record.labels) {
    draft.labels.add(value);
  }
  for (const name of record.interfaces.filter((one) => isUsable(one, placeOf, log))) {
    draft.interfaces.add(name.value);
  }
  for (const asset of record.assets.filter(({ name }) => isUsable(name, placeOf, log))) {
    const known = draft.assets.get(asset.name.value) ?? {
      id: undefined,
      ratings: {},
      stride: [],
      description: undefined,
    };
    const own = Object.fromEntries(Object.entries(asset.ratings).map(([key, rating]) => [key, rating.value]));
    draft.assets.set(asset.name.value, {
      id: known.id ?? asset.id?.value,
      ratings: { ...own, ...known.ratings },
      stride: [...known.stride, ...asset.stride.map(({ value }) => value)],
      description: known.description ?? asset.description?.value,
    });
  }
}

function isUsable(name: LocatedText, placeOf: ReadTable['placeOf'], log: ImportLog): boolean {
  if (name.value.length > LONGEST_NAME) {
    log.problem(placeOf(name), 'The name "{name}..." has more than {limit} characters, so it is left out.', {
      name: name.value.slice(0, 40),
      limit: LONGEST_NAME,
    });
  }
  return name.value.length <= LONGEST_NAME;
}

function newDraft(name: string): Draft {
  return {
    name,
    facility: undefined,
    labels: new Set(),
    interfaces: new Set(),
    assets: new Map(),
    description: undefined,
  };
}

function finish(drafts: ReadonlyMap<string, Draft>): ImportedComponent[] {
  const ids = new AssetIds();
  return [...drafts.values()].map(({ name, facility, labels, interfaces, assets, description }) => ({
    name,
    ...(facility !== undefined && { facility }),
    labels: [...labels],
    interfaces: [...interfaces],
    assets: [...assets].map(([asset, merged]): ImportedAsset => {
      const id = ids.take(name, asset, merged.id);
      return {
        name: asset,
        ...(id !== undefined && { id }),
        ratings: merged.ratings,
        ...(merged.stride.length > 0 && {
          stride: STRIDE_TYPES.filter((type) => merged.stride.includes(type)),
        }),
        ...(merged.description !== undefined && { description: merged.description }),
      };
    }),
    ...(description !== undefined && { description }),
  }));
}

function mergeVectors(read: readonly ReadTable[], log: ImportLog): Map<string, string> {
  const vectors = new Map<string, string>();
  for (const { records, placeOf } of read) {
    for (const record of records.vectors.filter(isValid)) {
      const known = vectors.get(record.name.value);
      if (known !== undefined && known !== record.vector.text) {
        log.problem(
          placeOf(record.name),
          'The vector "{name}" is another one already; the first one counts.',
          {
            name: record.name.value,
          },
        );
      } else if (isUsable(record.name, placeOf, log)) {
        vectors.set(record.name.value, record.vector.text);
        log.mapped('row of a table', 'vector');
      }
    }
  }
  return vectors;
}

function isValid(record: VectorRecord): record is VectorRecord & Required<Pick<VectorRecord, 'vector'>> {
  return record.vector !== undefined;
}

/** Entry marks of interfaces that components have. */
function mergeMarks(
  read: readonly ReadTable[],
  held: ReadonlyMap<string, ReadonlySet<string>>,
  log: ImportLog,
): ImportedInterface[] {
  const known = new Set([...held.values()].flatMap((names) => [...names]));
  const marks = new Map<string, ImportedInterface>();
  for (const { records, placeOf } of read) {
    for (const record of records.interfaces) {
      const name = record.name.value;
      if (known.has(name)) {
        marks.set(name, united(marks.get(name), record, held, placeOf, log));
        log.mapped('row of a table', 'entry mark');
      } else {
        log.problem(
          placeOf(record.name),
          'No component has the interface "{name}", so its mark is left out.',
          { name },
        );
      }
    }
  }
  return [...marks.values()];
}

function united(
  first: ImportedInterface | undefined,
  record: InterfaceRecord,
  held: ReadonlyMap<string, ReadonlySet<string>>,
  placeOf: ReadTable['placeOf'],
  log: ImportLog,
): ImportedInterface {
  const name = record.name.value;
  const into = record.into.filter((component) => {
    const isThere = held.get(component.value)?.has(name) === true;
    if (!isThere) {
      log.problem(
        placeOf(component),
        '"{component}" does not have the interface "{name}" that is to lead into it.',
        {
          component: component.value,
          name,
        },
      );
    }
    return isThere;
  });
  const union = (known: readonly string[] | undefined, more: readonly LocatedText[]): string[] => [
    ...new Set([...(known ?? []), ...more.map(({ value }) => value)]),
  ];
  const entry =
    first?.entry === true || record.entry?.value === true ? true : (first?.entry ?? record.entry?.value);
  const description = first?.description ?? record.description?.value;
  return {
    name,
    ...(entry !== undefined && { entry }),
    into: union(first?.into, into),
    attackers: union(first?.attackers, record.attackers),
    periods: union(first?.periods, record.periods),
    ...(description !== undefined && { description }),
  };
}
