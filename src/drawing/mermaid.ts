import type { GraphTextOptions } from './dot';
import { safeText } from './labelText';
import { CHAIN_STEPS, edgeLook, FACILITY_COLOURS, nodeLook, type Tone } from './nodeColour';
import { LIGHT } from './palette';
import { litPath, stepNumbers } from './path';
import type { Scene, SceneEdge, SceneNode } from './scene';

/**
 * A scene as a Mermaid flowchart, in the direction of attack: facilities are subgraphs. Nodes have made-up names, and
 * in labels everything that Mermaid, Markdown or HTML could take for more than a letter is written as a number.
 */
export function sceneMermaid(scene: Scene, options: GraphTextOptions = {}): string {
  const mode = options.colour ?? 'worst';
  const path = options.path && litPath(scene, options.path);
  const inClass = new Map<string, number[]>();
  const put = (name: string, index: number): void => {
    inClass.set(name, [...(inClass.get(name) ?? []), index]);
  };
  for (const [index, node] of scene.nodes.entries()) {
    const { tone, line } = nodeLook(scene, node, mode);
    put(className(tone), index);
    if (line !== 'solid') {
      put(line, index);
    }
  }
  for (const index of new Set(path?.nodes)) {
    put('lit', index);
  }
  const declared = (index: number): string => shapeOf(scene.nodes[index] as SceneNode, index);
  const nodes = [...scene.nodes.keys()];
  const subgraphs = scene.facilities.flatMap((name, facility) => [
    `  subgraph f${facility}[${label(name)}]`,
    ...nodes
      .filter((index) => scene.nodes[index]?.facility === facility)
      .map((index) => `    ${declared(index)}`),
    '  end',
  ]);
  const step = path ? stepNumbers(path) : new Map<number, number | undefined>();
  return [
    '---',
    `title: ${JSON.stringify([scene.model, ...(options.caption ?? [])].map(safeText).join('; '))}`,
    '---',
    'flowchart LR',
    ...subgraphs,
    ...nodes
      .filter((index) => (scene.nodes[index]?.facility ?? -1) < 0)
      .map((index) => `  ${declared(index)}`),
    ...scene.edges.map(
      (edge, index) =>
        `  ${edgeOf(scene, edge, edgeLook(scene, edge, mode).line !== 'solid', step.get(index))}`,
    ),
    ...CLASSES.filter(([name]) => inClass.has(name)).map(([name, style]) => `  classDef ${name} ${style}`),
    ...[...inClass].map(
      ([name, members]) => `  class ${members.map((index) => `n${index}`).join(',')} ${name}`,
    ),
    ...(path && path.edges.length > 0
      ? [
          `  linkStyle ${[...new Set(path.edges)].sort((a, b) => a - b).join(',')} stroke:${LIGHT.lit},stroke-width:4px`,
        ]
      : []),
    '',
  ].join('\n');
}

const CLASSES: readonly (readonly [string, string])[] = [
  ['high', `stroke:${LIGHT.high},stroke-width:3px`],
  ['medium', `stroke:${LIGHT.medium},stroke-width:2px`],
  ['low', `stroke:${LIGHT.low}`],
  ['none', `stroke:${LIGHT.border}`],
  ...Array.from(
    { length: FACILITY_COLOURS },
    (_, index) => [`facility${index}`, `stroke:${LIGHT.facilities[index]}`] as const,
  ),
  ...Array.from(
    { length: CHAIN_STEPS },
    (_, index) =>
      [`chains${index + 1}`, `stroke:${LIGHT.chains[index]},stroke-width:${index > 2 ? 3 : 2}px`] as const,
  ),
  ['dashed', 'stroke-dasharray:5 3'],
  ['dotted', 'stroke-dasharray:2 3'],
  ['lit', `stroke:${LIGHT.lit},stroke-width:4px`],
];

function className(tone: Tone): string {
  return tone.replace('-', '');
}

function shapeOf({ shape, entry, name }: SceneNode, index: number): string {
  const written = label(name);
  switch (shape) {
    case 'device':
    case 'external':
      return `n${index}[${written}]`;
    case 'bus':
      return `n${index}([${written}])`;
    case 'virtual':
      return `n${index}((${written}))`;
    case 'interface':
      return entry ? `n${index}>${written}]` : `n${index}(${written})`;
  }
}

/** What is nearer to the entry points comes first, so that the chart runs in the direction of attack. */
function edgeOf(scene: Scene, edge: SceneEdge, dashed: boolean, step: number | undefined): string {
  const rank = (index: number): number => {
    const { kind, distance = -1 } = scene.nodes[index] ?? {};
    return distance < 0 ? Number.POSITIVE_INFINITY : distance * 2 - (kind === 'component' ? 1 : 0);
  };
  const [from, to] =
    rank(edge.component) < rank(edge.interface)
      ? [edge.component, edge.interface]
      : [edge.interface, edge.component];
  const line = dashed ? '-.-' : '---';
  return `n${from} ${line}${step === undefined ? '' : `|${step}|`} n${to}`;
}

/** Anything but letters, digits and blanks, and of the rest what could begin a list, a link or an emphasis. */
const SPECIAL = /[^\p{L}\p{M}\p{N} _/:,()-]|^[ -]|:(?=\/)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** A number and a bracket, as a list begins. */
const LIST_MARK = /^(\d+)\)/;

/** A quoted label. */
function label(name: string): string {
  const written = safeText(name)
    .replace(SPECIAL, (character) => `#${character.codePointAt(0)};`)
    .replace(LIST_MARK, '$1#41;');
  return `"${written === '' ? ' ' : written}"`;
}
