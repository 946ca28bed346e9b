import { AssetIds } from './assetIds';
import { cleanName, cleanText, NameBook, sentences } from './cleanName';
import type { ForeignAsset, ForeignPart, ForeignSystem } from './foreignSystem';
import type { ImportedAsset, ImportedComponent, ImportedDeclaration } from './importedModel';
import { limited, MOST } from './importLimits';
import type { ForeignPlace } from './foreignPlace';
import type { ImportLog } from './importReport';
import { threatNote } from './threatNote';
import { ZoneMapper } from './zoneMapper';

/** What a store holds, and what a part is for, where the file names no data. */
const STORE_ASSET = 'Data';
const PLACEHOLDER_ASSET = 'Service';

/** A component while what belongs to it is being collected. */
export interface Draft {
  readonly name: string;
  readonly channel: boolean;
  /** Whether an outsider may be there: a person or system that is not part of this one. */
  external: boolean;
  /** Whether it has the label EXT. */
  outOfScope: boolean;
  /** Whether outsiders reach it in other ways than through links. */
  exposed: ForeignPlace | undefined;
  facility: string | undefined;
  readonly sheets: Set<string>;
  readonly interfaces: string[];
  readonly descriptions: (string | undefined)[];
  readonly assets: Map<string, ImportedAsset>;
  readonly assetNames: NameBook;
}

/** Makes components of parts, and facilities of the zones that they lie in. */
export class PartMapper {
  private readonly drafts = new Map<string, Draft>();
  private readonly names = new NameBook();
  private readonly zones: ZoneMapper;
  private readonly assetIds = new AssetIds();
  private assetCount = 0;
  private namesData = false;

  constructor(private readonly log: ImportLog) {
    this.zones = new ZoneMapper(log);
  }

  /** Takes in the parts of one file; the components by id of the part. */
  add(system: ForeignSystem): ReadonlyMap<string, Draft> {
    this.namesData ||= system.namesData;
    const facilities = this.zones.add(system);
    const byId = new Map<string, Draft>();
    const free = MOST.parts - this.drafts.size;
    for (const part of limited(this.log, system.file, system.parts, free, 'parts')) {
      const place = { file: system.file, line: part.line };
      if (byId.has(part.id)) {
        this.log.problem(
          place,
          'The {word} "{name}" has the id "{id}", which another one has already, so it is left out.',
          { word: part.word, name: cleanName(part.name), id: cleanName(part.id) },
        );
      } else {
        byId.set(part.id, this.addPart(system, part, place, facilities));
      }
    }
    return byId;
  }

  /** Gives every component a placeholder where nothing else is to be protected: without an asset there is no chain. */
  addPlaceholders(file: string): void {
    const inside = [...this.drafts.values()].filter(({ outOfScope }) => !outOfScope);
    const devices = inside.filter(({ channel }) => !channel);
    if (this.namesData || devices.length === 0 || inside.some(({ assets }) => assets.size > 0)) {
      return;
    }
    for (const draft of devices) {
      this.addAsset(draft, { name: PLACEHOLDER_ASSET, description: 'Placeholder: the file names no data' });
    }
    this.log.guessed(
      { file },
      'The file names no data, so every component has the asset "{asset}" as a placeholder; put in what is to be protected.',
      { asset: PLACEHOLDER_ASSET },
    );
  }

  /** All components so far. */
  components(): ImportedComponent[] {
    return [...this.drafts.values()].map(finished);
  }

  /** All facilities so far. */
  facilities(): ImportedDeclaration[] {
    return this.zones.facilities();
  }

  private addPart(
    system: ForeignSystem,
    part: ForeignPart,
    place: ForeignPlace,
    facilities: ReadonlyMap<string, string>,
  ): Draft {
    const draft = this.draftOf(system, part, place);
    this.placeIn(part, place, draft, facilities);
    draft.external &&= part.kind === 'external';
    draft.outOfScope &&= isOutOfScope(part);
    draft.exposed ??= part.exposed === true ? place : undefined;
    const note = threatNote(part.threats);
    const reason = cleanText(part.outOfScope ?? '');
    draft.descriptions.push(
      part.description,
      reason === '' ? undefined : `Out of scope: ${reason}`,
      note === undefined ? undefined : `Threats: ${note}`,
    );
    this.log.mapped(part.word, becomes(part));
    if (part.threats.length > 0) {
      this.log.mapped('threat', 'note in the description of a component', part.threats.length);
    }
    this.addAssets(system, part, place, draft);
    return draft;
  }

  /** The component of a part: a new one, or the one that another diagram or file has under the same name. */
  private draftOf(system: ForeignSystem, part: ForeignPart, place: ForeignPlace): Draft {
    const given = cleanName(part.name);
    const wanted = this.wantedName(part, place, given);
    const sheet = JSON.stringify([system.file, part.sheet]);
    const known = this.drafts.get(wanted);
    if (known && given !== '' && !known.sheets.has(sheet)) {
      known.sheets.add(sheet);
      this.log.guessed(place, '"{name}" is in several diagrams or files, and is taken for one component.', {
        name: wanted,
      });
      return known;
    }
    const name = this.names.take(wanted);
    if (name !== wanted) {
      this.log.guessed(
        place,
        'Another component is called "{from}" or nearly so: this {word} is called "{name}".',
        { from: wanted, name, word: part.word },
      );
    }
    this.reportScope(part, place, name);
    const draft: Draft = {
      name,
      channel: part.kind === 'channel',
      external: part.kind === 'external',
      outOfScope: isOutOfScope(part),
      exposed: undefined,
      facility: undefined,
      sheets: new Set([sheet]),
      interfaces: [],
      descriptions: [],
      assets: new Map(),
      assetNames: new NameBook(),
    };
    this.drafts.set(name, draft);
    return draft;
  }

