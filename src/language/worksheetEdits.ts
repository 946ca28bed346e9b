import { formatOf, NEW_FILE, textOf, yamlFileOf } from '../checks/yamlFix';
import type { RatingRecord } from '../formats/records';
import { addYamlRatings } from '../formats/yaml/addRatings';
import type { YamlValue } from '../formats/yaml/yamlText';
import { mergeModel } from '../model/mergeModel';
import { groupBy, type Origin, type Origins } from '../model/origins';
import { DisjointEdits } from '../text/disjointEdits';
import { applyEdits, type TextEdit } from '../text/textEdit';
import { readText } from '../workspace/readRecords';
import type { Snapshot } from '../workspace/snapshot';
import { rateRelation, replaceCell } from './ratingEdits';
import { TableFile } from './tableFiles';
import { isTextKey, techniquesValue } from './worksheetTexts';
import { isWritten, type WorksheetItem } from './worksheetItems';

type Merged = Pick<Snapshot, 'model' | 'origins'>;

/** Texts of files that are to change, by file name; a file that is new has none yet. */
type Texts = ReadonlyMap<string, string>;

/** Where the first ratings of a model go. */
const RATINGS_FILE = 'ratings.tmg.yaml';

/** Items whose edits would touch wait for the next round; a row of many interfaces takes as many. */
const MOST_ROUNDS = 100;

/**
 * The files of a model with what a worksheet says: changed where ratings stand, new ones beside others of their relation
 * or component. Everything else keeps its bytes.
 * @returns the new texts of the files that change, and the items that no file could take
 */
export function worksheetEdits(
  snapshot: Merged,
  items: readonly WorksheetItem[],
): { readonly texts: Texts; readonly open: readonly WorksheetItem[] } {
  const texts = new Map<string, string>();
  let current: Merged = snapshot;
  let open = items;
  for (let round = 0; open.length > 0 && round < MOST_ROUNDS; round++) {
    const before = current.origins;
    const files = new Round(before);
    const changed = files.replaced(open);
    const next = changed.size > 0 ? changed : files.added(open);
    if ([...next].every(([file, text]) => textOf(before, file) === text)) {
      break;
    }
    for (const [file, text] of next) {
      texts.set(file, text);
    }
    current = reread(current, next);
    const now = current;
    open = open.filter((item) => !isWritten(now, item));
  }
  return { texts, open };
}

function reread({ model, origins }: Merged, texts: Texts): Merged {
  const kept = origins.files.filter(({ file }) => !texts.has(file));
  return mergeModel([...kept, ...[...texts].map(([file, text]) => readText(file, text))], model.name);
}

/** One version of the files, and the edits that are made of it. */
class Round {
  private readonly tables = new Map<string, TableFile>();

  constructor(readonly origins: Origins) {}

  /** Texts with those items that have a cell of their own already. */
  replaced(items: readonly WorksheetItem[]): Texts {
    const edits = new Map<string, DisjointEdits>();
    for (const item of items) {
      for (const { file, more } of this.replacements(item)) {
        const taken = edits.get(file) ?? new DisjointEdits();
        edits.set(file, taken);
        taken.add(more);
      }
    }
    return new Map(
      [...edits].map(([file, taken]) => [file, applyEdits(textOf(this.origins, file), taken.all())]),
    );
  }

  /** Texts with items that have no cell yet. */
  added(items: readonly WorksheetItem[]): Texts {
    const byRelation = groupBy(items, ({ component, interface: name }) => JSON.stringify([component, name]));
    const byFile = groupBy([...byRelation.values()], (group) => this.targetOf(group));
    return new Map(
      [...byFile].map(([file, groups]) => {
        const text = textOf(this.origins, file);
        const after =
          formatOf(this.origins, file) === 'csv'
            ? this.withRows(file, groups)
            : addYamlRatings(text === '' ? NEW_FILE : text, asRatings(groups));
        return [file, after];
      }),
    );
  }

