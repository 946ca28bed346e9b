import type { Located } from '../../text/range';
import { ASSET_RATINGS } from '../assetRatings';
import { DIAGNOSTIC_CODES } from '../diagnosticCodes';
import { SEVERITIES, type Severity } from '../finding';
import { DEFAULT_SETTINGS, MOST_LENGTH, type SettingsRecord } from '../settings';
import { STRIDE_TYPES, type StrideType } from '../stride';
import { settingsSchema } from './documentSchema';
import type { YamlNode } from './node';
import type { NodeReader } from './nodeReader';

type MutableSettings = { -readonly [K in keyof SettingsRecord]: SettingsRecord[K] };

const COUNTS = ['maxChains', 'countLimit', 'searchLimit'] as const;

/** The settings of a file; a wrong one is reported and left out. */
export function readSettings(reader: NodeReader, node: YamlNode): SettingsRecord {
  const fields = reader.fields(node, 'settings', settingsSchema.keyof().options);
  const settings: MutableSettings = {};
  const set = <K extends keyof SettingsRecord>(
    key: K,
    read: (node: YamlNode, what: string) => SettingsRecord[K],
  ): void => {
    const field = fields.get(key);
    const value = field && read(field.node, `The setting ${key}`);
    if (value) {
      settings[key] = value;
    }
  };
  set('maxLength', (value, what) => reader.number(value, what, 1, MOST_LENGTH, true));
  for (const key of COUNTS) {
    set(key, (value, what) => reader.number(value, what, 1, Number.POSITIVE_INFINITY, true));
  }
  set('minProbability', (value, what) => reader.number(value, what, 0, 10));
  set('stride', (value, what) => readStride(reader, value, what));
  set('stepRule', (value, what) => reader.oneOf(value, what, ['same', 'elevation']));
  set('uniqueness', (value, what) => reader.oneOf(value, what, ['nodes', 'relationships']));
  set('score', (value, what) => reader.oneOf(value, what, ['base', 'overall']));
  set('weight', (value, what) => reader.oneOf(value, what, ASSET_RATINGS));
  set('thresholds', (value) => readThresholds(reader, value));
  set('severity', (value) => readSeverity(reader, value));
  return settings;
}

function readStride(
  reader: NodeReader,
  node: YamlNode,
  what: string,
): Located<readonly StrideType[]> | undefined {
  if (node.kind !== 'sequence') {
    reader.texts(node, what);
    return undefined;
  }
  const letters = new Set(
    node.items.flatMap((item) => reader.oneOf(item, 'A STRIDE type', STRIDE_TYPES)?.value ?? []),
  );
  return { value: STRIDE_TYPES.filter((type) => letters.has(type)), range: reader.range(node) };
}

function readThresholds(reader: NodeReader, node: YamlNode): SettingsRecord['thresholds'] {
  const fields = reader.fields(node, 'thresholds', ['high', 'medium']);
  const high = fields.get('high');
  const medium = fields.get('medium');
  const value = {
    high:
      (high && reader.number(high.node, 'The threshold high', 0, 10)?.value) ??
      DEFAULT_SETTINGS.thresholds.high,
    medium:
      (medium && reader.number(medium.node, 'The threshold medium', 0, 10)?.value) ??
      DEFAULT_SETTINGS.thresholds.medium,
  };
  if (value.medium > value.high) {
    reader.report(
      'wrong-type',
      node,
      'The threshold medium ({medium}) is above high ({high}); no chain could be Medium.',
      value,
    );
  }
  return { value, range: reader.range(node) };
}

function readSeverity(reader: NodeReader, node: YamlNode): SettingsRecord['severity'] {
  const fields = reader.fields(node, 'severity', DIAGNOSTIC_CODES);
  const value: Record<string, Severity> = {};
  for (const [code, field] of fields) {
    const severity = reader.oneOf(field.node, `The level of ${code}`, SEVERITIES);
    if (severity) {
      value[code] = severity.value;
    }
  }
  return { value, range: reader.range(node) };
}
