import { looksLikeVector, parseVector } from '../../cvss/parseVector';
import { finding } from '../finding';
import { invalidCvss } from '../ratingCell';
import { ASSET_RATINGS } from '../assetRatings';
import type {
  AssetRecord,
  ComponentRecord,
  DeclarationRecord,
  FilterRecord,
  InterfaceRecord,
  LocatedText,
  VectorRecord,
} from '../records';
import {
  assetSchema,
  componentSchema,
  filtersSchema,
  interfaceSchema,
  onlySchema,
  oneWaySchema,
} from './documentSchema';
import { isAssetSlip, withoutSlips } from './indentSlip';
import { isEmpty, type YamlNode } from './node';
import type { NodeReader } from './nodeReader';
import type { Located, TextRange } from '../../text/range';
import { booleanWord } from '../booleanWords';
import { nearestStrideName, strideTypeOf } from '../strideWords';

/** A named entry of a top-level map. */
export interface NamedEntry {
  readonly key: LocatedText;
  readonly node: YamlNode;
  readonly range: TextRange;
}

/** One component of the `components` map. */
export function readComponent(reader: NodeReader, { key, node, range }: NamedEntry): ComponentRecord {
  const fields = reader.fields(node, `The component "${key.value}"`, componentSchema.keyof().options);
  const value = (name: 'facility' | 'description'): LocatedText | undefined => {
    const field = fields.get(name);
    return field && reader.optionalText(field.node, `The ${name} of "${key.value}"`);
  };
  const list = (name: 'labels' | 'interfaces'): LocatedText[] => {
    const field = fields.get(name);
    return field ? reader.texts(field.node, `The ${name} of "${key.value}"`) : [];
  };
  const facility = value('facility');
  const description = value('description');
  const assets = fields.get('assets');
  return {
    name: key,
    ...(facility && { facility }),
    labels: list('labels'),
    interfaces: list('interfaces'),
    assets: assets
      ? reader
          .entries(withoutSlips(reader, assets.node, isAssetSlip), `The assets of "${key.value}"`)
          .map((entry) => readAsset(reader, entry))
      : [],
    ...(description && { description }),
    range,
  };
}

function readAsset(reader: NodeReader, { key, node, range }: NamedEntry): AssetRecord {
  const fields = reader.fields(node, `The asset "${key.value}"`, assetSchema.keyof().options);
  const ratings: { -readonly [K in keyof AssetRecord['ratings']]: AssetRecord['ratings'][K] } = {};
  for (const name of ASSET_RATINGS) {
    const field = fields.get(name);
    const rating = field && reader.number(field.node, `The rating ${name} of "${key.value}"`, 0, 5);
    if (rating) {
      ratings[name] = rating;
    }
  }
  const id = fields.get('id');
  const idText = id && reader.optionalText(id.node, `The id of "${key.value}"`);
  const stride = fields.get('stride');
  const description = fields.get('description');
  const descriptionText =
    description && reader.optionalText(description.node, `The description of "${key.value}"`);
  return {
    name: key,
    ...(idText && { id: idText }),
    ratings,
    stride: stride ? readAssetStride(reader, stride.node, key.value) : [],
    ...(descriptionText && { description: descriptionText }),
    range,
  };
}

/** The types that threaten an asset; what is none is reported and left out. */
function readAssetStride(reader: NodeReader, node: YamlNode, asset: string): AssetRecord['stride'] {
  if (isEmpty(node)) {
    return [];
  }
  const what = `stride of "${asset}"`;
  if (node.kind !== 'sequence') {
    reader.wrongType(node, what, 'a list: [T, I, D]');
    return [];
  }
  return node.items.flatMap((item) => {
    const value = item.kind === 'scalar' ? strideTypeOf(item.value) : undefined;
    if (value === undefined) {
      const nearest = item.kind === 'scalar' ? nearestStrideName(item.value) : undefined;
      reader.wrongType(item, `A type in ${what}`, 'one of S, T, R, I, D, E or their full names', nearest);
      return [];
    }
    return [{ value, range: reader.range(item) }];
  });
}

/** One interface of the `interfaces` map. */
export function readInterface(reader: NodeReader, { key, node, range }: NamedEntry): InterfaceRecord {
  const fields = reader.fields(node, `The interface "${key.value}"`, interfaceSchema.keyof().options);
  const list = (name: 'into' | 'attackers' | 'periods'): LocatedText[] => {
    const field = fields.get(name);
    return field ? reader.texts(field.node, `${name} of "${key.value}"`) : [];
  };
  const entry = fields.get('entry');
  const mark = entry && readMark(reader, entry.node, `entry of "${key.value}"`);
  const description = fields.get('description');
  const descriptionText =
    description && reader.optionalText(description.node, `The description of "${key.value}"`);
  return {
    name: key,
    ...(mark && { entry: mark }),
    into: list('into'),
    attackers: list('attackers'),
    periods: list('periods'),
    ...(descriptionText && { description: descriptionText }),
    range,
  };
}