  private wantedName(part: ForeignPart, place: ForeignPlace, given: string): string {
    if (given === '') {
      return `Unnamed ${part.word}`;
    }
    const name = given.replace(/^Virtual-+/, 'Virtual ').trim();
    if (name !== given) {
      this.log.guessed(
        place,
        '"{from}" is called "{name}", because a component whose name begins with "Virtual-" is a mere joint.',
        { from: given, name },
      );
    }
    return name;
  }

  private reportScope({ kind, word, outOfScope }: ForeignPart, place: ForeignPlace, name: string): void {
    if (kind === 'external') {
      this.log.guessed(
        place,
        'The {word} "{name}" is outside the system: it has the label EXT, so that no chain enters it, and its links are entries.',
        { word, name },
      );
    } else if (outOfScope !== undefined) {
      this.log.guessed(
        place,
        'The {word} "{name}" is out of scope: it has the label EXT, so that no chain enters it.',
        { word, name },
      );
    }
  }

  private placeIn(
    part: ForeignPart,
    place: ForeignPlace,
    draft: Draft,
    facilities: ReadonlyMap<string, string>,
  ): void {
    const facility = part.zone === undefined ? undefined : facilities.get(part.zone);
    if (part.zone !== undefined && facility === undefined) {
      this.log.problem(
        place,
        '"{name}" lies in "{zone}", which the file does not have, so it has no facility.',
        { name: draft.name, zone: cleanName(part.zone) },
      );
    }
    if (draft.facility !== undefined && facility !== undefined && draft.facility !== facility) {
      this.log.leftOut(place, '"{name}" lies in "{first}" already, so not in "{second}" too.', {
        name: draft.name,
        first: draft.facility,
        second: facility,
      });
    }
    draft.facility ??= facility;
  }

  private addAssets(system: ForeignSystem, part: ForeignPart, place: ForeignPlace, draft: Draft): void {
    if (isOutOfScope(part)) {
      if (part.assets.length > 0) {
        this.log.mapped('data of a part that is out of scope', 'nothing', part.assets.length);
      }
      return;
    }
    if (part.kind === 'store' && part.assets.length === 0 && !system.namesData) {
      this.addAsset(draft, { name: STORE_ASSET, description: 'What the store holds' });
      this.log.guessed(
        place,
        'The {word} "{name}" holds data that the file does not name: it has the asset "{asset}".',
        { word: part.word, name: draft.name, asset: STORE_ASSET },
      );
    }
    const own = new Set<string>();
    for (const asset of part.assets) {
      if (this.assetCount >= MOST.assets) {
        this.log.leftOut(
          place,
          'There are more assets than a model can hold; those of "{name}" are left out.',
          { name: draft.name },
        );
        return;
      }
      const wanted = assetName(asset);
      const name = own.has(wanted) || !draft.assets.has(wanted) ? this.addAsset(draft, asset) : wanted;
      own.add(wanted);
      if (name !== wanted) {
        this.log.guessed(
          place,
          '"{component}" has another asset that is called "{from}" or nearly so: this one is called "{name}".',
          { component: draft.name, from: wanted, name },
        );
      }
      this.log.mapped('data of a part', 'asset');
    }
  }

  /** The name that the asset got. */
  private addAsset(draft: Draft, asset: ForeignAsset): string {
    this.assetCount++;
    const name = draft.assetNames.take(assetName(asset));
    const id = this.assetIds.take(draft.name, name);
    const description = sentences([asset.description]);
    draft.assets.set(name, {
      name,
      ...(id !== undefined && { id }),
      ratings: asset.ratings ?? {},
      ...(description !== undefined && { description }),
    });
    return name;
  }
}

function assetName({ name }: ForeignAsset): string {
  return cleanName(name) || 'Unnamed data';
}

function isOutOfScope(part: ForeignPart): boolean {
  return part.kind === 'external' || part.outOfScope !== undefined;
}

function becomes(part: ForeignPart): string {
  if (isOutOfScope(part)) {
    return 'component with the label EXT';
  }
  return part.kind === 'channel' ? 'component with the label Communication' : 'component';
}

function finished(draft: Draft): ImportedComponent {
  const description = sentences(draft.descriptions);
  return {
    name: draft.name,
    ...(draft.facility !== undefined && { facility: draft.facility }),
    labels: [...(draft.channel ? ['Communication'] : []), ...(draft.outOfScope ? ['EXT'] : [])],
    interfaces: draft.interfaces,
    assets: [...draft.assets.values()],
    ...(description !== undefined && { description }),
  };
}
