import type { Memento } from 'vscode';
import type { LayoutKind, Positions } from '../../drawing/layout';
import { sceneText } from '../../protocol/sceneText';
import type { Threads } from '../threads';

type StoredPositions = readonly (readonly [key: string, x: number, y: number])[];

/** Where the nodes of each model's graph are: computed once, kept between sessions, so that only new ones are placed. */
export class Layouts {
  private readonly known = new Map<string, StoredPositions>();

  constructor(
    private readonly threads: Threads,
    private readonly memento: Memento,
  ) {}

  /** @param fresh forgets where nodes were */
  async positions(root: string, kind: LayoutKind, fresh: boolean): Promise<Positions> {
    const key = `layout ${kind} ${root}`;
    const kept = fresh ? [] : (this.known.get(key) ?? this.memento.get<StoredPositions>(key, []));
    const scene = await sceneText((from) => this.threads.chainEndpoint.request('scene', { root, from }));
    const { positions, keys } = await this.threads.layoutEndpoint.request('layout', { scene, kind, kept });
    const stored = keys.map(
      (name, index) => [name, positions[index * 2] ?? 0, positions[index * 2 + 1] ?? 0] as const,
    );
    this.known.set(key, stored);
    await this.memento.update(key, stored);
    return positions;
  }
}
