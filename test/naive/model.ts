import { entriesOf, itemsOf, textMapOf, textOf, textsOf, valueOf } from './document';
import { vectorScore } from './scores';
import { readSettings } from './settings';
import { typesOf } from './strideTypes';
import { ASSET_RATINGS } from './types';
import type {
  AssetRating,
  NaiveAsset,
  NaiveComponent,
  NaiveInterface,
  NaiveModel,
  NaiveRating,
  Plain,
} from './types';

const addTo = (list: string[], texts: readonly string[]): void => {
  for (const text of texts) if (!list.includes(text)) list.push(text);
};

/**
 * Merges documents into one model.
 *
 * @param documents in the order of the paths of their files: of two facilities of a component, two assets with one
 * id and two ids of one asset the first counts; of other contradictions, what the order does not decide
 */
export function readModel(documents: readonly Plain[]): NaiveModel {
  const components = readComponents(documents);
  return {
    components,
    interfaces: readInterfaces(documents),
    assets: readAssets(documents),
    vectors: readVectors(documents),
    ratings: readRatings(documents),
    rules: documents
      .flatMap((document) => itemsOf(valueOf(document, 'ratingRules')))
      .map((rule) => ({ match: textMapOf(valueOf(rule, 'match')), cells: textMapOf(rule) })),
    banned: readBanned(documents, components),
    settings: readSettings(documents),
  };
}

/** Virtual by label, or by a name that begins with `Virtual-`. */
export function isVirtual(component: NaiveComponent): boolean {
  return component.labels.includes('Virtual') || component.name.startsWith('Virtual-');
}

/** Out of scope. */
export function isExternal(component: NaiveComponent): boolean {
  return component.labels.includes('EXT');
}

const componentRecords = (documents: readonly Plain[]): [string, Plain][] =>
  documents.flatMap((document) => entriesOf(valueOf(document, 'components')));

function readComponents(documents: readonly Plain[]): NaiveComponent[] {
  const components: NaiveComponent[] = [];
  for (const [name, record] of componentRecords(documents)) {
    let component = components.find((one) => one.name === name);
    if (component === undefined) {
      component = { name, facility: undefined, labels: [], interfaces: [] };
      components.push(component);
    }
    component.facility ??= textOf(valueOf(record, 'facility'));
    addTo(component.labels, textsOf(valueOf(record, 'labels')));
    addTo(component.interfaces, textsOf(valueOf(record, 'interfaces')));
  }
  return components;
}

/**
 * Assets unite by component and name, and the first id written for one counts. Of two assets with one id, the one
 * whose first record comes later is none. Of two ratings the higher number counts.
 */
function readAssets(documents: readonly Plain[]): NaiveAsset[] {
  const found: { component: string; name: string; records: Plain[] }[] = [];
  for (const [component, record] of componentRecords(documents)) {
    for (const [name, fields] of entriesOf(valueOf(record, 'assets'))) {
      const known = found.find((one) => one.component === component && one.name === name);
      if (known === undefined) found.push({ component, name, records: [fields] });
      else known.records.push(fields);
    }
  }
  const assets: NaiveAsset[] = [];
  for (const { component, name, records } of found) {
    const written = records.map((fields) => textOf(valueOf(fields, 'id')));
    const id = written.find((text) => text !== undefined) ?? `${component}/${name}`;
    if (assets.some((one) => one.id === id)) continue;
    const types = typesOf(records.flatMap((fields) => textsOf(valueOf(fields, 'stride'))));
    assets.push({ id, name, component, types, ratings: readAssetRatings(records) });
  }
  return assets;
}

function readAssetRatings(records: readonly Plain[]): NaiveAsset['ratings'] {
  const ratings: Partial<Record<AssetRating, number>> = {};
  for (const name of ASSET_RATINGS) {
    const numbers = records
      .map((fields) => textOf(valueOf(fields, name)) ?? '')
      .filter((text) => /^\d+(\.\d+)?$/.test(text) && Number(text) <= 5)
      .map(Number);
    if (numbers.length > 0) ratings[name] = Math.max(...numbers);
  }
  return ratings;
}

function readInterfaces(documents: readonly Plain[]): NaiveInterface[] {
  const interfaces: NaiveInterface[] = [];
  for (const document of documents) {
    for (const [name, record] of entriesOf(valueOf(document, 'interfaces'))) {
      let one = interfaces.find((known) => known.name === name);
      if (one === undefined) {
        one = { name, entries: [], into: [], attackers: [], periods: [] };
        interfaces.push(one);
      }
      const entry = textOf(valueOf(record, 'entry'));
      if (entry !== undefined) one.entries.push(entry);
      addTo(one.into, textsOf(valueOf(record, 'into')));
      addTo(one.attackers, textsOf(valueOf(record, 'attackers')));
      addTo(one.periods, textsOf(valueOf(record, 'periods')));
    }
  }
  return interfaces;
}

/** Of several valid texts for one name, the one with the highest base score counts, of equal ones the first. */
function readVectors(documents: readonly Plain[]): Map<string, string> {
  const vectors = new Map<string, string>();
  for (const document of documents) {
    for (const [name, text] of textMapOf(valueOf(document, 'vectors'))) {
      const score = vectorScore(text, 'base');
      const known = vectorScore(vectors.get(name) ?? '', 'base');
      if (score !== undefined && (known === undefined || score > known)) vectors.set(name, text);
    }
  }
  return vectors;
}

function readRatings(documents: readonly Plain[]): NaiveRating[] {
  return documents
    .flatMap((document) => entriesOf(valueOf(document, 'ratings')))
    .flatMap(([component, record]) =>
      entriesOf(record).map(([name, cells]) => ({ component, interface: name, cells: textMapOf(cells) })),
    );
}

/** All filters as banned sequences of component names. */
function readBanned(documents: readonly Plain[], components: readonly NaiveComponent[]): string[][] {
  const banned: string[][] = [];
  for (const document of documents) {
    const filters = valueOf(document, 'filters');
    for (const sequence of itemsOf(valueOf(filters, 'banned'))) banned.push(textsOf(sequence));
    for (const filter of itemsOf(valueOf(filters, 'oneWay'))) {
      const from = textOf(valueOf(filter, 'from'));
      const to = textOf(valueOf(filter, 'to'));
      if (from !== undefined && to !== undefined) banned.push([to, from]);
    }
    for (const filter of itemsOf(valueOf(filters, 'only'))) {
      const from = textOf(valueOf(filter, 'from'));
      const via = textOf(valueOf(filter, 'via'));
      if (from === undefined || via === undefined) continue;
      const open = [from, ...textsOf(valueOf(filter, 'to'))];
      for (const component of components) {
        if (!open.includes(component.name) && !isVirtual(component)) banned.push([from, via, component.name]);
      }
    }
  }
  return banned.filter((sequence) => sequence.length > 0);
}
