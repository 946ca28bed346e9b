import type { AssetRatingName } from '../assetRatings';
import { prefixed, sentences } from './cleanName';
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

/** Threagile's words as ratings from 0 to 5. */
const CONFIDENTIALITY: Readonly<Record<string, number>> = {
  public: 0,
  internal: 2,
  restricted: 3,
  confidential: 4,
  'strictly-confidential': 5,
};
const CRITICALITY: Readonly<Record<string, number>> = {
  archive: 1,
  operational: 2,
  important: 3,
  critical: 4,
  'mission-critical': 5,
};

/** Parts of a file that have no place in a model: one of them, and what to do about them. */
const NOT_TAKEN: readonly (readonly [key: string, one: string, advice?: string])[] = [
  [
    'shared_runtimes',
    'shared runtime',
    'where one thing on it can attack another, give both a common interface',
  ],
  ['risk_tracking', 'state of a risk that Threagile finds by itself'],
  ['abuse_cases', 'abuse case'],
  ['security_requirements', 'security requirement'],
  ['questions', 'question'],
];

/** A threat and the ids of what it is about. */
interface FoundRisk {
  readonly threat: ForeignThreat;
  readonly part: string | undefined;
  readonly link: string | undefined;
}

/** Reads a model of Threagile. */
export function readThreagile(file: string, text: string, log: ImportLog): ForeignSystem | undefined {
  const root = readData(file, text, log);
  if (!root?.get('technical_assets').isMap) {
    log.problem({ file }, 'This is no model of Threagile: it has no "technical_assets".');
    return undefined;
  }
  const data = new Map(
    root
      .get('data_assets')
      .entries()
      .map(([name, node]) => [idOf(name, node), { name, node }]),
  );
  const risks = readRisks(root);
  const insideOf = new Map<string, string>();
  const zones = readZones(root, insideOf);
  const parts: ForeignPart[] = [];
  const links: ForeignLink[] = [];
  for (const [name, node] of root.get('technical_assets').entries()) {
    const id = idOf(name, node);
    parts.push({
      ...readPart(name, node, heldData(file, node, data, log)),
      id,
      zone: insideOf.get(id),
      threats: risks.flatMap((risk) => (risk.link === undefined && risk.part === id ? [risk.threat] : [])),
    });
    for (const [title, link] of node.get('communication_links').entries()) {
      const linkRisks = risks.filter((risk) => risk.link === `${id}>${slug(title)}`);
      links.push(readLink(title, link, id, data, linkRisks));
    }
  }
  reportRest(file, root, data.size, log);
  for (const { threat } of risks.filter(({ part, link }) => part === undefined && link === undefined)) {
    log.leftOut({ file }, 'The risk "{title}" names no technical asset or communication link.', {
      title: threat.title,
    });
  }
  return {
    file,
    title: root.get('title').text() ?? '',
    description: root.get('business_overview').get('description').text(),
    zones,
    parts,
    links,
    namesData: data.size > 0,
  };
}

function readZones(root: DataNode, insideOf: Map<string, string>): ForeignZone[] {
  const boundaries = root.get('trust_boundaries').entries();
  const parents = new Map<string, string>();
  for (const [name, node] of boundaries) {
    const id = idOf(name, node);
    for (const nested of node.get('trust_boundaries_nested').texts()) {
      parents.set(nested, parents.get(nested) ?? id);
    }
    for (const inside of node.get('technical_assets_inside').texts()) {
      insideOf.set(inside, insideOf.get(inside) ?? id);
    }
  }
  return boundaries.map(([name, node]) => ({
    id: idOf(name, node),
    word: 'trust boundary',
    name,
    parent: parents.get(idOf(name, node)),
    description: sentences([aboutUnlessName(name, node), prefixed('Type: ', node.get('type').text())]),
    line: node.line,
  }));
}

function readPart(
  name: string,
  node: DataNode,
  assets: readonly ForeignAsset[],
): Omit<ForeignPart, 'id' | 'threats'> {
  const type = node.get('type').text();
  const external = type === 'external-entity';
  const word = external ? 'external entity' : type === 'datastore' ? 'data store' : 'process';
  return {
    word,
    kind: external ? 'external' : type === 'datastore' ? 'store' : 'inside',
    name,
    outOfScope: node.get('out_of_scope').flag()
      ? (node.get('justification_out_of_scope').text() ?? '')
      : undefined,
    exposed: !external && node.get('internet').flag(),
    description: sentences([
      aboutUnlessName(name, node),
      prefixed('Technology: ', node.get('technology').text() ?? node.get('technologies').texts().join(', ')),
      prefixed('Machine: ', node.get('machine').text()),
      prefixed('Encryption: ', node.get('encryption').text()),
    ]),
    assets,
    line: node.line,
  };
}

