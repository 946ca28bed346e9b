import type { MapNode, NetworkMap } from './graphml';
import type { ModelFiles } from './sketch';

/**
 * A network map as a model: a component per place, an interface per line, the country as facility. Places of other
 * networks are out of scope, and the lines to them entries; without any, every tenth place has a peering port. Every
 * fifth place holds an asset. Ratings come from rules over the names.
 */
export function topologyModel(name: string, map: NetworkMap): ModelFiles {
  const label = uniqueLabels(map.nodes);
  const nodes = new Map(map.nodes.map((node) => [node.id, node]));
  const interfaces = new Map<string, string[]>(map.nodes.map(({ id }) => [id, []]));
  const entries: string[] = [];
  for (const [index, link] of map.links.entries()) {
    const outside = [link.source, link.target].some((id) => nodes.get(id)?.internal === false);
    const kind = outside ? 'Peering' : /satellite|radio|wireless/i.test(link.label) ? 'Radio' : 'Line';
    const line = `${kind} ${index} ${label.get(link.source)} - ${label.get(link.target)}`;
    for (const end of new Set([link.source, link.target])) {
      interfaces.get(end)?.push(line);
    }
    if (outside) {
      entries.push(line);
    }
  }
  if (entries.length === 0) {
    for (const { id } of map.nodes.filter((_, index) => index % 10 === 0)) {
      const port = `Peering port ${label.get(id)}`;
      interfaces.get(id)?.push(port);
      entries.push(port);
    }
  }
  const components = map.nodes.flatMap((node, index) => {
    const lines = [`  ${quoted(label.get(node.id))}:`];
    if (node.country !== '') {
      lines.push(`    facility: ${quoted(node.country)}`);
    }
    if (!node.internal) {
      lines.push('    labels: [EXT]');
    }
    lines.push(`    interfaces: [${(interfaces.get(node.id) ?? []).map(quoted).join(', ')}]`);
    if (node.internal && (index % 5 === 0 || map.nodes.length < 8)) {
      lines.push('    assets:', '      Routing table: {security: 4, operation: 5, tech: 3, compliance: 2}');
    }
    return lines;
  });
  const model = ['tmg: 1', `name: ${quoted(name)}`, ...RULES];
  const marks = ['interfaces:', ...entries.map((entry) => `  ${quoted(entry)}: {entry: true}`)];
  return new Map([
    ['model.tmg.yaml', `${model.join('\n')}\n`],
    ['topology.tmg.yaml', `${['components:', ...components].join('\n')}\n`],
    ['entries.tmg.yaml', `${marks.join('\n')}\n`],
  ]);
}

const RULES = [
  'settings: {stepRule: elevation}',
  'ratingRules:',
  '  - match: {interface: "Peering*"}',
  '    D: CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
  '    E: CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H',
  '    all: CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:L/A:N',
  '  - match: {interface: "Radio*"}',
  '    all: CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:L/I:L/A:H',
  '  - match: {interface: "Line*"}',
  '    E: CVSS:3.1/AV:A/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:H',
  '    all: CVSS:3.1/AV:A/AC:L/PR:L/UI:N/S:U/C:N/I:L/A:H',
];

/** Labels, with the id where a label is used twice. */
function uniqueLabels(nodes: readonly MapNode[]): Map<string, string> {
  const uses = new Map<string, number>();
  for (const { label } of nodes) {
    uses.set(label, (uses.get(label) ?? 0) + 1);
  }
  return new Map(nodes.map(({ id, label }) => [id, uses.get(label) === 1 ? label : `${label} (${id})`]));
}

/** JSON's strings are YAML's too. */
function quoted(text: string | undefined): string {
  return JSON.stringify(text ?? '');
}
