import { STRIDE_TYPES } from '../formats/stride';
import type { YamlPath } from '../formats/yaml/yamlPathAt';
import type { NamedKind } from '../model/mentions';

/** What a value is: a name of some kind, or more than that. */
export type ValueSlot =
  | Exclude<NamedKind, 'asset' | 'vector'>
  | 'label'
  /** Components that are entered through an interface. */
  | 'into'
  /** A component of a banned sequence, or any. */
  | 'sequence'
  /** Vector, score, name of a vector, or none. */
  | 'rating'
  /** A vector only. */
  | 'cvss';

/** What a key is, where the keys of its map are names. */
export type KeySlot = NamedKind | 'rated component' | 'rated interface';

/** By the path of the value; `*` stands for any name or position, `#` for a type or `all`. */
const VALUES = patterns<ValueSlot>({
  'components/*/facility': 'facility',
  'components/*/labels/*': 'label',
  'components/*/interfaces/*': 'interface',
  'interfaces/*/into/*': 'into',
  'interfaces/*/attackers/*': 'attacker',
  'interfaces/*/periods/*': 'period',
  'vectors/*': 'cvss',
  'ratings/*/*/#': 'rating',
  'ratingRules/*/#': 'rating',
  'ratingRules/*/match/interface': 'interface',
  'ratingRules/*/match/component': 'component',
  'ratingRules/*/match/facility': 'facility',
  'ratingRules/*/match/label': 'label',
  'filters/banned/*/*': 'sequence',
  'filters/oneWay/*/from': 'component',
  'filters/oneWay/*/to': 'component',
  'filters/only/*/from': 'component',
  'filters/only/*/via': 'component',
  'filters/only/*/to/*': 'component',
});

/** By the path of the map. */
const KEYS = patterns<KeySlot>({
  attackers: 'attacker',
  periods: 'period',
  facilities: 'facility',
  components: 'component',
  'components/*/assets': 'asset',
  interfaces: 'interface',
  vectors: 'vector',
  ratings: 'rated component',
  'ratings/*': 'rated interface',
});

const RATING_KEYS: readonly (string | number)[] = [...STRIDE_TYPES, 'all'];

/** What the value at a path is; undefined where it is neither name nor rating. */
export function valueSlot(path: YamlPath): ValueSlot | undefined {
  return slotAt(VALUES, path);
}

/** What the keys of the map at a path are; undefined where they are no names. */
export function keySlot(path: YamlPath): KeySlot | undefined {
  return slotAt(KEYS, path);
}

type Patterns<Slot> = readonly { readonly parts: readonly string[]; readonly slot: Slot }[];

function patterns<Slot extends string>(slots: Readonly<Record<string, Slot>>): Patterns<Slot> {
  return Object.entries(slots).map(([pattern, slot]) => ({ parts: pattern.split('/'), slot }));
}

function slotAt<Slot>(slots: Patterns<Slot>, path: YamlPath): Slot | undefined {
  return slots.find(
    ({ parts }) => parts.length === path.length && parts.every((part, index) => fits(part, path[index])),
  )?.slot;
}

function fits(part: string, key: string | number | undefined): boolean {
  return part === '*' || part === key || (part === '#' && key !== undefined && RATING_KEYS.includes(key));
}
