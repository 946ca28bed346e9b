/** What chains can be grouped by. A chain is in one group per relation it crosses, and in one of every other kind. */
export const GROUPINGS = ['asset', 'entry', 'last-step', 'relation'] as const;

export type Grouping = (typeof GROUPINGS)[number];
