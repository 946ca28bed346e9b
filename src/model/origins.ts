import { scoreVector } from '../cvss/score';
import type {
  AssetRecord,
  ComponentRecord,
  DeclarationRecord,
  FileRecords,
  FilterRecord,
  InterfaceRecord,
  LocatedText,
  RatingCell,
  RatingKey,
  RatingRecord,
  RatingRuleRecord,
  VectorRecord,
} from '../formats/records';
import type { StrideType } from '../formats/stride';
import { compareCodePoints } from '../text/compare';
import type { TextRange } from '../text/range';
import { byPriority } from './modelFile';

/** A record and the file it stands in. */
export interface Origin<Item> {
  readonly file: string;
  readonly record: Item;
}

/** A place in a file. */
export interface Place {
  readonly file: string;
  readonly range: TextRange;
}

/** An asset as one record of its component gives it. */
export interface AssetOrigin extends Origin<AssetRecord> {
  readonly component: string;
  readonly componentRecord: ComponentRecord;
}

/** A rating cell that speaks for a type, by its own key or by `all`. */
export interface RatingOrigin extends Origin<RatingRecord> {
  readonly key: RatingKey;
  readonly cell: RatingCell;
}

/** Leads from the model's names and ids back to the records they come from; files in code-point order. */
export interface Origins {
  /** In code-point order of file name. */
  readonly files: readonly FileRecords[];
  readonly components: ReadonlyMap<string, readonly Origin<ComponentRecord>[]>;
  /** Where a component is said to have an interface: by component, then interface. */
  readonly relations: ReadonlyMap<string, ReadonlyMap<string, readonly Place[]>>;
  /** Entry marks by interface, of unknown interfaces too. */
  readonly interfaces: ReadonlyMap<string, readonly Origin<InterfaceRecord>[]>;
  /** By id; the first one counts, the others are conflicts. One asset spread over records is in one inner list. */
  readonly assets: ReadonlyMap<string, readonly (readonly AssetOrigin[])[]>;
  /** Rating records by component and interface, of unknown relations too. */
  readonly ratings: ReadonlyMap<string, ReadonlyMap<string, readonly Origin<RatingRecord>[]>>;
  /** The one that counts first: of those with a valid text the one of the highest base score, of equal ones the first. */
  readonly vectors: ReadonlyMap<string, readonly Origin<VectorRecord>[]>;
  /** Those of the model file first; same order as `Model.ratingRules`. */
  readonly ratingRules: readonly Origin<RatingRuleRecord>[];
  /** Same order as `Model.filters`. */
  readonly filters: readonly Origin<FilterRecord>[];
  readonly attackers: ReadonlyMap<string, readonly Origin<DeclarationRecord>[]>;
  readonly periods: ReadonlyMap<string, readonly Origin<DeclarationRecord>[]>;
  readonly facilities: ReadonlyMap<string, readonly Origin<DeclarationRecord>[]>;
}

/** Place of a name in a file. */
export function placeOf(file: string, { range }: LocatedText): Place {
  return { file, range };
}

/**
 * The cells that speak for one type of a relation: those that name it, or, where no record does, those under `all`.
 */
export function ratingOrigins(records: readonly Origin<RatingRecord>[], type: StrideType): RatingOrigin[] {
  const under = (key: RatingKey): RatingOrigin[] =>
    records.flatMap(({ file, record }) => {
      const cell = record.cells[key];
      return cell ? [{ file, record, key, cell }] : [];
    });
  const named = under(type);
  return named.length > 0 ? named : under('all');
}

/** Where the rating that counts for a type of a relation stands: its cell, or that of the rule. */
export function ratingPlace(
  origins: Pick<Origins, 'ratings' | 'ratingRules'>,
  relation: { readonly component: string; readonly interface: string },
  type: StrideType,
  rating: { readonly rule: number | undefined; readonly cell: number },
): Place | undefined {
  if (rating.rule !== undefined) {
    const rule = origins.ratingRules[rating.rule];
    const cell = rule?.record.cells[type] ?? rule?.record.cells.all;
    return rule && cell && { file: rule.file, range: cell.range };
  }
  const records = origins.ratings.get(relation.component)?.get(relation.interface) ?? [];
  const origin = ratingOrigins(records, type)[rating.cell];
  return origin && { file: origin.file, range: origin.cell.range };
}

