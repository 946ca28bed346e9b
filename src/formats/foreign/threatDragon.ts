import { cleanName, prefixed, sentences } from './cleanName';
import { type DataNode, readData } from './dataTree';
import type {
  ForeignAsset,
  ForeignLink,
  ForeignPart,
  ForeignSystem,
  ForeignThreat,
  ForeignZone,
} from './foreignSystem';
import type { ImportLog } from './importReport';
import { type Box, innermostZone, nestedZones, type ZoneBox } from './zoneBoxes';
import { addAll } from '../../text/arrays';

/** What a cell is, by the type of its data or by its shape. */
type CellKind = 'process' | 'store' | 'actor' | 'flow' | 'box' | 'curve' | 'text';

const KINDS: Readonly<Record<string, CellKind>> = {
  'tm.Process': 'process',
  'tm.Store': 'store',
  'tm.Actor': 'actor',
  'tm.Flow': 'flow',
  'tm.BoundaryBox': 'box',
  'tm.Boundary': 'curve',
  'tm.Text': 'text',
  process: 'process',
  store: 'store',
  actor: 'actor',
  flow: 'flow',
  'trust-boundary-box': 'box',
  'trust-boundary-curve': 'curve',
  'trust-broundary-curve': 'curve',
  'td-text-block': 'text',
};

/** Check boxes of an element that say what data it has. */
const DATA_FLAGS: Readonly<Record<string, string>> = {
  storesCredentials: 'Credentials',
  storesInventory: 'Inventory',
  isALog: 'Log',
  handlesCardPayment: 'Card payments',
};

/** Check boxes and fields that are worth a word in the description. */
const WORTH_SAYING: readonly (readonly [key: string, text: string])[] = [
  ['isEncrypted', 'Encrypted'],
  ['isSigned', 'Signed'],
  ['isWebApplication', 'Web application'],
  ['providesAuthentication', 'Provides authentication'],
];

/** Reads a model of OWASP Threat Dragon, version 2. */
export function readThreatDragon(file: string, text: string, log: ImportLog): ForeignSystem | undefined {
  const root = readData(file, text, log);
  const diagrams = root?.get('detail').get('diagrams').items() ?? [];
  if (!root || diagrams.length === 0) {
    log.problem({ file }, 'This is no model of Threat Dragon 2: it has no diagrams under "detail".');
    return undefined;
  }
  const zones: ForeignZone[] = [];
  const parts: ForeignPart[] = [];
  const links: ForeignLink[] = [];
  for (const [index, diagram] of diagrams.entries()) {
    if (diagram.get('diagramJson').exists) {
      log.problem(
        { file, line: diagram.line },
        'This diagram was drawn by Threat Dragon 1; open the file with version 2 and save it again.',
      );
    }
    const reader = new DiagramReader(file, index + 1, diagram, log);
    addAll(zones, nestedZones(reader.zones));
    addAll(parts, reader.parts);
    addAll(links, reader.links);
  }
  return {
    file,
    title: root.get('summary').get('title').text() ?? '',
    description: sentences([
      root.get('summary').get('description').text(),
      prefixed('Owner: ', root.get('summary').get('owner').text()),
    ]),
    zones,
    parts,
    links,
    namesData: false,
  };
}

/** The cells of one diagram. */
class DiagramReader {
  readonly zones: ZoneBox[];
  readonly parts: ForeignPart[];
  readonly links: ForeignLink[];

  constructor(
    private readonly file: string,
    /** From 1. */
    private readonly number: number,
    diagram: DataNode,
    private readonly log: ImportLog,
  ) {
    const cells = diagram.get('cells').items();
    this.zones = cells.flatMap((cell) => (kindOf(cell) === 'box' ? this.zone(cell) : []));
    this.parts = cells.flatMap((cell) => {
      const kind = kindOf(cell);
      return kind === 'process' || kind === 'store' || kind === 'actor' ? [this.part(cell, kind)] : [];
    });
    this.links = cells.flatMap((cell) => (kindOf(cell) === 'flow' ? [this.link(cell)] : []));
    for (const cell of cells) {
      this.reportRest(cell);
    }
  }

  private zone(cell: DataNode): ZoneBox[] {
    const box = boxOf(cell);
    const id = this.idOf(cell);
    const zone = { id, word: 'trust boundary', name: nameOf(cell), line: cell.line };
    const description = cell.get('data').get('description').text();
    return [{ zone: { ...zone, description }, box }];
  }

