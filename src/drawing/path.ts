import type { Scene } from './scene';

/** What a chain goes through, as indices in a scene, in the order of its steps. */
export interface LitPath {
  readonly nodes: readonly number[];
  /** One between each two nodes that follow each other. */
  readonly edges: readonly number[];
}

/**
 * The nodes and edges of a chain's path. Names that the scene does not have, and steps between what no relation
 * joins, are left out.
 * @param path interfaces and components in turn, the entry interface first
 */
export function litPath(scene: Scene, path: readonly string[]): LitPath {
  const wanted = new Set(path);
  const numbers = { component: new Map<string, number>(), interface: new Map<string, number>() };
  for (const [index, { kind, name }] of scene.nodes.entries()) {
    if (wanted.has(name)) {
      numbers[kind].set(name, index);
    }
  }
  const edgeNumbers = new Map<number, number>();
  const pair = (component: number, through: number): number => component * scene.nodes.length + through;
  for (const [index, edge] of scene.edges.entries()) {
    edgeNumbers.set(pair(edge.component, edge.interface), index);
  }
  const nodes: number[] = [];
  const edges: number[] = [];
  let before: number | undefined;
  for (const [position, name] of path.entries()) {
    const isInterface = position % 2 === 0;
    const node = numbers[isInterface ? 'interface' : 'component'].get(name);
    if (node !== undefined) {
      nodes.push(node);
    }
    if (node !== undefined && before !== undefined) {
      const edge = edgeNumbers.get(isInterface ? pair(before, node) : pair(node, before));
      if (edge !== undefined) {
        edges.push(edge);
      }
    }
    before = node;
  }
  return { nodes, edges };
}

/** The number of the step at each edge by which the path enters a component; undefined at those by which it only leaves. */
export function stepNumbers({ edges }: LitPath): ReadonlyMap<number, number | undefined> {
  const numbers = new Map<number, number | undefined>();
  for (const [index, edge] of edges.entries()) {
    if (index % 2 === 0) {
      numbers.set(edge, index / 2 + 1);
    } else if (!numbers.has(edge)) {
      // A way may leave a component by the edge by which it was entered, whose number stays.
      numbers.set(edge, undefined);
    }
  }
  return numbers;
}

/** A node beside another one, and the edge between them. */
export interface Neighbour {
  readonly node: number;
  readonly edge: number;
}

/** For every node of a scene what is beside it, in the order of the edges. */
export function neighbours(scene: Pick<Scene, 'nodes' | 'edges'>): readonly (readonly Neighbour[])[] {
  const lists: Neighbour[][] = scene.nodes.map(() => []);
  for (const [edge, { component, interface: through }] of scene.edges.entries()) {
    lists[component]?.push({ node: through, edge });
    lists[through]?.push({ node: component, edge });
  }
  return lists;
}
