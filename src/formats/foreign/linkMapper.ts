import { cleanName, NameBook, sentences } from './cleanName';
import type { ForeignLink, ForeignSystem } from './foreignSystem';
import type { ImportedInterface, ImportedRating } from './importedModel';
import { limited, MOST } from './importLimits';
import type { ForeignPlace } from './foreignPlace';
import type { ImportLog } from './importReport';
import type { Draft } from './partMapper';
import { threatNote } from './threatNote';

/** Makes interfaces of links, and gives them to the components at their ends. */
export class LinkMapper {
  private readonly names = new NameBook();
  private readonly found: ImportedInterface[] = [];
  private readonly notes: ImportedRating[] = [];
  private readonly withEntry = new Set<Draft>();

  constructor(private readonly log: ImportLog) {}

  /** Takes in the links of one file. */
  add(system: ForeignSystem, parts: ReadonlyMap<string, Draft>): void {
    const free = MOST.links - this.found.length;
    for (const link of limited(this.log, system.file, system.links, free, 'links')) {
      this.addLink(link, { file: system.file, line: link.line }, parts);
    }
    for (const draft of parts.values()) {
      this.addEntry(draft);
    }
  }

  /** All interfaces so far. */
  interfaces(): ImportedInterface[] {
    return this.found;
  }

  /** What threats of links say of their relations. */
  ratings(): ImportedRating[] {
    return this.notes;
  }

  private addLink(link: ForeignLink, place: ForeignPlace, parts: ReadonlyMap<string, Draft>): void {
    const { word } = link;
    const shown = cleanName(link.name) || `unnamed ${word}`;
    const known = link.ends.filter((id) => parts.has(id));
    for (const id of link.ends.filter((end) => !parts.has(end))) {
      this.log.problem(place, 'The {word} "{name}" leads to "{id}", which is no part that the file has.', {
        word,
        name: shown,
        id: cleanName(id),
      });
    }
    const ends = [...new Set(known.flatMap((id) => parts.get(id) ?? []))];
    const [first] = ends;
    if (!first) {
      this.log.leftOut(place, 'The {word} "{name}" joins nothing.', { word, name: shown });
      return;
    }
    if (ends.length === 1 && known.length > 1) {
      this.log.leftOut(place, 'The {word} "{name}" leads from "{part}" to itself.', {
        word,
        name: shown,
        part: first.name,
      });
      return;
    }
    const name = this.nameOf(link, place, ends);
    if (ends.length === 1) {
      this.log.guessed(
        place,
        'The {word} "{name}" has only one end, "{part}"; give the interface to the component at the other end, or mark it as an entry.',
        { word, name, part: first.name },
      );
    }
    for (const end of ends) {
      end.interfaces.push(name);
    }
    this.found.push(this.marked(link, place, name, ends));
    this.addThreats(link, name, ends, parts);
    this.log.mapped(word, 'interface');
  }

  /** The name of a link, with its ends where another one has the name, or just its ends where it has none. */
  private nameOf(link: ForeignLink, place: ForeignPlace, ends: readonly Draft[]): string {
    const names = ends.map(({ name }) => name);
    const between = names.length === 1 ? `${names[0]} (${link.word})` : names.join(' - ');
    const given = cleanName(link.name);
    if (given === '') {
      return this.names.take(cleanName(between));
    }
    const name = this.names.take(this.names.has(given) ? cleanName(`${given} (${between})`) : given);
    if (name !== given) {
      this.log.guessed(
        place,
        'Another interface is called "{from}" or nearly so: this {word} is called "{name}".',
        { from: given, name, word: link.word },
      );
    }
    return name;
  }

  private marked(
    link: ForeignLink,
    place: ForeignPlace,
    name: string,
    ends: readonly Draft[],
  ): ImportedInterface {
    const inside = ends.some(({ outOfScope }) => !outOfScope);
    const outside = ends.some(({ external }) => external);
    if (inside && !outside && link.exposed !== undefined) {
      this.log.guessed(place, 'The {word} "{name}" is an entry: {reason}.', {
        word: link.word,
        name,
        reason: link.exposed,
      });
    }
    const description = sentences([link.description]);
    return {
      ...NO_MARKS,
      name,
      ...(inside && (outside || link.exposed !== undefined) && { entry: true }),
      ...(description !== undefined && { description }),
    };
  }

  private addThreats(
    link: ForeignLink,
    name: string,
    ends: readonly Draft[],
    parts: ReadonlyMap<string, Draft>,
  ): void {
    const note = threatNote(link.threats);
    const inside = ends.filter(({ outOfScope }) => !outOfScope);
    const wanted = link.threatened === undefined ? undefined : parts.get(link.threatened);
    const against = inside.find((draft) => draft === wanted) ?? inside.at(-1) ?? ends.at(-1);
    if (note !== undefined && against) {
      this.notes.push({ component: against.name, interface: name, cells: {}, techniques: {}, note });
      this.log.mapped('threat', 'note at a relation', link.threats.length);
    }
  }

  private addEntry(draft: Draft): void {
    if (!draft.exposed || draft.outOfScope || this.withEntry.has(draft)) {
      return;
    }
    this.withEntry.add(draft);
    const name = this.names.take(cleanName(`Internet (${draft.name})`));
    draft.interfaces.push(name);
    this.found.push({ ...NO_MARKS, name, entry: true });
    this.log.guessed(
      draft.exposed,
      '"{name}" can be reached from the internet: it has the entry "{entry}".',
      { name: draft.name, entry: name },
    );
  }
}

const NO_MARKS = { into: [], attackers: [], periods: [] } as const;
