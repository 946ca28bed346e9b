import { readRatingCell } from '../ratingCell';
import type {
  LocatedText,
  RatingCell,
  RatingKey,
  RatingRecord,
  RatingRuleRecord,
  TechniqueRecord,
} from '../records';
import { STRIDE_TYPES } from '../stride';
import { matchSchema, ratingRuleSchema, ratingSchema } from './documentSchema';
import { isRatingSlip, withoutSlips } from './indentSlip';
import { isEmpty, type YamlNode } from './node';
import type { NodeReader } from './nodeReader';

const RATING_KEYS: readonly RatingKey[] = [...STRIDE_TYPES, 'all'];
const RATING_FIELDS = ratingSchema.keyof().options;
const RULE_FIELDS = ratingRuleSchema.keyof().options;
const MATCH_FIELDS = matchSchema.keyof().options;

type Fields = ReadonlyMap<string, { readonly key: LocatedText; readonly node: YamlNode }>;

/** Ratings of all interfaces of one component. */
export function readRatings(reader: NodeReader, component: LocatedText, node: YamlNode): RatingRecord[] {
  const whole = withoutSlips(reader, node, isRatingSlip);
  return reader.entries(whole, `The ratings of "${component.value}"`).map((entry): RatingRecord => {
    const fields = reader.fields(
      entry.node,
      `The rating of "${component.value}" through "${entry.key.value}"`,
      RATING_FIELDS,
    );
    const note = readNote(reader, fields, 'note');
    const status = fields.get('status');
    const statusWord =
      status && reader.oneOf(status.node, 'The status', ratingSchema.shape.status.unwrap().options);
    const ref = readNote(reader, fields, 'ref');
    return {
      component,
      interface: entry.key,
      cells: readCells(reader, fields),
      techniques: readTechniques(reader, fields),
      ...(note && { note }),
      ...(statusWord && { status: statusWord }),
      ...(ref && { ref }),
      range: entry.range,
    };
  });
}

/** One rating rule; undefined where it has no match. */
export function readRatingRule(reader: NodeReader, node: YamlNode): RatingRuleRecord | undefined {
  const fields = reader.fields(node, 'A rating rule', RULE_FIELDS);
  const match = fields.get('match');
  if (!match) {
    if (node.kind === 'map') {
      reader.report(
        'wrong-type',
        node,
        'A rating rule must say what it matches: add "match: {interface: ...}".',
      );
    }
    return undefined;
  }
  const patterns = reader.fields(match.node, 'The match of a rating rule', MATCH_FIELDS);
  const note = readNote(reader, fields, 'note');
  const texts = [...patterns].flatMap(([key, pattern]) => {
    const text = reader.text(pattern.node, `The ${key} of a match`);
    return text ? [[key, text] as const] : [];
  });
  if (texts.length === 0) {
    return undefined;
  }
  return {
    match: Object.fromEntries(texts),
    cells: readCells(reader, fields),
    techniques: readTechniques(reader, fields),
    ...(note && { note }),
    range: reader.range(node),
  };
}

function readCells(reader: NodeReader, fields: Fields): Partial<Record<RatingKey, RatingCell>> {
  const cells: Partial<Record<RatingKey, RatingCell>> = {};
  for (const key of RATING_KEYS) {
    const node = fields.get(key)?.node;
    const cell = node && readCell(reader, node, key);
    if (cell) {
      cells[key] = cell;
    }
  }
  return cells;
}

function readCell(reader: NodeReader, node: YamlNode, key: RatingKey): RatingCell | undefined {
  if (node.kind !== 'scalar') {
    reader.wrongType(node, `The rating for ${key}`, 'a CVSS vector, a score, the name of a vector or none');
    return undefined;
  }
  const place = {
    file: reader.file,
    range: reader.range(node),
    textStart: reader.textStart(node),
    decimalComma: false,
  };
  return readRatingCell(node.value, place, reader.findings);
}

function readTechniques(reader: NodeReader, fields: Fields): TechniqueRecord[] {
  const node = fields.get('techniques')?.node;
  if (!node || isEmpty(node)) {
    return [];
  }
  if (node.kind !== 'map') {
    return [{ type: 'all', ids: reader.texts(node, 'The techniques') }];
  }
  const byType = reader.fields(node, 'The map of techniques', RATING_KEYS);
  return [...byType].map(([type, { node: ids }]) => ({
    type,
    ids: reader.texts(ids, `The techniques for ${type}`),
  }));
}

function readNote(reader: NodeReader, fields: Fields, key: string): LocatedText | undefined {
  const field = fields.get(key);
  return field && reader.optionalText(field.node, `The ${key}`);
}
