import { type ParsedEntry, parseEntry } from './parseEntry';

/**
 * Keeps the parsed entries of a text's last version, so that the next version parses only what changed. One cache
 * per file; the trees count from the beginning of their entry and so stay right when the entry moves.
 */
export class YamlParseCache {
  private previous = new Map<string, ParsedEntry>();
  private current = new Map<string, ParsedEntry>();

  /** Starts a new version; entries that the last one did not use are forgotten. */
  begin(): void {
    this.previous = this.current;
    this.current = new Map();
  }

  /** The tree of an entry. */
  parse(entryText: string): ParsedEntry {
    const parsed = this.current.get(entryText) ?? this.previous.get(entryText) ?? parseEntry(entryText);
    this.current.set(entryText, parsed);
    return parsed;
  }
}
