import type { LayoutKind, Positions } from '../../src/drawing/layout';
import type { Scene } from '../../src/drawing/scene';
import { sceneText } from '../../src/protocol/sceneText';
import type { Host } from '../host';

/** A scene with the places of its nodes. */
export interface PlacedScene {
  readonly scene: Scene;
  readonly positions: Positions;
}

/** Fetches scenes and layouts; an answer that came too late is dropped. */
export class SceneSource {
  private newest = 0;

  constructor(private readonly host: Host) {}

  /** Undefined where a newer one was asked for meanwhile. @throws Error if the host fails */
  async load(root: string, kind: LayoutKind, fresh = false): Promise<PlacedScene | undefined> {
    const turn = ++this.newest;
    const text = await sceneText((from) => this.host.request('scene', { root, from }));
    if (turn !== this.newest) {
      return undefined;
    }
    const scene = JSON.parse(text) as Scene;
    const { positions } = await this.host.request('layout', { root, kind, fresh });
    // The model may have changed between the two: then there is word of it already.
    return turn === this.newest && positions.length === scene.nodes.length * 2
      ? { scene, positions }
      : undefined;
  }
}
