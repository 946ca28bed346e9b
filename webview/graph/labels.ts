import { labelText, textWidth } from '../../src/drawing/labelText';
import { type LabelCandidate, placeLabels } from '../../src/drawing/placeLabels';
import type { FacilityHull } from '../../src/drawing/hulls';
import { sideLabels } from '../../src/drawing/sideLabels';
import { areBoxesLegible, LABEL_UNITS } from './legibility';
import { type Bounds, ratingsText, type VisibleGraph, type VisibleNode } from './visibleGraph';

/** A text where it is drawn: its centre, in units of the drawing. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Height of the text. */
  readonly size: number;
  /** Stands in a box, so that it needs no rim. */
  readonly isInBox: boolean;
  readonly isStrong: boolean;
}

/** Height of texts that do not grow with the picture, in pixels. */
const SCREEN_PX = 11;
/** From this scale on edges say how they are rated. */
const RATINGS_SCALE = 1.3;
/** Beyond this many labels a picture says less, not more. */
const MOST_LABELS = 400;

interface TextCandidate extends LabelCandidate {
  readonly text: string;
  readonly size: number;
  readonly isStrong: boolean;
}

/**
 * The texts of a picture at a scale: names in boxes where they can be read, else beside the most important nodes, none
 * over another. @param view the part of the drawing that is seen
 */
export function placedTexts(
  graph: VisibleGraph,
  hulls: readonly FacilityHull[],
  scale: number,
  view: Bounds,
): PlacedText[] {
  const isSeen = ({ x, y }: { readonly x: number; readonly y: number }): boolean =>
    x > view.left - 240 && x < view.right + 240 && y > view.top - 40 && y < view.bottom + 40;
  const legible = areBoxesLegible(scale);
  const inBoxes = legible ? graph.nodes.filter((node) => hasBox(node) && isSeen(node)).map(textInBox) : [];
  const beside = (legible ? sideCandidates(graph) : screenCandidates(graph, scale))
    .concat(hullCandidates(graph, hulls, scale))
    .concat(scale >= RATINGS_SCALE ? ratingCandidates(graph) : [])
    .filter(isSeen)
    .sort((a, b) => b.priority - a.priority)
    .slice(0, MOST_LABELS)
    .map((candidate) => withinView(candidate, view));
  const places = placeLabels(graph.nodes, beside);
  const placed = beside.flatMap(({ text, size, isStrong }, index): PlacedText[] => {
    const place = places[index];
    return place ? [{ text, ...place, size, isInBox: false, isStrong }] : [];
  });
  return [...inBoxes, ...placed];
}

/** Of the places of a label those that are not cut off at the edge of the view; all where each is. */
function withinView(candidate: TextCandidate, { left, top, right, bottom }: Bounds): TextCandidate {
  const { x, y, width, height } = candidate;
  const whole = candidate.offsets.filter(
    ([dx, dy]) =>
      x + dx - width / 2 >= left &&
      x + dx + width / 2 <= right &&
      y + dy - height / 2 >= top &&
      y + dy + height / 2 <= bottom,
  );
  return whole.length > 0 ? { ...candidate, offsets: whole } : candidate;
}

/** The names of nodes that are lit: each is shown, in its box or beside it, clear of the others where there is room. */
export function litTexts(nodes: readonly VisibleNode[], scale: number): PlacedText[] {
  const isInBox = (node: VisibleNode): boolean => hasBox(node) && areBoxesLegible(scale);
  const size = Math.max(LABEL_UNITS, SCREEN_PX / scale);
  const candidates = nodes.map((node, own) => ({
    ...besideNode(node, size, own),
    priority: -own,
    // Nothing of it is needed where the name stands in the box.
    ...(isInBox(node) ? { width: 0, height: 0 } : {}),
  }));
  const places = placeLabels(nodes, candidates);
  return nodes.map((node, index): PlacedText => {
    if (isInBox(node)) {
      return { ...textInBox(node), isStrong: true };
    }
    const { x, y, offsets } = candidates[index] as TextCandidate;
    const [dx, dy] = offsets[0] ?? [0, 0];
    const place = places[index] ?? { x: x + dx, y: y + dy };
    return { text: node.label, ...place, size, isInBox: false, isStrong: true };
  });
}

