import { listNames } from '../../text/listNames';
import type { TextRange } from '../../text/range';
import { type Finding, finding, type ReaderCode } from '../finding';
import type { LocatedText } from '../records';
import {
  assetSchema,
  componentSchema,
  facilitySchema,
  filtersSchema,
  interfaceSchema,
  ratingRuleSchema,
  ratingSchema,
  settingsSchema,
} from './documentSchema';
import { isEmpty, type MapItem, type YamlNode } from './node';
import type { NodeReader } from './nodeReader';

/** Tells whether an entry of a map of names is none, but a key of what one of the names stands for. */
export type IsSlip = (key: string, value: YamlNode) => boolean;

const COMPONENT_KEYS: readonly string[] = componentSchema.keyof().options;
const ASSET_KEYS: readonly string[] = assetSchema.keyof().options;
const INTERFACE_KEYS: readonly string[] = interfaceSchema.keyof().options;
const FACILITY_KEYS: readonly string[] = facilitySchema.keyof().options;
const RATING_KEYS: readonly string[] = ratingSchema.keyof().options;

/** What stands below a name is a map or nothing, so that a text or list behind one of its keys is no name's. */
const isFilled = (value: YamlNode): boolean =>
  value.kind === 'sequence' || (value.kind === 'scalar' && !isEmpty(value));

const among =
  (keys: readonly string[]): IsSlip =>
  (key, value) =>
    keys.includes(key) && isFilled(value);

/** Below `components`; assets are a map, but hardly of the keys of a component. */
const isComponentSlip: IsSlip = (key, value) =>
  among(COMPONENT_KEYS)(key, value) ||
  (key === 'assets' && value.kind === 'map' && !value.items.every((item) => hasKeyOf(item, COMPONENT_KEYS)));

/** Below `ratings`: an interface with its ratings, where components stand. */
const isInterfaceOfRatings: IsSlip = (_, value) =>
  value.kind === 'map' &&
  value.items.some((item) => isFilled(item.value)) &&
  value.items.every(
    (item) => hasKeyOf(item, RATING_KEYS) && (item.value.kind !== 'map' || isTechniques(item)),
  );

/** By section: what has slipped out to the level of its names. */
export const SECTION_SLIPS: Readonly<Partial<Record<string, IsSlip>>> = {
  components: isComponentSlip,
  interfaces: among(INTERFACE_KEYS),
  facilities: among(FACILITY_KEYS),
  ratings: isInterfaceOfRatings,
};

/** Below the assets of a component, and below the ratings of one. */
export const isAssetSlip: IsSlip = among(ASSET_KEYS);
export const isRatingSlip: IsSlip = among(RATING_KEYS);

function hasKeyOf({ key }: MapItem, keys: readonly string[]): boolean {
  return key.kind === 'scalar' && keys.includes(key.value);
}

function isTechniques({ key }: MapItem): boolean {
  return key.kind === 'scalar' && key.value === 'techniques';
}

/** Entries that have slipped out of the one before them. */
export interface Slip {
  readonly holder: LocatedText;
  readonly keys: readonly LocatedText[];
  /** From the first of them to the end of the last. */
  readonly range: TextRange;
}

/** One problem for all that has slipped out of one entry. */
export function slipFinding(file: string, { holder, keys, range }: Slip): Finding<ReaderCode> {
  const names = listNames([...new Set(keys.map(({ value }) => `"${value}"`))]);
  const template =
    keys.length === 1
      ? 'Indent {keys}: as it stands here it is a name beside "{holder}", and no part of it.'
      : 'Indent {keys}: as they stand here they are names beside "{holder}", and no parts of it.';
  return finding(
    'unknown-key',
    { file, range: keys[0]?.range ?? range },
    template,
    { keys: names, holder: holder.value },
    { data: { holder: String(holder.range.end), start: String(range.start), end: String(range.end) } },
  );
}

/** A map with what has slipped out of its entries put back into them; each entry's slips are reported. */
export function withoutSlips(reader: NodeReader, node: YamlNode, isSlip: IsSlip): YamlNode {
  if (node.kind !== 'map') {
    return node;
  }
  const groups: { item: MapItem; slips: MapItem[] }[] = [];
  for (const item of node.items) {
    const before = groups.at(-1);
    if (before && item.key.kind === 'scalar' && isSlip(item.key.value, item.value)) {
      before.slips.push(item);
    } else {
      groups.push({ item, slips: [] });
    }
  }
  const items = groups.map(({ item, slips }): MapItem => {
    const { key, value } = item;
    const located = slips.flatMap((slip) => (slip.key.kind === 'scalar' ? [reader.located(slip.key)] : []));
    const last = slips.at(-1);
    const [first] = located;
    if (!first || !last || key.kind !== 'scalar' || (value.kind !== 'map' && !isEmpty(value))) {
      return item;
    }
    const end = Math.max(reader.range(last.key).end, reader.range(last.value).end);
    const range = { start: first.range.start, end };
    reader.findings.push(slipFinding(reader.file, { holder: reader.located(key), keys: located, range }));
    const own = value.kind === 'map' ? value.items : [];
    return { key, value: { kind: 'map', items: [...own, ...slips], range: value.range } };
  });
  return { ...node, items };
}

/** The sections that know a key which stands at the top of a file, where nothing does. */
export function sectionOfKey(key: string): string | undefined {
  return SECTION_KEYS.find(([, keys]) => keys.includes(key))?.[0];
}

const SECTION_KEYS: readonly (readonly [string, readonly string[]])[] = [
  ['settings', settingsSchema.keyof().options],
  ['filters', filtersSchema.keyof().options],
  ['components', COMPONENT_KEYS],
  ['interfaces', INTERFACE_KEYS],
  ['ratingRules', ratingRuleSchema.keyof().options],
  ['ratings', RATING_KEYS],
];
