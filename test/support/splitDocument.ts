import { appendInto, putInto } from './plainDocument';
import type { PlainObject, PlainValue } from './plainDocument';

/** Keys that stand in `model.tmg.yaml` only. */
const MODEL_KEYS = ['tmg', 'name', 'settings', 'vectors', 'ratingRules'];
const FILES = ['a.tmg.yaml', 'model.tmg.yaml', 'z.tmg.yml'];

/**
 * Distributes one document over several files that mean the same together.
 *
 * @returns documents by file name
 */
export function splitDocument(document: PlainObject, seed: number): Map<string, PlainObject> {
  const files = new Map<string, PlainObject>(FILES.map((name) => [name, {}]));
  let state = seed >>> 0;
  const pick = (): PlainObject => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return files.get(FILES[(state >>> 16) % FILES.length] ?? '') ?? {};
  };
  for (const key of Object.keys(document)) {
    const value = document[key] ?? '';
    if (MODEL_KEYS.includes(key)) putInto(files.get('model.tmg.yaml') ?? {}, [key], value);
    else scatter(pick, [key], value);
  }
  return new Map([...files].filter(([, content]) => Object.keys(content).length > 0));
}

function scatter(pick: () => PlainObject, keys: readonly string[], value: PlainValue): void {
  if (typeof value === 'string') {
    putInto(pick(), keys, value);
  } else if (Array.isArray(value)) {
    for (const item of value) appendInto(pick(), keys, [item]);
    if (value.length === 0) appendInto(pick(), keys, []);
  } else {
    const inner = Object.keys(value);
    if (inner.length === 0 && keys.length > 1) putIfMissing(pick(), keys);
    for (const key of inner) scatter(pick, [...keys, key], value[key] ?? '');
  }
}

/** An empty record still creates what it names. */
function putIfMissing(file: PlainObject, keys: readonly string[]): void {
  const marker = [...keys, 'x'];
  appendInto(file, marker, []);
  const holder = keys.reduce<PlainValue>(
    (inner, key) => (typeof inner === 'object' && !Array.isArray(inner) ? (inner[key] ?? '') : ''),
    file,
  );
  if (typeof holder === 'object' && !Array.isArray(holder)) delete holder['x'];
}
