import { nearestName } from '../text/nearest';

/** The labels that mean something; others are kept as they are. */
export const COMPONENT_LABELS = ['Communication', 'Virtual', 'EXT'] as const;

/** A label with a meaning. */
export type ComponentLabel = (typeof COMPONENT_LABELS)[number];

/** Shorter words are near to too much if their case does not count. */
const LONG_WORD = 6;

/** The label that a misspelt one is near to; undefined where none is, or where it is one of them. */
export function nearestLabel(label: string): ComponentLabel | undefined {
  if (COMPONENT_LABELS.some((known) => known === label)) {
    return undefined;
  }
  const sameButCase = (word: string | undefined): ComponentLabel | undefined =>
    COMPONENT_LABELS.find((known) => known.toLowerCase() === word?.toLowerCase());
  const lower = COMPONENT_LABELS.map((known) => known.toLowerCase());
  return (
    sameButCase(label) ??
    sameButCase(nearestName(label, COMPONENT_LABELS)) ??
    (label.length < LONG_WORD ? undefined : sameButCase(nearestName(label.toLowerCase(), lower)))
  );
}

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
