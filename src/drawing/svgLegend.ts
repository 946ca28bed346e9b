import { textWidth } from './labelText';
import { CHAIN_STEPS, type ColourMode, facilityTone, type LineStyle, type Look } from './nodeColour';
import { nodeLabel } from './nodeSize';
import type { NodeShape, Scene, SceneNode } from './scene';
import { assetSign, lineClass, mark, nodeShape } from './svgNode';
import { xmlElement, xmlText } from './xml';

interface LegendItem {
  /** Draws the sign around a centre. */
  readonly sign: (x: number, y: number) => string;
  readonly text: string;
}

const SIGN_WIDTH = 34;
const ROW = 24;
const GAP = 22;
/** More facilities are named in their outlines only. */
const MOST_FACILITIES = 24;

/** The legend of what a scene shows, in rows of a width; empty where it shows nothing. */
export function legendSvg(
  scene: Scene,
  mode: ColourMode,
  left: number,
  top: number,
  width: number,
): { readonly svg: string; readonly width: number; readonly height: number } {
  const items = [...shapeItems(scene), ...toneItems(scene, mode)];
  let x = 0;
  let row = 0;
  let widest = 0;
  const parts = items.map(({ sign, text }) => {
    const needed = SIGN_WIDTH + 6 + textWidth(text) + GAP;
    if (x > 0 && x + needed > Math.max(width, 420)) {
      x = 0;
      row++;
    }
    const [atX, atY] = [left + x, top + row * ROW + ROW / 2];
    x += Math.ceil(needed);
    widest = Math.max(widest, x);
    return (
      sign(atX + SIGN_WIDTH / 2, atY) + xmlElement('text', { x: atX + SIGN_WIDTH + 6, y: atY }, xmlText(text))
    );
  });
  return {
    svg: xmlElement('g', { class: 'legend' }, parts.length > 0 ? `\n${parts.join('\n')}\n` : ''),
    width: widest,
    height: items.length > 0 ? (row + 1) * ROW : 0,
  };
}

const SHAPES: readonly (readonly [NodeShape, string])[] = [
  ['device', 'component'],
  ['bus', 'communication'],
  ['virtual', 'virtual'],
  ['external', 'out of scope'],
];

function shapeItems({ nodes, edges, computed, partial }: Scene): LegendItem[] {
  const onNone = partial ? 'on no chain that is kept' : 'on no chain';
  const shapes = SHAPES.filter(([shape]) => nodes.some((node) => node.shape === shape)).map(
    ([shape, text]) => ({ sign: sample(shape), text }),
  );
  const isThere = (test: (node: SceneNode) => boolean, sign: LegendItem['sign'], text: string) =>
    nodes.some(test) ? [{ sign, text }] : [];
  return [
    ...shapes,
    ...isThere(({ kind, entry }) => kind === 'interface' && !entry, sample('interface'), 'interface'),
    ...isThere(({ entry }) => entry, sample('interface', { entry: true }), 'entry point'),
    ...isThere(({ assets }) => assets.length > 0, assetSign, 'holds assets'),
    ...isThere(({ figure }) => computed && !figure, sample('device', {}, 'dashed'), onNone),
    ...(computed && edges.some(({ figure }) => !figure)
      ? [{ sign: dashedLine, text: `relation ${onNone}` }]
      : []),
  ];
}

function toneItems(scene: Scene, mode: ColourMode): LegendItem[] {
  if (mode === 'facility') {
    return facilityItems(scene);
  }
  const facilities = facilityItems(scene);
  if (!scene.nodes.some(({ figure }) => figure)) {
    return facilities;
  }
  const figures =
    mode === 'worst'
      ? [
          { sign: plate('high', 'H'), text: 'worst chain is High' },
          { sign: plate('medium', 'M'), text: 'Medium' },
          { sign: plate('low', 'L'), text: 'Low' },
        ]
      : [
          { sign: plate('chains-1', 'few'), text: 'few chains' },
          { sign: plate(`chains-${CHAIN_STEPS}`, 'many'), text: 'many chains' },
        ];
  return [...figures, ...facilities];
}

/** The facilities by the numbers that stand at their outlines. */
function facilityItems({ facilities }: Scene): LegendItem[] {
  return facilities.slice(0, MOST_FACILITIES).map((name, index) => {
    const { tone, mark: number } = facilityTone(index);
    return { sign: plate(tone, number), text: nodeLabel({ name }) };
  });
}

function dashedLine(x: number, y: number): string {
  const half = SIGN_WIDTH / 2;
  return xmlElement('path', {
    class: 'edge none dashed',
    'stroke-width': 1.2,
    d: `M${x - half} ${y}L${x + half} ${y}`,
  });
}

function plate(tone: Look['tone'], letters: string): LegendItem['sign'] {
  return (x, y) => xmlElement('g', { class: tone }, mark(x - 3 - letters.length * 3 + 6, y, letters));
}

function sample(
  shape: NodeShape,
  { entry = false }: { readonly entry?: boolean } = {},
  line: LineStyle = shape === 'external' ? 'dotted' : 'solid',
): LegendItem['sign'] {
  const size = SAMPLE_SIZES[shape];
  const node: SceneNode = {
    kind: shape === 'interface' ? 'interface' : 'component',
    name: '',
    shape,
    facility: -1,
    labels: [],
    assets: [],
    entry,
    degree: 0,
    distance: -1,
    problem: undefined,
    figure: undefined,
  };
  const look: Look = { tone: 'none', weight: 1, line, mark: '' };
  return (x, y) =>
    xmlElement('g', { class: `${shape}${lineClass(line)}` }, nodeShape(node, { x, y, ...size }, look));
}

const SAMPLE_SIZES = {
  device: { width: 30, height: 16 },
  external: { width: 30, height: 16 },
  bus: { width: 34, height: 10 },
  virtual: { width: 12, height: 12 },
  interface: { width: 10, height: 10 },
} as const;
