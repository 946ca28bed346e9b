import { nearestName } from '../text/nearest';

/** Names by what has them, or a list of names. */
export type KnownNames = ReadonlyMap<string, unknown> | readonly string[];

/** How often two names are compared, which takes some 20 ms; of very many unknown names the last go without a suggestion. */
const MOST_COMPARISONS = 60_000;

/** Knows the names that were meant, as far as it may look for them; a name is looked for once among the same ones. */
export class NameSuggester {
  private comparisons = 0;
  private readonly found = new Map<KnownNames, Map<string, string | undefined>>();

  /** The nearest of some names; undefined where none is near. */
  suggest(name: string, known: KnownNames | undefined): string | undefined {
    if (known === undefined) {
      return undefined;
    }
    const before = this.found.get(known) ?? new Map<string, string | undefined>();
    if (before.has(name)) {
      return before.get(name);
    }
    this.comparisons += isList(known) ? known.length : known.size;
    const nearest =
      this.comparisons > MOST_COMPARISONS
        ? undefined
        : nearestName(name, isList(known) ? known : known.keys());
    this.found.set(known, before.set(name, nearest));
    return nearest;
  }
}

function isList(known: KnownNames): known is readonly string[] {
  return Array.isArray(known);
}
