/** The ways to arrange a scene: by distance from the entry points, by facility, by forces. */
export const LAYOUT_KINDS = ['layered', 'facility', 'force'] as const;

export type LayoutKind = (typeof LAYOUT_KINDS)[number];

/** Centres of the nodes of a scene, in its order: x and y in turn, in units of which a component's box has 40 in height. */
export type Positions = readonly number[];

/** Where nodes were before, by `nodeKey`. They stay there. */
export type KeptPositions = ReadonlyMap<string, readonly [x: number, y: number]>;

/** Names a node across versions of a model: components and interfaces may have the same name. */
export function nodeKey({
  kind,
  name,
}: {
  readonly kind: 'component' | 'interface';
  readonly name: string;
}): string {
  return `${kind} ${name}`;
}
