import { joinList, SEQUENCE_SEPARATORS } from '../../src/formats/csv/listCell';
import { csvLine } from '../../src/formats/csv/writeCsv';
import { type PlainObject, type PlainValue, putInto, toYaml } from './plainDocument';

const TYPES = ['S', 'T', 'R', 'I', 'D', 'E', 'all'] as const;

type Table = readonly (readonly string[])[];

/**
 * A document with all that tables can hold in CSV files, and the rest in the model file; both mean the same.
 * @returns texts by file name
 */
export function csvModel(document: PlainObject): Map<string, string> {
  const rest: PlainObject = {};
  for (const key of ['tmg', 'name', 'settings', 'ratingRules']) {
    if (document[key] !== undefined) {
      putInto(rest, [key], document[key]);
    }
  }
  const tables: Record<string, Table> = {
    assets: assets(document),
    interfaces: interfaces(document, rest),
    ratings: ratings(document),
    vectors: entriesOf(document['vectors']).map(([name, vector]) => [name, text(vector)]),
    entries: entries(document),
    banned: items(document, 'banned').map((sequence) => [joinList(texts(sequence), SEQUENCE_SEPARATORS)]),
    oneWay: items(document, 'oneWay').map((rule) => [text(field(rule, 'from')), text(field(rule, 'to'))]),
    only: items(document, 'only').map((rule) => [
      text(field(rule, 'from')),
      text(field(rule, 'via')),
      joinList(texts(field(rule, 'to'))),
    ]),
  };
  const files = new Map([['model.tmg.yaml', toYaml(rest)]]);
  for (const [name, rows] of Object.entries(tables)) {
    if (rows.length > 0) {
      files.set(`${name}.tmg.csv`, [HEADERS[name] ?? [], ...rows].map((row) => csvLine(row)).join(''));
    }
  }
  return files;
}

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  assets: ['Facility', 'Component', 'Asset', 'Id', 'Rating: Security', 'STRIDE Types'],
  interfaces: ['Component', 'Interface'],
  ratings: ['Component', 'Interface', 'S', 'T', 'R', 'I', 'D', 'E', 'All'],
  vectors: ['Vector', 'CVSS'],
  entries: ['Interface', 'Entry', 'Into', 'Attackers', 'Periods'],
  banned: ['Banned'],
  oneWay: ['From', 'To'],
  only: ['From', 'Via', 'Only To'],
};

function assets(document: PlainObject): Table {
  return entriesOf(document['components']).flatMap(([component, record]) => {
    const facility = text(field(record, 'facility'));
    const rows = entriesOf(field(record, 'assets')).map(([asset, values]) => [
      facility,
      component,
      asset,
      text(field(values, 'id')),
      text(field(values, 'security')),
      joinList(texts(field(values, 'stride'))),
    ]);
    return rows.length > 0 ? rows : [[facility, component, '', '', '', '']];
  });
}

function interfaces(document: PlainObject, rest: PlainObject): Table {
  return entriesOf(document['components']).flatMap(([component, record]) => {
    const labels = texts(field(record, 'labels'));
    const names = texts(field(record, 'interfaces'));
    // A name with a colon would be read as a name and labels, and a row needs an interface.
    if (names.length === 0 || (labels.length === 0 && component.includes(':'))) {
      putInto(rest, ['components', component], { labels, interfaces: names });
      return [];
    }
    return [[labels.length > 0 ? `${component}:${labels.join('|')}` : component, joinList(names)]];
  });
}

function ratings(document: PlainObject): Table {
  return entriesOf(document['ratings']).flatMap(([component, byInterface]) =>
    entriesOf(byInterface).map(([name, cells]) => [
      component,
      joinList([name]),
      ...TYPES.map((type) => text(field(cells, type))),
    ]),
  );
}

function entries(document: PlainObject): Table {
  return entriesOf(document['interfaces']).map(([name, marks]) => [
    joinList([name]),
    text(field(marks, 'entry')),
    ...['into', 'attackers', 'periods'].map((key) => joinList(texts(field(marks, key)))),
  ]);
}

function items(document: PlainObject, kind: string): PlainValue[] {
  const list = field(document['filters'], kind);
  return Array.isArray(list) ? list : [];
}

function entriesOf(value: PlainValue | undefined): [string, PlainValue][] {
  return typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
}

function field(value: PlainValue | undefined, key: string): PlainValue | undefined {
  return typeof value === 'object' && !Array.isArray(value) && Object.hasOwn(value, key)
    ? value[key]
    : undefined;
}

function text(value: PlainValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function texts(value: PlainValue | undefined): string[] {
  return Array.isArray(value) ? value.map(text) : [];
}
