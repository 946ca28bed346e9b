import { entriesOf, itemsOf, textMapOf, textOf, textsOf, valueOf } from './document';
import { readSettings } from './settings';
import type { NaiveAsset, NaiveComponent, NaiveInterface, NaiveModel, NaiveRating, Plain } from './types';

const addTo = (list: string[], texts: readonly string[]): void => {
  for (const text of texts) if (!list.includes(text)) list.push(text);
};

/** Merges documents into one model. Where two disagree, the first in the order given counts. */
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

/** Assets unite by component and name; of two assets with one id the first counts. */
function readAssets(documents: readonly Plain[]): NaiveAsset[] {
  const found: { component: string; name: string; id: string | undefined }[] = [];
  for (const [component, record] of componentRecords(documents)) {
    for (const [name, fields] of entriesOf(valueOf(record, 'assets'))) {
      const id = textOf(valueOf(fields, 'id'));
      const known = found.find((one) => one.component === component && one.name === name);
      if (known === undefined) found.push({ component, name, id });
      else known.id ??= id;
    }
  }
  const assets: NaiveAsset[] = [];
  for (const { component, name, id = `${component}/${name}` } of found) {
    if (!assets.some((one) => one.id === id)) assets.push({ id, name, component });
  }
  return assets;
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

function readVectors(documents: readonly Plain[]): Map<string, string> {
  const vectors = new Map<string, string>();
  for (const document of documents) {
    for (const [name, text] of textMapOf(valueOf(document, 'vectors'))) {
      if (!vectors.has(name)) vectors.set(name, text);
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
