/** The most characters that a list in an answer has: no message is above 1 MB, whatever names there are. */
const MOST_CHARACTERS = 300_000;

/** The first items that fit into a message, at least one: the rest has to be asked for anew. */
export function fitting<Item>(items: Iterable<Item>): Item[] {
  const taken: Item[] = [];
  let characters = 0;
  for (const item of items) {
    characters += charactersIn(item);
    if (taken.length > 0 && characters > MOST_CHARACTERS) {
      break;
    }
    taken.push(item);
  }
  return taken;
}

/** Characters of all texts in a value; what else there is takes next to nothing. */
function charactersIn(value: unknown): number {
  if (typeof value === 'string') {
    return value.length;
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, item) => sum + charactersIn(item), 0)
    : 0;
}
