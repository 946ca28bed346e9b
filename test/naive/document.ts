import { parseDocument } from 'yaml';
import type { Plain } from './types';

/** Parses one YAML file: every scalar is its text, mappings keep the order of their keys. */
export function parseYaml(text: string): Plain {
  const document = parseDocument(text, { schema: 'failsafe' });
  const error = document.errors[0];
  if (error !== undefined) throw error;
  return document.toJS({ mapAsMap: true }) as Plain;
}

/** The entries of a mapping; anything else has none. */
export function entriesOf(value: Plain | undefined): [string, Plain][] {
  if (value === undefined || typeof value === 'string' || Array.isArray(value)) return [];
  if (value instanceof Map) return [...value.entries()] as [string, Plain][];
  return Object.entries(value as { readonly [key: string]: Plain });
}

/** The value of one key of a mapping. */
export function valueOf(value: Plain | undefined, key: string): Plain | undefined {
  return entriesOf(value).find(([name]) => name === key)?.[1];
}

/** The text of a scalar; an empty one and anything that is not a scalar give `undefined`. */
export function textOf(value: Plain | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The items of a list. */
export function itemsOf(value: Plain | undefined): readonly Plain[] {
  return Array.isArray(value) ? (value as readonly Plain[]) : [];
}

/** The texts of a list, empty ones left out. */
export function textsOf(value: Plain | undefined): string[] {
  return itemsOf(value)
    .map(textOf)
    .filter((text) => text !== undefined);
}

/** The scalars of a mapping by key, empty ones left out. */
export function textMapOf(value: Plain | undefined): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, item] of entriesOf(value)) {
    const text = textOf(item);
    if (text !== undefined) texts.set(key, text);
  }
  return texts;
}
