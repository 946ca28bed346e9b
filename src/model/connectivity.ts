import { entryPoints } from './entryPoints';
import type { Component, Model } from './model';

/**
 * The parts into which a graph falls: components that shared interfaces join, directly or through others. EXT
 * components are out of the graph and components without interfaces are no part. The largest part comes first, of
 * equal ones the one that is declared first.
 */
export function connectedParts(model: Model): Component[][] {
  const components = [...model.components.values()].filter(
    ({ external, relations }) => !external && relations.size > 0,
  );
  const number = new Map(components.map(({ name }, index) => [name, index]));
  const parent = Int32Array.from(components, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (const { components: holders } of model.interfaces.values()) {
    let first: number | undefined;
    for (const name of holders) {
      const index = number.get(name);
      if (index !== undefined) {
        if (first !== undefined) {
          parent[root(index)] = root(first);
        }
        first ??= index;
      }
    }
  }
  const parts = new Map<number, Component[]>();
  for (const [index, component] of components.entries()) {
    const at = root(index);
    const part = parts.get(at);
    if (part) {
      part.push(component);
    } else {
      parts.set(at, [component]);
    }
  }
  return [...parts.values()].sort((a, b) => b.length - a.length);
}

/** Names of the components that an interface lets an outsider into, if it is an entry point. */
export function firstComponents(
  model: Model,
  entry: { components: readonly string[]; into: readonly string[] },
): string[] {
  const into = entry.into.length > 0 ? new Set(entry.into) : undefined;
  return entry.components.filter(
    (name) => model.components.get(name)?.external === false && (into?.has(name) ?? true),
  );
}

/**
 * Number of components on the shortest path from any entry point to each component, itself included; ratings and
 * filters aside. Components without a path are absent. A shortest path repeats nothing, so it is a chain's path too.
 */
export function entryDistances(model: Model): Map<string, number> {
  const distances = new Map<string, number>();
  let layer: string[] = [];
  const reach = (name: string, distance: number, next: string[]): void => {
    if (!distances.has(name) && model.components.get(name)?.external === false) {
      distances.set(name, distance);
      next.push(name);
    }
  };
  for (const entry of entryPoints(model)) {
    for (const name of firstComponents(model, entry)) {
      reach(name, 1, layer);
    }
  }
  const left = new Set<string>();
  for (let distance = 2; layer.length > 0; distance++) {
    const next: string[] = [];
    for (const through of layer.flatMap((name) => [
      ...(model.components.get(name)?.relations.keys() ?? []),
    ])) {
      if (!left.has(through)) {
        left.add(through);
        for (const name of model.interfaces.get(through)?.components ?? []) {
          reach(name, distance, next);
        }
      }
    }
    layer = next;
  }
  return distances;
}