function heldData(
  file: string,
  node: DataNode,
  data: ReadonlyMap<string, { readonly name: string; readonly node: DataNode }>,
  log: ImportLog,
): ForeignAsset[] {
  const stored = new Set(node.get('data_assets_stored').texts());
  const held = new Set([...stored, ...node.get('data_assets_processed').texts()]);
  return [...held].flatMap((id) => {
    const asset = data.get(id);
    if (!asset) {
      log.problem({ file, line: node.line }, 'The data "{id}" is not among the data assets of the file.', {
        id,
      });
      return [];
    }
    const { name } = asset;
    return [
      {
        name,
        ratings: ratingsOf(asset.node),
        description: sentences([aboutUnlessName(name, asset.node), stored.has(id) ? 'Stored' : 'Processed']),
      },
    ];
  });
}

/** Confidentiality and integrity make the rating for security, availability that for operation. */
function ratingsOf(node: DataNode): Partial<Record<AssetRatingName, number>> {
  const level = (key: string, scale: Readonly<Record<string, number>>): number | undefined => {
    const word = node.get(key).text() ?? '';
    return Object.hasOwn(scale, word) ? scale[word] : undefined;
  };
  const secrecy = level('confidentiality', CONFIDENTIALITY);
  const integrity = level('integrity', CRITICALITY);
  const security = Math.max(secrecy ?? -1, integrity ?? -1);
  const operation = level('availability', CRITICALITY);
  return { ...(security >= 0 && { security }), ...(operation !== undefined && { operation }) };
}

function readLink(
  title: string,
  node: DataNode,
  source: string,
  data: ReadonlyMap<string, { readonly name: string }>,
  risks: readonly FoundRisk[],
): ForeignLink {
  const names = (key: string): string => {
    const carried = node.get(key).texts();
    return carried.map((id) => data.get(id)?.name ?? id).join(', ');
  };
  const target = node.get('target').text();
  return {
    word: 'communication link',
    name: title,
    ends: target === undefined ? [source] : [source, target],
    description: sentences([
      aboutUnlessName(title, node),
      prefixed('Protocol: ', node.get('protocol').text()),
      prefixed('Authentication: ', node.get('authentication').text()),
      prefixed('Authorization: ', node.get('authorization').text()),
      node.get('vpn').flag() ? 'VPN' : undefined,
      node.get('ip_filtered').flag() ? 'IP filtered' : undefined,
      node.get('readonly').flag() ? 'Read only' : undefined,
      prefixed('Sends ', names('data_assets_sent')),
      prefixed('Receives ', names('data_assets_received')),
    ]),
    threats: risks.map(({ threat }) => threat),
    threatened: target,
    line: node.line,
  };
}

/** Risks that people added; those that Threagile finds by itself are not in its files. */
function readRisks(root: DataNode): FoundRisk[] {
  const categories = [root.get('individual_risk_categories'), root.get('custom_risk_categories')];
  return categories
    .flatMap((node) => node.entries())
    .flatMap(([category, node]) =>
      node
        .get('risks_identified')
        .entries()
        .map(
          ([title, risk]): FoundRisk => ({
            threat: {
              title: title.replace(/<\/?\w+>/g, ''),
              category: node.get('stride').text(),
              severity: risk.get('severity').text(),
              state: risk.get('exploitation_likelihood').text(),
              description: sentences([category, node.get('description').text()]),
              mitigation: node.get('mitigation').text(),
            },
            part: risk.get('most_relevant_technical_asset').text(),
            link: risk.get('most_relevant_communication_link').text(),
          }),
        ),
    );
}

function reportRest(file: string, root: DataNode, dataCount: number, log: ImportLog): void {
  if (dataCount > 0) {
    log.guessed(
      { file },
      'Ratings of assets come from words: security is the higher of confidentiality (public 0 to strictly-confidential 5) and integrity, operation is availability (archive 1 to mission-critical 5).',
    );
  }
  for (const [key, one, advice] of NOT_TAKEN) {
    const node = root.get(key);
    const count = node.entries().length;
    if (count > 0) {
      log.leftOut({ file, line: node.line }, 'Not taken over: {what}{advice}.', {
        what: `${count} x ${one}`,
        advice: advice === undefined ? '' : `; ${advice}`,
      });
    }
  }
}

/** Ids in which Threagile refers to links: the id of the source and the title in small letters. */
function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function idOf(name: string, node: DataNode): string {
  return node.get('id').text() ?? name;
}

function aboutUnlessName(name: string, node: DataNode): string | undefined {
  const text = node.get('description').text();
  return text?.trim() === name ? undefined : text;
}