/** `true` or `false`; of other words that mean one of them, that one is suggested. */
function readMark(reader: NodeReader, node: YamlNode, what: string): Located<boolean> | undefined {
  const meant = node.kind === 'scalar' ? booleanWord(node.value) : undefined;
  if (node.kind === 'scalar' && meant !== undefined && node.value !== String(meant)) {
    reader.wrongType(node, what, 'true or false', String(meant));
    return undefined;
  }
  const mark = reader.oneOf(node, what, ['true', 'false']);
  return mark && { value: mark.value === 'true', range: mark.range };
}

/** One attacker or period: its key and what it is called. */
export function readDeclaration(reader: NodeReader, { key, node, range }: NamedEntry): DeclarationRecord {
  const text = reader.optionalText(node, `"${key.value}"`);
  return { key, ...(text && { text }), range };
}

/** One facility. */
export function readFacility(reader: NodeReader, { key, node, range }: NamedEntry): DeclarationRecord {
  const description = reader.fields(node, `The facility "${key.value}"`, ['description']).get('description');
  const text = description && reader.optionalText(description.node, `The description of "${key.value}"`);
  return { key, ...(text && { text }), range };
}

/** One named vector; undefined where no text stands. */
export function readVector(reader: NodeReader, { key, node, range }: NamedEntry): VectorRecord | undefined {
  const cvss = reader.text(node, `The vector "${key.value}"`);
  if (!cvss || node.kind !== 'scalar') {
    return undefined;
  }
  const text = cvss.value.trim();
  if (!looksLikeVector(text)) {
    const template =
      '"{name}" must stand for a CVSS vector, such as CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H.';
    reader.findings.push(
      finding('invalid-cvss', { file: reader.file, range: cvss.range }, template, { name: key.value }),
    );
    return { name: key, cvss, range };
  }
  const place = {
    file: reader.file,
    range: cvss.range,
    textStart: reader.textStart(node),
    decimalComma: false,
  };
  const { vector, problems } = parseVector(text);
  const lead = cvss.value.length - cvss.value.trimStart().length;
  reader.findings.push(...problems.map((problem) => invalidCvss(problem, lead, place)));
  return { name: key, cvss, ...(vector && { vector }), range };
}

/** All filters of a file. A filter with a part missing is reported and left out. */
export function readFilters(reader: NodeReader, node: YamlNode): FilterRecord[] {
  const fields = reader.fields(node, 'filters', filtersSchema.keyof().options);
  const items = (key: 'banned' | 'oneWay' | 'only'): readonly YamlNode[] => {
    const list = fields.get(key)?.node;
    if (!list || isEmpty(list)) {
      return [];
    }
    if (list.kind !== 'sequence') {
      reader.wrongType(list, `filters.${key}`, 'a list');
      return [];
    }
    return list.items;
  };
  return [
    ...items('banned').flatMap((item) => readBanned(reader, item)),
    ...items('oneWay').flatMap((item) => readOneWay(reader, item)),
    ...items('only').flatMap((item) => readOnly(reader, item)),
  ];
}

function readBanned(reader: NodeReader, node: YamlNode): FilterRecord[] {
  const sequence = reader.texts(node, 'A banned sequence');
  const whole = node.kind === 'sequence' && sequence.length === node.items.length && sequence.length > 0;
  return whole ? [{ kind: 'banned', sequence, range: reader.range(node) }] : [];
}

function readOneWay(reader: NodeReader, node: YamlNode): FilterRecord[] {
  const fields = reader.fields(node, 'A oneWay rule', oneWaySchema.keyof().options);
  const from = requiredName(reader, node, fields, 'from', 'A oneWay rule');
  const to = requiredName(reader, node, fields, 'to', 'A oneWay rule');
  return from && to ? [{ kind: 'oneWay', from, to, range: reader.range(node) }] : [];
}

function readOnly(reader: NodeReader, node: YamlNode): FilterRecord[] {
  const fields = reader.fields(node, 'An only rule', onlySchema.keyof().options);
  const from = requiredName(reader, node, fields, 'from', 'An only rule');
  const via = requiredName(reader, node, fields, 'via', 'An only rule');
  const to = fields.get('to');
  return from && via
    ? [{ kind: 'only', from, via, to: to ? reader.texts(to.node, 'to') : [], range: reader.range(node) }]
    : [];
}

function requiredName(
  reader: NodeReader,
  node: YamlNode,
  fields: ReadonlyMap<string, { readonly node: YamlNode }>,
  key: string,
  what: string,
): LocatedText | undefined {
  const field = fields.get(key);
  if (field) {
    return reader.text(field.node, `${what}'s ${key}`);
  }
  if (node.kind === 'map') {
    reader.report('wrong-type', node, '{what} must name "{key}".', { what, key });
  }
  return undefined;
}