  private replacements(item: WorksheetItem): { readonly file: string; readonly more: readonly TextEdit[] }[] {
    const { component, interface: name, key, text } = item;
    const own = this.ownRecords(component, name);
    if (key === 'techniques') {
      // They are written as a whole, in a list or a map, or in one cell: as those that are new.
      return [];
    }
    if (isTextKey(key)) {
      const first = own.find(({ record }) => record[key]);
      const range = first?.record[key]?.range;
      const edit = first && range && replaceCell(this, first.file, range, text);
      return first && edit ? [{ file: first.file, more: [edit] }] : [];
    }
    const rated = own.filter(({ record }) => record.cells[key]);
    if (rated.some(({ file, record }) => this.table(file)?.isShared(record))) {
      const [shared] = rated.flatMap(({ file }) => this.table(file) ?? []);
      const written = rated.every(({ file }) => this.table(file)) ? (shared?.asWritten(text) ?? text) : text;
      return rateRelation(this, component, name, key, written).map(({ file, edits }) => ({
        file,
        more: edits,
      }));
    }
    return rated.flatMap(({ file, record }) => {
      const range = record.cells[key]?.range;
      const table = this.table(file);
      const edit = range && (table ? table.replace(range, text) : replaceCell(this, file, range, text));
      return edit ? [{ file, more: [edit] }] : [];
    });
  }

  /**
   * The file that takes what is said of a relation: where it is rated, else its component, else where it is declared if
   * that file has ratings, else one that has. A model without any ratings gets a file of its own for them.
   */
  private targetOf(items: readonly WorksheetItem[]): string {
    const { origins } = this;
    const [{ component, interface: name } = { component: '', interface: '' }] = items;
    const nearby = [
      ...this.ownRecords(component, name),
      ...[...(origins.ratings.get(component)?.values() ?? [])].flat(),
    ].map(({ file }) => file);
    const places = origins.relations.get(component)?.get(name) ?? [];
    const declared = yamlFileOf(origins, places);
    const rating = origins.files.filter(({ ratings }) => ratings.length > 0);
    const namesOf = (format: 'yaml' | 'csv'): string[] =>
      rating.filter((records) => records.format === format).map(({ file }) => file);
    const [first = rating.length === 0 ? RATINGS_FILE : declared] = namesOf('yaml');
    const home = namesOf('yaml').includes(declared) ? declared : first;
    const tables = formatOf(origins, places[0]?.file ?? '') === 'csv' ? namesOf('csv') : [];
    const candidates = [...new Set([...nearby, ...tables])];
    return candidates.find((file) => this.table(file)?.canHold(items) ?? true) ?? home;
  }

  /** A table with cells filled in rows that it has, or, where there are none to be filled, with more rows. */
  private withRows(file: string, groups: readonly (readonly WorksheetItem[])[]): string {
    const text = textOf(this.origins, file);
    const table = this.table(file);
    if (!table) {
      return text;
    }
    const filled = new DisjointEdits();
    const rest: (readonly WorksheetItem[])[] = [];
    for (const group of groups) {
      const row = table.isLong ? undefined : this.rowOf(file, table, group);
      const edits = row ? group.flatMap((item) => table.fill(row, item) ?? []) : [];
      if (edits.length < group.length) {
        rest.push(group);
      }
      // Of the cells that a short row does not have yet, one comes at a time.
      for (const edit of edits.length === group.length ? edits : []) {
        filled.add([edit]);
      }
    }
    const edits = filled.all().length > 0 ? filled.all() : rest.flatMap((group) => table.newRows(group));
    return applyEdits(text, edits);
  }

  /** The row that rates only this relation. */
  private rowOf(file: string, table: TableFile, [item]: readonly WorksheetItem[]): RatingRecord | undefined {
    const own = item ? this.ownRecords(item.component, item.interface) : [];
    return own.find((origin) => origin.file === file && !table.isShared(origin.record))?.record;
  }

  private ownRecords(component: string, name: string): readonly Origin<RatingRecord>[] {
    return this.origins.ratings.get(component)?.get(name) ?? [];
  }

  /** A file as a table; undefined where it is none. */
  private table(file: string): TableFile | undefined {
    const known = this.tables.get(file);
    const records = known ? undefined : this.origins.files.find((candidate) => candidate.file === file);
    if (records?.format !== 'csv') {
      return known;
    }
    const table = new TableFile(records);
    this.tables.set(file, table);
    return table;
  }
}

function asRatings(
  groups: readonly (readonly WorksheetItem[])[],
): Map<string, Map<string, Map<string, YamlValue>>> {
  const ratings = new Map<string, Map<string, Map<string, YamlValue>>>();
  for (const { component, interface: name, key, text, techniques } of groups.flat()) {
    const own = ratings.get(component) ?? new Map<string, Map<string, YamlValue>>();
    ratings.set(component, own);
    const values = own.get(name) ?? new Map<string, YamlValue>();
    own.set(name, values);
    values.set(key, techniques ? techniquesValue(techniques) : text);
  }
  return ratings;
}
