import { labelText, textWidth } from './labelText';
import type { SceneNode } from './scene';

/** Width and height of a box in the units of a drawing. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What size and label of a node depend on. */
type SizedNode = Pick<SceneNode, 'shape' | 'name' | 'degree'>;

const BOX_HEIGHT = 40;
const NARROWEST_BOX = 60;
const WIDEST_BOX = 180;
/** Left and right of the label of a box together. */
const BOX_PADDING = 20;

const BUS_HEIGHT = 16;
const SHORTEST_BUS = 120;
const LONGEST_BUS = 480;
/** Between two edges that end at a bus. */
const BUS_PITCH = 12;

const VIRTUAL: Size = { width: 12, height: 12 };
const PORT: Size = { width: 10, height: 10 };

/**
 * The label of a node: its name, made safe, and cut where it is too long for the largest box. As dear as the name is
 * long: who draws often keeps it.
 */
export function nodeLabel({ name }: Pick<SceneNode, 'name'>): string {
  return labelText(name, WIDEST_BOX - BOX_PADDING);
}

/** The size of the box in which a node is drawn. Names of interfaces and of dots stand beside them and are not in it. */
export function nodeSize(node: SizedNode): Size {
  switch (node.shape) {
    case 'virtual':
      return VIRTUAL;
    case 'interface':
      return PORT;
    case 'bus': {
      const needed = Math.max(labelWidth(node), BOX_PADDING + node.degree * BUS_PITCH);
      return { width: between(SHORTEST_BUS, needed, LONGEST_BUS), height: BUS_HEIGHT };
    }
    case 'device':
    case 'external':
      return { width: between(NARROWEST_BOX, labelWidth(node), WIDEST_BOX), height: BOX_HEIGHT };
  }
}

/** Even, so that boxes around whole centres have whole corners. */
function labelWidth(node: SizedNode): number {
  return 2 * Math.ceil((textWidth(nodeLabel(node)) + BOX_PADDING) / 2);
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
