import assert from 'node:assert/strict';
import { nodeTowards } from '../../../../webview/graph/direction';
import { exampleModel, graphOf } from './graphOf';

describe('walking the graph by arrow keys', () => {
  const { graph } = graphOf(exampleModel('autopilot'));

  it('goes the way of the arrow', () => {
    for (const [from, { x, y }] of graph.nodes.entries()) {
      const right = graph.nodes[nodeTowards(graph, from, 'right') ?? from];
      const left = graph.nodes[nodeTowards(graph, from, 'left') ?? from];
      const up = graph.nodes[nodeTowards(graph, from, 'up') ?? from];
      const down = graph.nodes[nodeTowards(graph, from, 'down') ?? from];
      assert.ok((right?.x ?? x) >= x && (left?.x ?? x) <= x && (up?.y ?? y) <= y && (down?.y ?? y) >= y);
    }
  });

  it('ends at the edge', () => {
    const rightmost = [...graph.nodes.entries()].reduce((a, b) => (b[1].x > a[1].x ? b : a))[0];
    assert.equal(nodeTowards(graph, rightmost, 'right'), undefined);
    assert.notEqual(nodeTowards(graph, rightmost, 'left'), undefined);
  });

  it('reaches every node from the first, with N as with arrows', () => {
    const reached = new Set([0]);
    const queue = [0];
    for (const at of queue) {
      const next = (['left', 'right', 'up', 'down'] as const).map((direction) =>
        nodeTowards(graph, at, direction),
      );
      for (const index of [...next, ...(graph.neighbours[at] ?? []).map(({ node }) => node)]) {
        if (index !== undefined && !reached.has(index)) {
          reached.add(index);
          queue.push(index);
        }
      }
    }
    assert.equal(reached.size, graph.nodes.length);
  });
});
