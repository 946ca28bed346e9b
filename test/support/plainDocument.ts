import { stringify } from 'yaml';

/** A document whose scalars are all text, as plain objects and lists. */
export type PlainValue = string | PlainValue[] | PlainObject;
export interface PlainObject {
  [key: string]: PlainValue;
}

/** The document as YAML, every scalar in quotes. */
export function toYaml(document: PlainObject): string {
  return stringify(document, {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'QUOTE_DOUBLE',
    aliasDuplicateObjects: false,
    lineWidth: 0,
  });
}

/** Puts a value under a path of keys, `__proto__` being a key like any other. */
export function putInto(document: PlainObject, keys: readonly string[], value: PlainValue): void {
  const [key, ...rest] = keys;
  if (key === undefined) return;
  if (rest.length === 0) return setKey(document, key, value);
  if (!Object.hasOwn(document, key)) setKey(document, key, {});
  const inner = document[key];
  if (typeof inner === 'object' && !Array.isArray(inner)) putInto(inner, rest, value);
}

/** Appends items to the list under a path of keys. */
export function appendInto(
  document: PlainObject,
  keys: readonly string[],
  items: readonly PlainValue[],
): void {
  const key = keys.at(-1) ?? '';
  const holder = keys.slice(0, -1).reduce<PlainObject>((inner, name) => {
    if (!Object.hasOwn(inner, name)) setKey(inner, name, {});
    const next = inner[name];
    return typeof next === 'object' && !Array.isArray(next) ? next : {};
  }, document);
  const known = Object.hasOwn(holder, key) ? holder[key] : undefined;
  setKey(holder, key, [...(Array.isArray(known) ? known : []), ...items]);
}

function setKey(document: PlainObject, key: string, value: PlainValue): void {
  Object.defineProperty(document, key, { value, writable: true, enumerable: true, configurable: true });
}
