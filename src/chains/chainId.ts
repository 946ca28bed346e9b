import { hash } from 'node:crypto';
import type { StrideType } from '../formats/stride';

/**
 * Identifies a chain whatever else the model holds: the first 16 hex digits of the SHA-256 of the UTF-8 text
 * `JSON.stringify([entry, [c1, i2, c2, ...], assetId, type])`.
 * @param path entry first, interfaces and components in turn
 */
export function chainId(path: readonly string[], assetId: string, type: StrideType): string {
  const [entry, ...rest] = path;
  return hashChainKey(JSON.stringify([entry, rest, assetId, type]));
}

/** The id of a chain, from the JSON text that is hashed. */
export function hashChainKey(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 16);
}
