import type { AssetRatingName } from '../assetRatings';
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

/** Steps from a component to the trust zone that its parents lie in. */
const DEEPEST_PARENTS = 32;

/** Reads a model in the Open Threat Model format, as JSON or YAML. */
export function readOtm(file: string, text: string, log: ImportLog): ForeignSystem | undefined {
  const root = readData(file, text, log);
  if (!root?.get('otmVersion').exists) {
    log.problem({ file }, 'This is no Open Threat Model: it has no "otmVersion".');
    return undefined;
  }
  return new OtmReader(file, root, log).read();
}

class OtmReader {
  private readonly assets: ReadonlyMap<string, DataNode>;
  private readonly zones: ReadonlyMap<string, DataNode>;
  private readonly components: ReadonlyMap<string, DataNode>;
  private readonly threats: ReadonlyMap<string, DataNode>;
  private readonly mitigations: ReadonlyMap<string, DataNode>;

  constructor(
    private readonly file: string,
    private readonly root: DataNode,
    private readonly log: ImportLog,
  ) {
    const byId = (key: string): ReadonlyMap<string, DataNode> =>
      new Map(
        root
          .get(key)
          .items()
          .map((node) => [idOf(node), node]),
      );
    this.assets = byId('assets');
    this.zones = byId('trustZones');
    this.components = byId('components');
    this.threats = byId('threats');
    this.mitigations = byId('mitigations');
  }

  read(): ForeignSystem {
    const links = this.root
      .get('dataflows')
      .items()
      .map((node) => this.link(node));
    const carried = this.carriedAssets();
    const parts = this.root
      .get('components')
      .items()
      .map((node) => this.part(node, carried.get(idOf(node)) ?? []));
    this.reportRest();
    const project = this.root.get('project');
    return {
      file: this.file,
      title: project.get('name').text() ?? '',
      description: sentences([
        project.get('description').text(),
        prefixed('Owner: ', project.get('owner').text()),
      ]),
      zones: this.root.get('trustZones').items().map(zoneOf),
      parts,
      links,
      namesData: this.assets.size > 0,
    };
  }

  private part(node: DataNode, carried: readonly string[]): ForeignPart {
    const zone = this.zoneOf(node);
    const within = node.get('parent').get('component').text();
    const parent = within === undefined ? undefined : this.components.get(within);
    const internet = zone !== undefined && isInternet(this.zones.get(zone));
    return {
      id: idOf(node),
      word: 'component',
      kind: internet ? 'external' : 'inside',
      name: nameOf(node),
      zone,
      description: sentences([
        node.get('description').text(),
        prefixed('Type: ', node.get('type').text()),
        prefixed('Part of ', parent && nameOf(parent)),
        prefixed('Tags: ', node.get('tags').texts().join(', ')),
      ]),
      assets: this.heldAssets(node, carried),
      threats: this.threatsOf(node),
      line: node.line,
    };
  }

  /** The trust zone of a component, or of the component that it is part of. */
  private zoneOf(node: DataNode): string | undefined {
    let current: DataNode | undefined = node;
    for (let step = 0; current && step < DEEPEST_PARENTS; step++) {
      const parent: DataNode = current.get('parent');
      const zone = parent.get('trustZone').text();
      if (zone !== undefined) {
        return zone;
      }
      const id = parent.get('component').text();
      current = id === undefined ? undefined : this.components.get(id);
      if (id !== undefined && !current) {
        this.log.problem(
          { file: this.file, line: parent.line },
          'The parent "{id}" is no component of the file.',
          {
            id: cleanName(id),
          },
        );
      }
    }
    return undefined;
  }

  private heldAssets(node: DataNode, carried: readonly string[]): ForeignAsset[] {
    const stored = new Set(node.get('assets').get('stored').texts());
    const held = new Set([...stored, ...node.get('assets').get('processed').texts()]);
    return [...new Set([...held, ...carried])].flatMap((id) => {
      const asset = this.assets.get(id);
      if (!asset) {
        this.log.problem(
          { file: this.file, line: node.line },
          'The asset "{id}" is not among those of the file.',
          {
            id: cleanName(id),
          },
        );
        return [];
      }
      const use = stored.has(id) ? 'Stored' : held.has(id) ? 'Processed' : 'Comes with a data flow';
      const description = sentences([asset.get('description').text(), use]);
      return [{ name: nameOf(asset), ratings: ratingsOf(asset), description }];
    });
  }