  private part(cell: DataNode, kind: 'process' | 'store' | 'actor'): ForeignPart {
    const data = cell.get('data');
    const reason = data.get('reasonOutOfScope').text() ?? '';
    return {
      id: this.idOf(cell),
      word: kind,
      kind: kind === 'actor' ? 'external' : kind === 'store' ? 'store' : 'inside',
      name: nameOf(cell),
      sheet: String(this.number),
      zone: innermostZone(boxOf(cell), this.zones)?.id,
      outOfScope: data.get('outOfScope').flag() ? reason : undefined,
      description: sentences([
        data.get('description').text(),
        ...flagsOf(data),
        prefixed('Privilege level: ', data.get('privilegeLevel').text()),
      ]),
      assets: assetsOf(data),
      threats: threatsOf(data),
      line: cell.line,
    };
  }

  private link(cell: DataNode): ForeignLink {
    const data = cell.get('data');
    const ends = ['source', 'target'].map((end) => cell.get(end).get('cell').text());
    const [source, target] = ends;
    return {
      word: 'data flow',
      name: nameOf(cell),
      ends: ends.flatMap((end) => (end === undefined ? [] : [this.scoped(end)])),
      exposed: data.get('isPublicNetwork').flag() ? 'it crosses a public network' : undefined,
      description: sentences([
        data.get('description').text(),
        prefixed('Protocol: ', data.get('protocol').text()),
        ...flagsOf(data),
        data.get('isBidirectional').flag() ? 'Both directions' : undefined,
        data.get('outOfScope').flag()
          ? `Out of scope: ${data.get('reasonOutOfScope').text() ?? ''}`
          : undefined,
      ]),
      threats: threatsOf(data),
      threatened: target === undefined ? source && this.scoped(source) : this.scoped(target),
      line: cell.line,
    };
  }

  private reportRest(cell: DataNode): void {
    const place = { file: this.file, line: cell.line };
    const kind = kindOf(cell);
    if (kind === 'curve') {
      this.log.leftOut(
        place,
        'The trust boundary "{name}" is a line, which does not say what lies on which side; give the components a facility.',
        { name: cleanName(nameOf(cell)) },
      );
    } else if (kind === 'text') {
      this.log.leftOut(place, 'The text "{name}" belongs to nothing.', { name: cleanName(nameOf(cell)) });
    } else if (kind === undefined) {
      this.log.leftOut(place, 'A cell of the shape "{shape}" is not known.', {
        shape: cleanName(cell.get('shape').text() ?? ''),
      });
    }
  }

  private idOf(cell: DataNode): string {
    return this.scoped(cell.get('id').text() ?? `line ${cell.line}`);
  }

  /** Copies of a diagram have the same ids. */
  private scoped(id: string): string {
    return this.number === 1 ? id : `${id} of diagram ${this.number}`;
  }
}

function kindOf(cell: DataNode): CellKind | undefined {
  const find = (text: string | undefined): CellKind | undefined =>
    text !== undefined && Object.hasOwn(KINDS, text) ? KINDS[text] : undefined;
  return find(cell.get('data').get('type').text()) ?? find(cell.get('shape').text());
}

function nameOf(cell: DataNode): string {
  const attrs = cell.get('attrs');
  const label = cell.get('labels').items()[0]?.get('attrs');
  const candidates = [
    cell.get('data').get('name'),
    attrs.get('text').get('text'),
    attrs.get('label').get('text'),
    label?.get('labelText').get('text'),
    label?.get('label').get('text'),
  ];
  return candidates.map((node) => node?.text() ?? '').find((name) => cleanName(name) !== '') ?? '';
}

function boxOf(cell: DataNode): Box | undefined {
  const [left, top] = ['x', 'y'].map((key) => cell.get('position').get(key).number());
  const [width, height] = ['width', 'height'].map((key) => cell.get('size').get(key).number());
  return left === undefined || top === undefined
    ? undefined
    : { left, top, width: width ?? 0, height: height ?? 0 };
}

function flagsOf(data: DataNode): string[] {
  return WORTH_SAYING.flatMap(([key, text]) => (data.get(key).flag() ? [text] : []));
}

function assetsOf(data: DataNode): ForeignAsset[] {
  return Object.entries(DATA_FLAGS).flatMap(([key, name]) => (data.get(key).flag() ? [{ name }] : []));
}

function threatsOf(data: DataNode): ForeignThreat[] {
  return data
    .get('threats')
    .items()
    .filter(({ isMap }) => isMap)
    .map((threat) => ({
      title: threat.get('title').text() ?? '',
      category: threat.get('type').text(),
      severity: threat.get('severity').text(),
      state: threat.get('status').text(),
      description: threat.get('description').text(),
      mitigation: threat.get('mitigation').text(),
    }));
}