function hasBox({ shape }: VisibleNode): boolean {
  return shape !== 'interface' && shape !== 'virtual';
}

function textInBox({ label, x, y, isFacility }: VisibleNode): PlacedText {
  return { text: label, x, y, size: LABEL_UNITS, isInBox: true, isStrong: isFacility };
}

const sideLabelCache = new WeakMap<VisibleGraph, TextCandidate[]>();

function sideCandidates(graph: VisibleGraph): TextCandidate[] {
  let known = sideLabelCache.get(graph);
  if (!known) {
    known = sideLabels(graph, graph.positions, graph.neighbours).map((label) => ({
      ...label,
      size: LABEL_UNITS - 1,
      isStrong: false,
    }));
    sideLabelCache.set(graph, known);
  }
  return known;
}

/** Names that keep their size on the screen while boxes are too small for them. */
function screenCandidates({ nodes }: VisibleGraph, scale: number): TextCandidate[] {
  return nodes.map((node, own) => besideNode(node, SCREEN_PX / scale, own));
}

/** The name of a node below, above, or to a side of it. @param own index of the node */
function besideNode(node: VisibleNode, size: number, own: number): TextCandidate {
  const below = node.height / 2 + size * 0.8;
  const width = (textWidth(node.label) * size) / LABEL_UNITS;
  const sideways = node.width / 2 + width / 2 + size * 0.4;
  return {
    text: node.label,
    x: node.x,
    y: node.y,
    width,
    height: size * 1.2,
    priority: importance(node),
    offsets: [
      [0, below],
      [0, -below],
      [sideways, 0],
      [-sideways, 0],
    ],
    own,
    size,
    isStrong: false,
  };
}

/** Facilities first, then ways in and assets, then what most chains go through. */
function importance({ isFacility, entry, assets, figure, degree, kind }: VisibleNode): number {
  return (
    (isFacility ? 4e9 : 0) +
    (entry ? 2e9 : 0) +
    (assets.length > 0 ? 2e9 : 0) +
    (kind === 'component' ? 1e8 : 0) +
    (figure?.chains ?? 0) +
    degree / 1000
  );
}

function hullCandidates(
  { facilities }: VisibleGraph,
  hulls: readonly FacilityHull[],
  scale: number,
): TextCandidate[] {
  const size = Math.max(LABEL_UNITS, (SCREEN_PX + 1) / scale);
  return hulls
    .filter(({ nodes }) => nodes.length > 1)
    .map(({ facility, x, y, nodes }): TextCandidate => {
      const text = labelText(facilities[facility] ?? '', 200);
      const width = (textWidth(text) * size) / LABEL_UNITS;
      return {
        text,
        x: x + width / 2,
        y,
        width,
        height: size * 1.2,
        priority: 3e9 + nodes.length,
        offsets: [
          [0, size * 0.8],
          [0, -size * 0.8],
        ],
        own: -1,
        size,
        isStrong: true,
      };
    });
}

function ratingCandidates({ edges, paths }: VisibleGraph): TextCandidate[] {
  const size = LABEL_UNITS - 3;
  return edges.flatMap((edge, index): TextCandidate[] => {
    const text = ratingsText(edge);
    const path = paths[index];
    if (text === '' || !path || path.length < 4) {
      return [];
    }
    const [x, y] = [
      ((path.at(-4) ?? 0) + (path.at(-2) ?? 0)) / 2,
      ((path.at(-3) ?? 0) + (path.at(-1) ?? 0)) / 2,
    ];
    return [
      {
        text,
        x,
        y,
        width: (textWidth(text) * size) / LABEL_UNITS,
        height: size * 1.2,
        priority: -1,
        offsets: [
          [0, 0],
          [0, -size],
          [0, size],
        ],
        own: -1,
        size,
        isStrong: false,
      },
    ];
  });
}
