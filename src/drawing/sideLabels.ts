import type { Positions } from './layout';
import { LABEL_GAP, LABEL_HEIGHT, sideLabelWidth } from './layoutGraph';
import { nodeLabel, nodeSize } from './nodeSize';
import type { Neighbour } from './path';
import type { Box, LabelCandidate } from './placeLabels';
import type { Scene, SceneNode } from './scene';

/** A name that stands beside its node, where there is room. */
export interface SideLabel extends LabelCandidate {
  /** Index of the node; its own box has the same index. */
  readonly own: number;
  readonly text: string;
}

/** The boxes of all nodes, in their order: what labels may not cover. */
export function nodeBoxes(scene: Scene, positions: Positions): Box[] {
  return scene.nodes.map((node, index) => ({
    x: positions[index * 2] ?? 0,
    y: positions[index * 2 + 1] ?? 0,
    ...nodeSize(node),
  }));
}

/**
 * Names of interfaces and of dots, with the places beside them that they may have: those of ports away from their
 * component, others above or below. Entry points come first, then what is on most chains, then what joins most.
 * @param beside `neighbours` of the scene
 * @param nodes indices of those that are wanted; all without them
 */
export function sideLabels(
  scene: Scene,
  positions: Positions,
  beside: readonly (readonly Neighbour[])[],
  nodes: Iterable<number> = scene.nodes.keys(),
): SideLabel[] {
  return [...nodes].flatMap((index): SideLabel[] => {
    const node = scene.nodes[index] as SceneNode;
    if (node.shape !== 'interface' && node.shape !== 'virtual') {
      return [];
    }
    const x = positions[index * 2] ?? 0;
    const y = positions[index * 2 + 1] ?? 0;
    const around = beside[index] ?? [];
    const host = around.length === 1 ? around[0]?.node : undefined;
    const width = sideLabelWidth(node);
    const size = nodeSize(node);
    const sideways = (size.width + width) / 2 + LABEL_GAP;
    const upright = (size.height + LABEL_HEIGHT) / 2 + 2;
    const right = [sideways, 0] as const;
    const left = [-sideways, 0] as const;
    const vertical = [
      [0, -upright],
      [0, upright],
    ] as const;
    const isLeftOfHost = host !== undefined && x < (positions[host * 2] ?? 0) && node.entry;
    const offsets =
      host === undefined || node.shape === 'virtual'
        ? [...vertical, right, left]
        : [isLeftOfHost ? left : right, ...vertical, isLeftOfHost ? right : left];
    return [
      {
        x,
        y,
        width,
        height: LABEL_HEIGHT,
        priority: priorityOf(node),
        offsets,
        own: index,
        text: nodeLabel(node),
      },
    ];
  });
}

function priorityOf({ entry, figure, degree }: SceneNode): number {
  return (entry ? 1e9 : 0) + (figure?.chains ?? 0) + degree / 1000;
}
