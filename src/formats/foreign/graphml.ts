import { cleanName, prefixed, sentences } from './cleanName';
import type { ForeignLink, ForeignPart, ForeignSystem, ForeignZone } from './foreignSystem';
import type { ImportLog } from './importReport';
import { readXml, type XmlElement } from './xmlTree';

/** Data of nodes and edges that give names, best first, in small letters. */
const NAME_KEYS = ['label', 'name', 'title'];
/** Data of nodes that say in what place they are. */
const ZONE_KEYS = ['facility', 'zone', 'site', 'country'];
/** Data that is not worth a word in a description, or is said in another way. */
const SILENT_KEYS = new Set([...NAME_KEYS, ...ZONE_KEYS, '', 'id', 'key', 'internal']);
const DEEPEST_GROUPS = 16;

/** Reads a graph in GraphML: a component per node, an interface per edge, a facility per group or country. */
export function readGraphml(file: string, text: string, log: ImportLog): ForeignSystem | undefined {
  const root = readXml(file, text, log);
  const graphs = root?.name === 'graphml' ? root.all('graph') : [];
  if (!root || graphs.length === 0) {
    log.problem({ file }, 'This is no GraphML: it has no graph.');
    return undefined;
  }
  const reader = new GraphReader(file, root, log);
  for (const graph of graphs) {
    reader.readGraph(graph, undefined, 0);
  }
  const about = reader.dataOf(graphs[0]);
  const titles = ['label', 'network', 'name'].map((key) => about.get(key)?.text);
  return {
    file,
    title: titles.find((title) => title !== undefined) ?? graphs[0]?.attributes.get('id') ?? '',
    description: sentences([prefixed('Network: ', about.get('network')?.text), about.get('note')?.text]),
    zones: [...reader.zones.values()],
    parts: reader.parts,
    links: reader.links,
    namesData: false,
  };
}

/** A piece of data with its name as the file has it. */
interface Datum {
  readonly name: string;
  readonly text: string;
}

class GraphReader {
  readonly zones = new Map<string, ForeignZone>();
  readonly parts: ForeignPart[] = [];
  readonly links: ForeignLink[] = [];
  /** Names of data by the id of the key. */
  private readonly keys: ReadonlyMap<string, string>;

  constructor(
    private readonly file: string,
    root: XmlElement,
    private readonly log: ImportLog,
  ) {
    this.keys = new Map(
      root
        .all('key')
        .map((key) => [
          key.attributes.get('id') ?? '',
          key.attributes.get('attr.name') ?? key.attributes.get('yfiles.type') ?? '',
        ]),
    );
  }

  readGraph(graph: XmlElement, group: string | undefined, depth: number): void {
    for (const node of graph.all('node')) {
      const inner = node.child('graph');
      if (inner && depth < DEEPEST_GROUPS) {
        this.readGraph(inner, this.addGroup(node, group), depth + 1);
      } else {
        this.addNode(node, group);
      }
    }
    for (const edge of graph.all('edge')) {
      const ends = ['source', 'target'].map((key) => edge.attributes.get(key));
      this.addEdge(edge, 'edge', ends);
    }
    for (const edge of graph.all('hyperedge')) {
      this.addEdge(
        edge,
        'hyperedge',
        edge.all('endpoint').map((end) => end.attributes.get('node')),
      );
    }
  }

  /** Data of an element, by name in small letters. */
  dataOf(element: XmlElement | undefined): Map<string, Datum> {
    const data = new Map<string, Datum>();
    for (const one of element?.all('data') ?? []) {
      const label = one.find('NodeLabel') ?? one.find('EdgeLabel');
      const name = label ? 'label' : (this.keys.get(one.attributes.get('key') ?? '') ?? '');
      const text = (label ?? one).text.trim();
      if (text !== '' && !data.has(name.toLowerCase())) {
        data.set(name.toLowerCase(), { name, text });
      }
    }
    return data;
  }

  private addGroup(node: XmlElement, parent: string | undefined): string {
    const id = `group ${idOf(node)}`;
    this.zones.set(id, {
      id,
      word: 'group of nodes',
      name: nameOf(this.dataOf(node)) ?? idOf(node),
      parent,
      line: node.line,
    });
    return id;
  }

  private addNode(node: XmlElement, group: string | undefined): void {
    const data = this.dataOf(node);
    const place = ZONE_KEYS.map((key) => data.get(key)?.text).find((text) => text !== undefined);
    const external = data.get('internal')?.text === '0';
    this.parts.push({
      id: idOf(node),
      word: 'node',
      kind: external ? 'external' : 'inside',
      name: nameOf(data) ?? `Node ${idOf(node)}`,
      zone: group ?? (place === undefined ? undefined : this.placeZone(place, node.line)),
      description: describe(data),
      assets: [],
      threats: [],
      line: node.line,
    });
  }

  /** The zone of a country or site: nodes name it, nothing declares it. */
  private placeZone(name: string, line: number): string {
    const id = `place ${cleanName(name)}`;
    if (!this.zones.has(id)) {
      this.zones.set(id, { id, word: 'country or site', name, line });
    }
    return id;
  }

  private addEdge(edge: XmlElement, word: string, ends: readonly (string | undefined)[]): void {
    const known = ends.filter((end) => end !== undefined);
    const groups = known.filter((end) => this.zones.has(`group ${end}`));
    for (const group of groups) {
      this.log.leftOut(
        { file: this.file, line: edge.line },
        'The {word} to the group "{group}" does not say to which of its nodes it leads.',
        { word, group: this.zones.get(`group ${group}`)?.name ?? group },
      );
    }
    const data = this.dataOf(edge);
    this.links.push({
      word,
      name: nameOf(data) ?? '',
      ends: known.filter((end) => !groups.includes(end)),
      description: describe(data),
      threats: [],
      line: edge.line,
    });
  }
}

function idOf(node: XmlElement): string {
  return node.attributes.get('id') ?? `line ${node.line}`;
}

function nameOf(data: ReadonlyMap<string, Datum>): string | undefined {
  return NAME_KEYS.map((key) => data.get(key)?.text).find((text) => cleanName(text ?? '') !== '');
}

function describe(data: ReadonlyMap<string, Datum>): string | undefined {
  const said = [...data].filter(([key]) => !SILENT_KEYS.has(key));
  return sentences(said.map(([, { name, text }]) => `${name}: ${text}`));
}