  /** By component, assets that no component holds but that a data flow brings to it. */
  private carriedAssets(): Map<string, string[]> {
    const held = new Set(
      [...this.components.values()].flatMap((node) =>
        ['stored', 'processed'].flatMap((key) => node.get('assets').get(key).texts()),
      ),
    );
    const carried = new Map<string, string[]>();
    for (const flow of this.root.get('dataflows').items()) {
      const target = flow.get('destination').text();
      for (const id of target === undefined ? [] : flow.get('assets').texts()) {
        const asset = this.assets.get(id);
        if (asset && !held.has(id) && target !== undefined) {
          carried.set(target, [...(carried.get(target) ?? []), id]);
          this.log.guessed(
            { file: this.file, line: flow.line },
            'No component holds the asset "{asset}", so the destination of the data flow "{name}" does.',
            { asset: cleanName(nameOf(asset)), name: cleanName(nameOf(flow)) },
          );
        }
      }
    }
    return carried;
  }

  private link(node: DataNode): ForeignLink {
    const ends = ['source', 'destination'].map((key) => node.get(key).text());
    const assets = node
      .get('assets')
      .texts()
      .map((id) => {
        const asset = this.assets.get(id);
        return asset ? nameOf(asset) : id;
      });
    return {
      word: 'data flow',
      name: nameOf(node),
      ends: ends.filter((end) => end !== undefined),
      description: sentences([
        node.get('description').text(),
        node.get('bidirectional').flag() ? 'Both directions' : undefined,
        prefixed('Carries ', assets.join(', ')),
        prefixed('Tags: ', node.get('tags').texts().join(', ')),
      ]),
      threats: this.threatsOf(node),
      threatened: ends[1],
      line: node.line,
    };
  }

  private threatsOf(node: DataNode): ForeignThreat[] {
    return node
      .get('threats')
      .items()
      .map((use) => {
        const id = use.get('threat').text() ?? '';
        const threat = this.threats.get(id);
        const risk = threat?.get('risk');
        const levels = (['likelihood', 'impact'] as const).flatMap((key) => {
          const value = risk?.get(key).number();
          return value === undefined ? [] : [`${key} ${value}`];
        });
        return {
          title: threat ? nameOf(threat) : id,
          category: threat?.get('categories').texts().join(', '),
          severity: levels.join(', '),
          state: use.get('state').text(),
          description: threat?.get('description').text(),
          mitigation: this.mitigationsOf(use),
        };
      });
  }

  private mitigationsOf(use: DataNode): string {
    const names = use
      .get('mitigations')
      .items()
      .map((one) => {
        const id = one.get('mitigation').text() ?? '';
        const mitigation = this.mitigations.get(id);
        const state = one.get('state').text();
        return `${mitigation ? nameOf(mitigation) : id}${state === undefined ? '' : ` (${state})`}`;
      });
    return names.join(', ');
  }

  private reportRest(): void {
    if (this.assets.size > 0) {
      this.log.guessed(
        { file: this.file, line: this.root.get('assets').line },
        'Ratings of assets come from percentages: security is the higher of confidentiality and integrity, operation is availability; 100 becomes 5.',
      );
    }
    const representations = this.root.get('representations');
    const count = representations.items().length;
    if (count > 0) {
      this.log.leftOut(
        { file: this.file, line: representations.line },
        'Not taken over: {count} x representation, with positions in diagrams and places in code.',
        { count },
      );
    }
  }
}

function zoneOf(node: DataNode): ForeignZone {
  const trust = node.get('risk').get('trustRating').number();
  return {
    id: idOf(node),
    word: 'trust zone',
    name: nameOf(node),
    parent: node.get('parent').get('trustZone').text(),
    description: sentences([
      node.get('description').text(),
      trust === undefined ? undefined : `Trust rating ${trust}`,
    ]),
    line: node.line,
  };
}

/** Whether a trust zone is the internet, where nothing belongs to the system. */
function isInternet(zone: DataNode | undefined): boolean {
  const words = [zone?.get('type').text(), zone && nameOf(zone)];
  return words.some((word) => /^(the )?(public )?internet$/i.test(word?.trim() ?? ''));
}

function ratingsOf(asset: DataNode): Partial<Record<AssetRatingName, number>> {
  const level = (key: string): number | undefined => {
    const percent = asset.get('risk').get(key).number();
    return percent === undefined ? undefined : Math.round(Math.min(100, Math.max(0, percent)) / 2) / 10;
  };
  const security = Math.max(level('confidentiality') ?? -1, level('integrity') ?? -1);
  const operation = level('availability');
  return { ...(security >= 0 && { security }), ...(operation !== undefined && { operation }) };
}

function idOf(node: DataNode): string {
  return node.get('id').text() ?? node.get('name').text() ?? `line ${node.line}`;
}

function nameOf(node: DataNode): string {
  return node.get('name').text() ?? node.get('id').text() ?? '';
}
