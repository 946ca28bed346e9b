import { safeText } from './labelText';
import type { Positions } from './layout';
import { type ColourMode, edgeLook, facilityTone, type LineStyle, nodeLook, type Tone } from './nodeColour';
import { nodeSize } from './nodeSize';
import { litPath, stepNumbers } from './path';
import type { Scene, SceneNode } from './scene';
import { LIGHT } from './palette';

/** How a drawing looks as text for other programs. */
export interface GraphTextOptions {
  /** By default the worst chain. */
  readonly colour?: ColourMode;
  /** Path of a chain, to be made conspicuous. */
  readonly path?: readonly string[];
  /** Lines that say what chain that is. */
  readonly caption?: readonly string[];
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Units per inch: a unit is a point. */
const INCH = 72;

/**
 * A scene in Graphviz's DOT language: facilities are clusters, and every node has its place, so that `neato -n` draws
 * it as it is here and `dot` arranges it anew.
 */
export function sceneDot(scene: Scene, positions: Positions, options: GraphTextOptions = {}): string {
  const mode = options.colour ?? 'worst';
  const path = options.path && litPath(scene, options.path);
  const litNodes = new Set(path?.nodes);
  const step = path ? stepNumbers(path) : new Map<number, number | undefined>();
  const statement = (index: number): string => {
    const node = scene.nodes[index] as SceneNode;
    const { tone, weight, line } = nodeLook(scene, node, mode);
    const { width, height } = nodeSize(node);
    return `n${index}${list({
      ...SHAPES[node.shape](node),
      width: inches(width),
      height: inches(height),
      color: litNodes.has(index) ? LIGHT.lit : colourOf(tone),
      penwidth: litNodes.has(index) ? 3 : weight,
      style: styleOf(node, line),
      pos: `${positions[index * 2] ?? 0},${-(positions[index * 2 + 1] ?? 0)}!`,
      tooltip: text(node.name),
    })};`;
  };
  const clusters = scene.facilities.flatMap((name, facility) => {
    const inside = [...scene.nodes.keys()].filter((index) => scene.nodes[index]?.facility === facility);
    const colour = colourOf(facilityTone(facility).tone);
    return [
      `  subgraph cluster_${facility} {`,
      `    graph${list({ label: text(name), color: colour, style: 'rounded' })};`,
      ...inside.map((index) => `    ${statement(index)}`),
      '  }',
    ];
  });
  const outside = [...scene.nodes.keys()].filter((index) => (scene.nodes[index]?.facility ?? -1) < 0);
  const edges = scene.edges.map((edge, index) => {
    const { tone, weight, line } = edgeLook(scene, edge, mode);
    const number = step.get(index);
    return `  n${edge.component} -- n${edge.interface}${list({
      color: step.has(index) ? LIGHT.lit : colourOf(tone),
      penwidth: step.has(index) ? 3 : weight,
      style: line === 'solid' ? undefined : line,
      label: number === undefined ? undefined : String(number),
    })};`;
  });
  return [
    `graph ${quoted(text(scene.model))} {`,
    `  graph${list({ rankdir: 'LR', fontname: 'sans-serif', label: [scene.model, ...(options.caption ?? [])].map(text).join('\\n') })};`,
    `  node${list({ fontname: 'sans-serif', fontsize: 12 })};`,
    ...clusters,
    ...outside.map((index) => `  ${statement(index)}`),
    ...edges,
    '}',
    '',
  ].join('\n');
}

const SHAPES: Readonly<Record<SceneNode['shape'], (node: SceneNode) => Attributes>> = {
  device: ({ name }) => ({ shape: 'box', label: text(name) }),
  external: ({ name }) => ({ shape: 'box', label: text(name) }),
  bus: ({ name }) => ({ shape: 'box', label: text(name) }),
  virtual: ({ name }) => ({ shape: 'circle', label: '', xlabel: text(name) }),
  interface: ({ name, entry }) => ({
    shape: entry ? 'triangle' : 'square',
    ...(entry && { orientation: -90 }),
    label: '',
    xlabel: text(name),
  }),
};

function styleOf({ shape }: SceneNode, line: LineStyle): string | undefined {
  const styles = [shape === 'bus' ? 'rounded' : '', line === 'solid' ? '' : line];
  return styles.filter((style) => style !== '').join(',') || undefined;
}

function inches(units: number): number {
  return Number((units / INCH).toFixed(3));
}

function colourOf(tone: Tone): string {
  const [scale, step] = tone.split('-');
  switch (scale) {
    case 'facility':
      return LIGHT.facilities[Number(step)] ?? LIGHT.border;
    case 'chains':
      return LIGHT.chains[Number(step) - 1] ?? LIGHT.border;
    case 'high':
    case 'medium':
    case 'low':
      return LIGHT[scale];
    default:
      return LIGHT.border;
  }
}

/** In labels a backslash begins an escape and an ampersand an entity; as part of a name both stand for themselves. */
function text(name: string): string {
  return safeText(name).replaceAll('\\', '\\\\').replaceAll('&', '&amp;');
}

function list(attributes: Attributes): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${typeof value === 'number' ? value : quoted(String(value))}`);
  return ` [${written.join(', ')}]`;
}

/** A quoted string of DOT, in which only the quotation mark needs an escape. */
function quoted(content: string): string {
  return `"${content.replaceAll('"', '\\"')}"`;
}
