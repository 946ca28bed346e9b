import { nodeKey } from '../drawing/layout';
import { layoutScene } from '../drawing/layoutScene';
import type { Scene } from '../drawing/scene';
import type { RequestHandlers } from '../protocol/endpoint';
import type { LayoutRequests } from '../protocol/layoutProtocol';

/** Arranges scenes, in a thread of its own: it may take seconds. */
export const layoutServer: RequestHandlers<LayoutRequests> = {
  layout: ({ scene: text, kind, kept }) => {
    const scene = JSON.parse(text) as Scene;
    const keptPositions = new Map(kept.map(([key, x, y]) => [key, [x, y] as const]));
    return { positions: layoutScene(scene, kind, keptPositions), keys: scene.nodes.map(nodeKey) };
  },
};
