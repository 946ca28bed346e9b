import { plural, shortProbability } from '../text/numbers';
import { edgePaths, type EdgePath, middleOf } from './edgePaths';
import { type HullName, hullNames, hullNumber } from './hullNames';
import { facilityHulls, type FacilityHull } from './hulls';
import { textWidth } from './labelText';
import type { Positions } from './layout';
import { type ColourMode, edgeLook, facilityTone, nodeLook } from './nodeColour';
import { litPath, neighbours } from './path';
import { type Box, type LabelCandidate, type LabelPlace, placeLabels } from './placeLabels';
import type { Scene, SceneEdge, SceneNode } from './scene';
import { nodeBoxes, type SideLabel, sideLabels } from './sideLabels';
import { legendSvg } from './svgLegend';
import { lineClass, nodeShape } from './svgNode';
import { svgStyle } from './svgStyle';
import { round, xmlElement, xmlText } from './xml';
import { largest } from '../text/arrays';

/** How a drawing looks as SVG. */
export interface SvgOptions {
  /** By default the worst chain. */
  readonly colour?: ColourMode;
  /** Path of a chain: it is lit with the numbers of its steps, and everything else fades. */
  readonly path?: readonly string[];
  /** Lines that stand above the drawing: what is lit. */
  readonly caption?: readonly string[];
}

/** Around the drawing. */
const MARGIN = 24;

/** Of a line of the caption, whose letters are larger than others. */
const CAPTION_LINE = 20;
const CAPTION_SCALE = 1.3;

/** What is lit: nothing fades where both are undefined. */
interface Lit {
  readonly nodes: ReadonlySet<number>;
  readonly edges: ReadonlySet<number>;
}

/**
 * A scene as an SVG document that needs nothing else: light or dark as the reader prefers, with a legend, and with
 * title and description for those who hear it.
 */
export function sceneSvg(scene: Scene, positions: Positions, options: SvgOptions = {}): string {
  const mode = options.colour ?? 'worst';
  const boxes = nodeBoxes(scene, positions);
  const paths = edgePaths(scene, positions, boxes);
  const hulls = facilityHulls(scene, positions);
  const path = options.path && litPath(scene, options.path);
  const lit = path?.nodes.length ? { nodes: new Set(path.nodes), edges: new Set(path.edges) } : undefined;
  const { names, sides } = placedLabels(scene, positions, boxes, hulls, lit);
  const frame = frameOf(boxes, [...hulls.map(({ outline }) => outline), ...paths], [...names, ...sides]);
  const legend = legendSvg(scene, mode, frame.left, frame.bottom + MARGIN, frame.right - frame.left);
  const bottom = frame.bottom + MARGIN + legend.height;
  const left = frame.left - MARGIN;
  const caption = options.caption ?? [];
  const top = frame.top - MARGIN - caption.length * CAPTION_LINE - (caption.length > 0 ? MARGIN / 2 : 0);
  const captionWidth = largest(
    caption.map((line) => textWidth(line) * CAPTION_SCALE),
    0,
  );
  const width =
    Math.ceil(Math.max(frame.right, frame.left + Math.max(legend.width, captionWidth))) + MARGIN - left;
  const height = bottom + MARGIN - top;
  const content = [
    xmlElement('title', { id: 'title' }, xmlText(`Threat modeling graph of ${scene.model}`)),
    xmlElement('desc', { id: 'desc' }, xmlText(description(scene, options))),
    `<style>${svgStyle()}</style>`,
    xmlElement('rect', { class: 'ground', x: left, y: top, width, height }),
    group(
      'hulls',
      hulls.map((hull) => hullSvg(hull, lit)),
    ),
    group('edges', edgesSvg(scene, paths, mode, lit)),
    group(
      'nodes',
      scene.nodes.map((node, index) => nodeSvg(scene, node, boxes[index] as Box, mode, fadeOf(lit, index))),
    ),
    group(
      'labels',
      sides.map((label) => labelSvg(label, lit)),
    ),
    group(
      'names',
      names.map((name) => hullName(name, hulls, lit)),
    ),
    ...(path ? [group('steps', stepsSvg(path.edges, paths))] : []),
    ...(caption.length > 0 ? [group('caption', captionSvg(caption, frame.left, top + MARGIN))] : []),
    legend.svg,
  ];
  return `${xmlElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: [left, top, width, height].map(round).join(' '),
      width: round(width),
      height: round(height),
      role: 'img',
      'aria-labelledby': 'title desc',
    },
    `\n${content.join('\n')}\n`,
  )}\n`;
}

