/** What the id of a tree node stands for: a facility, a component, or an interface or asset of a component. */
export type TreePath =
  | readonly ['facility', string]
  | readonly ['component', string]
  | readonly ['interface', string, string]
  | readonly ['asset', string, string];

/** The id of a node. */
export function treeId(...path: TreePath): string {
  return JSON.stringify(path);
}

/** What an id stands for; undefined where it is none. */
export function treePath(id: string): TreePath | undefined {
  try {
    const path: unknown = JSON.parse(id);
    return Array.isArray(path) ? (path as unknown as TreePath) : undefined;
  } catch {
    return undefined;
  }
}
