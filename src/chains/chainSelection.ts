/** Which chains of a set are meant. */
export type ChainSelection =
  | { readonly kind: 'all' }
  | { readonly kind: 'component'; readonly name: string }
  /** Chains that cross it: begin there, or go on through it. */
  | { readonly kind: 'interface'; readonly name: string }
  | { readonly kind: 'asset'; readonly id: string }
  | { readonly kind: 'entry'; readonly name: string }
  | { readonly kind: 'last-step' | 'relation'; readonly interface: string; readonly component: string };