function group(name: string, parts: readonly string[]): string {
  return xmlElement('g', { class: name }, parts.length > 0 ? `\n${parts.join('\n')}\n` : '');
}

function fadeOf(lit: Lit | undefined, node: number): string {
  if (!lit) {
    return '';
  }
  return lit.nodes.has(node) ? ' lit' : ' faded';
}

/** What a drawing shows, in sentences. */
function description(scene: Scene, { path, caption = [] }: SvgOptions): string {
  const components = scene.nodes.filter(({ kind }) => kind === 'component').length;
  const counts = `${plural(components, 'component')}, ${plural(scene.nodes.length - components, 'interface')}, ${plural(scene.edges.length, 'relation')}.`;
  const worst = largest(
    scene.nodes.map(({ figure }) => figure?.worst ?? 0),
    0,
  );
  const none = scene.partial
    ? 'No attack chain was found before the search ended.'
    : 'There is no attack chain.';
  const chains = scene.computed
    ? ` ${worst > 0 ? `The worst attack chain has P ${shortProbability(worst)}.` : none}`
    : '';
  const lit = path ? ` Highlighted: ${[...caption, path.join(' > ')].join('; ')}.` : '';
  return `${counts}${chains}${lit}`;
}

function captionSvg(lines: readonly string[], x: number, top: number): string[] {
  return lines.map((line, index) =>
    xmlElement('text', { x: round(x), y: round(top + (index + 0.5) * CAPTION_LINE) }, xmlText(line)),
  );
}

/** An outline fades where nothing in it is lit. */
function hullState(hull: FacilityHull | undefined, lit: Lit | undefined): string {
  return lit && !hull?.nodes.some((node) => lit.nodes.has(node)) ? ' faded' : '';
}

function hullSvg(hull: FacilityHull, lit: Lit | undefined): string {
  return xmlElement('path', {
    class: `hull ${facilityTone(hull.facility).tone}${hullState(hull, lit)}`,
    d: `${lineOf(hull.outline)}Z`,
  });
}

function hullName(
  { text, width, at, hull }: Placed<HullName>,
  hulls: readonly FacilityHull[],
  lit: Lit | undefined,
): string {
  return xmlElement(
    'text',
    { class: `name${hullState(hulls[hull], lit)}`, x: round(at.x - width / 2), y: round(at.y) },
    xmlText(text),
  );
}

function lineOf(path: EdgePath): string {
  let line = '';
  for (let at = 0; at < path.length; at += 2) {
    line += `${at === 0 ? 'M' : 'L'}${round(path[at] ?? 0)} ${round(path[at + 1] ?? 0)}`;
  }
  return line;
}

/** Lit edges come last, on top of the others. */
function edgesSvg(
  scene: Scene,
  paths: readonly EdgePath[],
  mode: ColourMode,
  lit: Lit | undefined,
): string[] {
  const draw = (edge: SceneEdge, index: number): string => {
    const { tone, weight, line } = edgeLook(scene, edge, mode);
    const state = lit ? (lit.edges.has(index) ? ' lit' : ' faded') : '';
    return xmlElement('path', {
      class: `edge ${tone}${lineClass(line)}${state}`,
      'stroke-width': 0.7 + weight * 0.5,
      d: lineOf(paths[index] ?? []),
    });
  };
  const drawn = scene.edges.map((edge, index) => ({
    svg: draw(edge, index),
    last: lit?.edges.has(index) === true,
  }));
  return [...drawn.filter(({ last }) => !last), ...drawn.filter(({ last }) => last)].map(({ svg }) => svg);
}

function nodeSvg(scene: Scene, node: SceneNode, box: Box, mode: ColourMode, state: string): string {
  const look = nodeLook(scene, node, mode);
  const classes = `node ${node.shape} ${look.tone}${lineClass(look.line)}${state}`;
  return xmlElement(
    'g',
    { class: classes },
    xmlElement('title', {}, xmlText(nodeTitle(scene, node))) + nodeShape(node, box, look),
  );
}

