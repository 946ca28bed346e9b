/** The labels that mean something; others are kept as they are. */
export const COMPONENT_LABELS = ['Communication', 'Virtual', 'EXT'] as const;

/** A label with a meaning. */
export type ComponentLabel = (typeof COMPONENT_LABELS)[number];

/** How names of Virtual components begin in the guide. */
export const VIRTUAL_PREFIX = 'Virtual-';

/** Whether a component only joins interfaces. */
export function isVirtual(name: string, labels: ReadonlySet<string>): boolean {
  return labels.has('Virtual' satisfies ComponentLabel) || name.startsWith(VIRTUAL_PREFIX);
}

/** Whether a component is out of scope. */
export function isExternal(labels: ReadonlySet<string>): boolean {
  return labels.has('EXT' satisfies ComponentLabel);
}
