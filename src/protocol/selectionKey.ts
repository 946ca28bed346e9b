import type { ChainSelection } from '../chains/chainSelection';
import type { StrideType } from '../formats/stride';

/** A chain in names. */
export interface ChainKey {
  readonly kind: 'chain';
  /** Entry first, interfaces and components in turn. */
  readonly path: readonly string[];
  /** Asset id. */
  readonly asset: string;
  readonly type: StrideType;
}

/** What is chosen, in names: it means the same after an edit, a reload and a restart. */
export type SelectionKey =
  | ChainKey
  | { readonly kind: 'component' | 'interface'; readonly name: string }
  | { readonly kind: 'relation'; readonly interface: string; readonly component: string }
  | { readonly kind: 'asset'; readonly id: string };

/** Whether two keys choose the same. */
export function isSameKey(first: SelectionKey | undefined, second: SelectionKey | undefined): boolean {
  return (
    first === second || (first !== undefined && second !== undefined && keyText(first) === keyText(second))
  );
}

/** What a table is narrowed down to by a choice: the chains through it; undefined where a chain is chosen. */
export function narrowingOf(key: SelectionKey | undefined): readonly ChainSelection[] | undefined {
  if (key === undefined) {
    return [];
  }
  return key.kind === 'chain' ? undefined : [key];
}

function keyText(key: SelectionKey): string {
  switch (key.kind) {
    case 'chain':
      return JSON.stringify([key.kind, key.path, key.asset, key.type]);
    case 'relation':
      return JSON.stringify([key.kind, key.interface, key.component]);
    case 'asset':
      return JSON.stringify([key.kind, key.id]);
    default:
      return JSON.stringify([key.kind, key.name]);
  }
}
