import { createHash } from 'node:crypto';
import type { StrideType } from '../formats/stride';

/**
 * Identifies a chain whatever else the model holds: the first 16 hex digits of the SHA-256 of the UTF-8 text
 * `JSON.stringify([entry, [c1, i2, c2, ...], assetId, type])`.
 * @param path entry first, interfaces and components in turn
 */
export function chainId(path: readonly string[], assetId: string, type: StrideType): string {
  const [entry, ...rest] = path;
  return createHash('sha256')
    .update(JSON.stringify([entry, rest, assetId, type]), 'utf8')
    .digest('hex')
    .slice(0, 16);
}
