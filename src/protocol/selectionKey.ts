import type { StrideType } from '../formats/stride';

/** What is chosen, in names: it means the same after an edit, a reload and a restart. */
export type SelectionKey =
  | {
      readonly kind: 'chain';
      /** Entry first, interfaces and components in turn. */
      readonly path: readonly string[];
      /** Asset id. */
      readonly asset: string;
      readonly type: StrideType;
    }
  | { readonly kind: 'component' | 'interface'; readonly name: string }
  | { readonly kind: 'relation'; readonly interface: string; readonly component: string }
  | { readonly kind: 'asset'; readonly id: string };

/** A choice in one model. */
export interface Selected {
  /** Folder of the model. */
  readonly root: string;
  readonly key: SelectionKey;
}
