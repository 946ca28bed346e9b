/** Cuts a list into runs of neighbours that have the same key. */
export function runsBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): (readonly [Item, ...Item[]])[] {
  const runs: [Item, ...Item[]][] = [];
  let key: string | undefined;
  for (const item of items) {
    const next = keyOf(item);
    const run = runs.at(-1);
    if (run && next === key) {
      run.push(item);
    } else {
      runs.push([item]);
      key = next;
    }
  }
  return runs;
}
