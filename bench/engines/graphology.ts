import Graph from 'graphology';
import { allSimplePaths } from 'graphology-simple-path';
import { timed } from '../measure';
import type { PlainGraph } from '../plainGraph';
import type { EngineRuns } from './engine';

/** All paths by graphology-simple-path, one call per entry and target (it takes no list of targets). */
export function runGraphology(plain: PlainGraph, runs: number): EngineRuns {
  const graph = new Graph({ type: 'undirected' });
  for (let node = 0; node < plain.nodes; node++) {
    graph.addNode(node);
  }
  for (const [component, name] of plain.edges) {
    graph.addEdge(component, name);
  }
  let count = 0;
  const search = (): void => {
    count = 0;
    for (const entry of plain.entries) {
      for (const target of plain.targets) {
        count += allSimplePaths(graph, String(entry), String(target), { maxDepth: plain.cutoff }).length;
      }
    }
  };
  const seconds = Array.from({ length: runs }, () => timed(search).milliseconds / 1000);
  return { count, seconds };
}