/** What a reader sees who points at a node. */
function nodeTitle(scene: Scene, { name, facility, assets, entry, problem, figure }: SceneNode): string {
  return [
    name,
    scene.facilities[facility] ?? '',
    entry ? 'entry point' : '',
    assets.length > 0 ? `assets: ${assets.map((asset) => asset.name).join(', ')}` : '',
    figure
      ? `${plural(figure.chains, 'chain')}, worst P ${shortProbability(figure.worst)} (${figure.rating})`
      : '',
    problem ?? '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

type Placed<Label> = Label & { readonly at: LabelPlace };

/** The names for which there is room, those of lit nodes and of entry points first. */
function placedLabels(
  scene: Scene,
  positions: Positions,
  boxes: readonly Box[],
  hulls: readonly FacilityHull[],
  lit: Lit | undefined,
): { readonly names: Placed<HullName>[]; readonly sides: Placed<SideLabel>[] } {
  const names = hullNames(scene, hulls).map((name) => ({ ...name, priority: 1e8 + name.priority }));
  const sides = sideLabels(scene, positions, neighbours(scene)).map((label) =>
    lit?.nodes.has(label.own) ? { ...label, priority: 1e12 } : label,
  );
  const places = placeLabels(boxes, [...names, ...sides]);
  const placed = <Label>(labels: readonly Label[], first: number): Placed<Label>[] =>
    labels.flatMap((label, index) => {
      const at = places[first + index];
      return at ? [{ ...label, at }] : [];
    });
  const named = placed(names, 0);
  const beside = placed(sides, names.length);
  return { names: [...named, ...placedNumbers(boxes, hulls, [...named, ...beside], named)], sides: beside };
}

/** The numbers of outlines whose names have no room; each is there, at its best place if none is free. */
function placedNumbers(
  boxes: readonly Box[],
  hulls: readonly FacilityHull[],
  labels: readonly Placed<LabelCandidate>[],
  named: readonly HullName[],
): Placed<HullName>[] {
  const withName = new Set(named.map(({ hull }) => hull));
  const numbers = hulls.flatMap((hull, index) => (withName.has(index) ? [] : [hullNumber(hull, index)]));
  const taken = labels.map(({ at, width, height }) => ({ ...at, width, height }));
  const places = placeLabels([...boxes, ...taken], numbers);
  return numbers.map((number, index) => {
    const [[dx, dy] = [0, 0]] = number.offsets;
    return { ...number, at: places[index] ?? { x: number.x + dx, y: number.y + dy } };
  });
}

function labelSvg({ own, text, x, width, at }: Placed<SideLabel>, lit: Lit | undefined): string {
  const anchor = at.x < x ? 'end' : at.x > x ? 'start' : 'centre';
  const edge = anchor === 'end' ? at.x + width / 2 : anchor === 'start' ? at.x - width / 2 : at.x;
  return xmlElement(
    'text',
    { class: `side ${anchor}${lit && !lit.nodes.has(own) ? ' faded' : ''}`, x: round(edge), y: round(at.y) },
    xmlText(text),
  );
}

/** Numbers of the steps, where the chain enters components: in the middle of the edges. */
function stepsSvg(edges: readonly number[], paths: readonly EdgePath[]): string[] {
  return edges
    .filter((_, index) => index % 2 === 0)
    .map((edge, index) => {
      const [x, y] = middleOf(paths[edge] ?? []).map(round) as [number, number];
      const number = String(index + 1);
      return xmlElement(
        'g',
        { class: 'step' },
        xmlElement('circle', { cx: x, cy: y, r: number.length > 1 ? 10 : 8.5 }) +
          xmlElement('text', { class: 'middle', x, y }, number),
      );
    });
}

function frameOf(
  boxes: readonly Box[],
  lines: readonly (readonly number[])[],
  labels: readonly { readonly at: LabelPlace; readonly width: number }[],
): { left: number; top: number; right: number; bottom: number } {
  const frame = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const include = (x: number, y: number, width: number, height: number): void => {
    frame.left = Math.min(frame.left, x - width / 2);
    frame.top = Math.min(frame.top, y - height / 2);
    frame.right = Math.max(frame.right, x + width / 2);
    frame.bottom = Math.max(frame.bottom, y + height / 2);
  };
  for (const { x, y, width, height } of boxes) {
    include(x, y, width, height);
  }
  for (const line of lines) {
    for (let at = 0; at < line.length; at += 2) {
      include(line[at] ?? 0, line[at + 1] ?? 0, 0, 0);
    }
  }
  for (const { at, width } of labels) {
    include(at.x, at.y, width, 14);
  }
  return boxes.length > 0 ? frame : { left: 0, top: 0, right: 300, bottom: 0 };
}