/** Collects the origins of the files of one model. */
export function collectOrigins(
  unordered: readonly FileRecords[],
  order: (a: string, b: string) => number,
): Origins {
  const files = [...unordered].sort((a, b) => order(a.file, b.file));
  const all = <Item>(pick: (records: FileRecords) => readonly Item[], from = files): Origin<Item>[] =>
    from.flatMap((records) => pick(records).map((record) => ({ file: records.file, record })));
  const byPlace = byPriority(files);
  const declared = (pick: (records: FileRecords) => readonly DeclarationRecord[]) =>
    groupBy(all(pick), ({ record }) => record.key.value);
  const components = groupBy(
    all((file) => file.components),
    ({ record }) => record.name.value,
  );
  const ratings = groupBy(
    all((file) => file.ratings),
    ({ record }) => record.component.value,
  );
  return {
    files,
    components,
    relations: new Map([...components].map(([name, origins]) => [name, relationPlaces(origins)])),
    interfaces: groupBy(
      all((file) => file.interfaces),
      ({ record }) => record.name.value,
    ),
    assets: assetOrigins(components),
    ratings: new Map(
      [...ratings].map(([name, origins]) => [name, groupBy(origins, ({ record }) => record.interface.value)]),
    ),
    vectors: byScore(
      groupBy(
        all((file) => file.vectors),
        ({ record }) => record.name.value,
      ),
    ),
    ratingRules: all((file) => file.ratingRules, byPlace),
    filters: all((file) => file.filters),
    attackers: declared((file) => file.attackers),
    periods: declared((file) => file.periods),
    facilities: declared((file) => file.facilities),
  };
}

function relationPlaces(origins: readonly Origin<ComponentRecord>[]): Map<string, Place[]> {
  const mentions = origins.flatMap(({ file, record }) => record.interfaces.map((name) => ({ file, name })));
  return new Map(
    [...groupBy(mentions, ({ name }) => name.value)].map(([name, places]) => [
      name,
      places.map((mention) => placeOf(mention.file, mention.name)),
    ]),
  );
}

/** Assets by id: one of a component by its name, whatever number of records it is spread over. */
function assetOrigins(
  components: ReadonlyMap<string, readonly Origin<ComponentRecord>[]>,
): Map<string, (readonly AssetOrigin[])[]> {
  const assets: { id: string; origins: readonly AssetOrigin[] }[] = [];
  for (const [component, records] of components) {
    const origins = records.flatMap(({ file, record: componentRecord }) =>
      componentRecord.assets.map((record) => ({ file, record, component, componentRecord })),
    );
    for (const [name, same] of groupBy(origins, ({ record }) => record.name.value)) {
      const id = same.find(({ record }) => record.id)?.record.id?.value ?? `${component}/${name}`;
      assets.push({ id, origins: same });
    }
  }
  const byId = groupBy(assets, ({ id }) => id);
  return new Map(
    [...byId].map(([id, group]) => [id, group.map(({ origins }) => origins).sort(byFirstRecord)]),
  );
}

function byScore(
  vectors: ReadonlyMap<string, readonly Origin<VectorRecord>[]>,
): ReadonlyMap<string, readonly Origin<VectorRecord>[]> {
  const score = ({ record }: Origin<VectorRecord>): number =>
    record.vector ? scoreVector(record.vector, 'base') : -1;
  return new Map(
    [...vectors].map(([name, records]) => [
      name,
      records.length > 1 ? records.toSorted((a, b) => score(b) - score(a)) : records,
    ]),
  );
}

/** Components come in the order of their own first records, their assets may come from any file. */
function byFirstRecord([a]: readonly AssetOrigin[], [b]: readonly AssetOrigin[]): number {
  return a && b
    ? compareCodePoints(a.file, b.file) || a.record.name.range.start - b.record.name.range.start
    : 0;
}

/** Groups in the order in which keys first occur. */
export function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return groups;
}
