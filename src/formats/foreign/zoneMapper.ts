import { cleanName, NameBook, sentences } from './cleanName';
import type { ForeignSystem, ForeignZone } from './foreignSystem';
import type { ImportedDeclaration } from './importedModel';
import { limited, MOST } from './importLimits';
import type { ImportLog } from './importReport';

/** Makes facilities of zones. */
export class ZoneMapper {
  private readonly names = new NameBook();
  private readonly texts = new Map<string, string | undefined>();

  constructor(private readonly log: ImportLog) {}

  /** Takes in the zones of one file; the facilities' names by id of the zone. */
  add(system: ForeignSystem): ReadonlyMap<string, string> {
    const named = new Map<string, { readonly zone: ForeignZone; readonly name: string }>();
    const free = MOST.zones - this.texts.size;
    for (const zone of limited(this.log, system.file, system.zones, free, 'zones')) {
      if (named.has(zone.id)) {
        this.log.problem(
          { file: system.file, line: zone.line },
          'The {word} "{name}" has the id "{id}", which another one has already, so it is left out.',
          { word: zone.word, name: cleanName(zone.name), id: cleanName(zone.id) },
        );
      } else {
        named.set(zone.id, { zone, name: this.take(system, zone) });
      }
    }
    for (const { zone, name } of named.values()) {
      const parent = zone.parent === undefined ? undefined : named.get(zone.parent)?.name;
      const inside = parent === undefined || parent === name ? undefined : parent;
      if (inside !== undefined) {
        this.log.guessed(
          { file: system.file, line: zone.line },
          'Facilities do not nest: that "{name}" lies in "{parent}" is in its description only.',
          { name, parent: inside },
        );
      }
      const within = inside === undefined ? undefined : `Inside ${inside}`;
      this.texts.set(name, sentences([zone.description, within]));
    }
    return new Map([...named].map(([id, { name }]) => [id, name]));
  }

  /** All facilities so far. */
  facilities(): ImportedDeclaration[] {
    return [...this.texts].map(([name, description]) => ({
      name,
      ...(description !== undefined && { description }),
    }));
  }

  private take(system: ForeignSystem, zone: ForeignZone): string {
    const wanted = cleanName(zone.name) || `Unnamed ${zone.word}`;
    const name = this.names.take(wanted);
    if (name !== wanted) {
      this.log.guessed(
        { file: system.file, line: zone.line },
        'Another facility is called "{from}" or nearly so: this {word} is called "{name}".',
        { from: wanted, name, word: zone.word },
      );
    }
    this.log.mapped(zone.word, 'facility');
    return name;
  }
}
