import { readTable, splitCell } from './csvTable';
import type { Row } from './csvTable';
import { splitTypes } from './strideTypes';
import { ASSET_RATINGS, STRIDE } from './types';
import type { Plain } from './types';

const LIST = ',;\n\r';
const LABELS = ['Communication', 'Virtual', 'EXT'];
const YES = ['true', 'yes', '1', 'x', 'wahr', 'ja'];

/** Reads one CSV table as the YAML documents that say the same, one per row. */
export function csvDocuments(text: string): Plain[] {
  return readTable(text).map(rowDocument);
}

function rowDocument(row: Row): Plain {
  const has = (...names: string[]): boolean => names.every((name) => row.has(name));
  if (has('component', 'asset')) return assetDocument(row);
  if (has('component', 'interface', 'stride', 'cvss')) return longRatingDocument(row);
  if (has('component', 'interface') && [...STRIDE, 'all'].some((type) => row.has(type.toLowerCase()))) {
    return wideRatingDocument(row);
  }
  if (has('component', 'interface')) return interfaceDocument(row);
  if (has('interface', 'entry')) return entryDocument(row);
  if (has('vector', 'cvss')) return map('vectors', map(cell(row, 'vector'), cell(row, 'cvss')));
  return filterDocument(row);
}

const cell = (row: Row, name: string): string => row.get(name) ?? '';

/** A mapping of one key, or an empty one if the name is empty. */
const map = (key: string, value: Plain): Plain => new Map(key === '' ? [] : [[key, value]]);

function assetDocument(row: Row): Plain {
  const asset = cell(row, 'asset');
  const record = new Map<string, Plain>([['facility', cell(row, 'facility')]]);
  if (asset !== '') record.set('assets', map(asset, assetFields(row)));
  return map('components', map(cell(row, 'component'), record));
}

/** Ratings may have a decimal comma. */
function assetFields(row: Row): Plain {
  const ratings = ASSET_RATINGS.map((name): [string, Plain] => [
    name,
    cell(row, `rating:${name}`).replace(',', '.'),
  ]);
  return new Map<string, Plain>([
    ['id', cell(row, 'id')],
    ['stride', splitTypes(cell(row, 'stridetypes'))],
    ...ratings,
  ]);
}

/** `name:Communication|EXT` gives labels, if what stands after the last colon names some. */
function interfaceDocument(row: Row): Plain {
  const text = cell(row, 'component');
  const colon = text.lastIndexOf(':');
  const after = text
    .slice(colon + 1)
    .split('|')
    .map((label) => label.trim());
  const isLabelled = colon > 0 && after.every((label) => LABELS.includes(label));
  const name = isLabelled ? text.slice(0, colon).trim() : text;
  const record = new Map<string, Plain>([['interfaces', splitCell(cell(row, 'interface'), LIST)]]);
  if (isLabelled) record.set('labels', after);
  return map('components', map(name, record));
}

/** A score may have a decimal comma. */
const ratingCell = (text: string): string => (/^\d+,\d$/.test(text) ? text.replace(',', '.') : text);

function ratingDocument(row: Row, cells: ReadonlyMap<string, string>): Plain {
  return map('ratings', map(cell(row, 'component'), map(cell(row, 'interface'), cells)));
}

function longRatingDocument(row: Row): Plain {
  const stride = cell(row, 'stride');
  const type = stride.toLowerCase() === 'all' ? 'all' : stride.toUpperCase();
  return ratingDocument(row, new Map([[type, ratingCell(cell(row, 'cvss'))]]));
}

function wideRatingDocument(row: Row): Plain {
  const cells = [...STRIDE, 'all'].map((type): [string, string] => [
    type,
    ratingCell(cell(row, type.toLowerCase())),
  ]);
  return ratingDocument(row, new Map(cells));
}

function entryDocument(row: Row): Plain {
  const entry = cell(row, 'entry').toLowerCase();
  return map(
    'interfaces',
    map(
      cell(row, 'interface'),
      new Map<string, Plain>([
        ['entry', entry === '' ? '' : YES.includes(entry) ? 'true' : 'false'],
        ['into', splitCell(cell(row, 'into'), LIST)],
        ['attackers', splitCell(cell(row, 'attackers'), LIST)],
        ['periods', splitCell(cell(row, 'periods'), LIST)],
      ]),
    ),
  );
}

function filterDocument(row: Row): Plain {
  const filters = new Map<string, Plain>();
  const banned = splitCell(cell(row, 'banned'), '|');
  const from = cell(row, 'from');
  const via = cell(row, 'via');
  const to = cell(row, 'to');
  if (banned.length > 0) filters.set('banned', [banned]);
  if (from !== '' && via !== '') {
    filters.set('only', [
      new Map<string, Plain>([
        ['from', from],
        ['via', via],
        ['to', splitCell(cell(row, 'onlyto'), `${LIST}|`)],
      ]),
    ]);
  } else if (from !== '' && to !== '') {
    filters.set('oneWay', [
      new Map([
        ['from', from],
        ['to', to],
      ]),
    ]);
  }
  return map('filters', filters);
}
