import assert from 'node:assert/strict';
import { textWidth } from '../../../../src/drawing/labelText';
import { litTexts, type PlacedText, placedTexts } from '../../../../webview/graph/labels';
import { LABEL_UNITS } from '../../../../webview/graph/legibility';
import { boundsOf } from '../../../../webview/graph/visibleGraph';
import { exampleModel, graphOf } from './graphOf';

/** Pairs of texts that cover each other, by an all-pairs comparison. */
function overlaps(texts: readonly PlacedText[]): string[] {
  const boxes = texts.map(({ text, x, y, size }) => ({
    text,
    x,
    y,
    width: (textWidth(text) * size) / LABEL_UNITS,
    height: size,
  }));
  return boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .filter(
        (b) =>
          Math.abs(a.x - b.x) < (a.width + b.width) / 2 - 1 &&
          Math.abs(a.y - b.y) < (a.height + b.height) / 2 - 1,
      )
      .map((b) => `${a.text} / ${b.text}`),
  );
}

describe('labels of the graph', () => {
  const { graph, set } = graphOf(exampleModel('autopilot'));
  const view = boundsOf(graph) ?? assert.fail();

  for (const scale of [0.1, 0.3, 0.5, 0.8, 1, 2, 4]) {
    it(`do not cover each other at scale ${scale}, and some are shown`, () => {
      const texts = placedTexts(graph, [], scale, view);
      assert.ok(texts.length >= 5, String(texts.length));
      assert.deepEqual(overlaps(texts), []);
    });
  }

  it('name every node of a lit path', () => {
    for (const chain of set.chains(0, 20)) {
      const nodes = graph.nodes.filter(({ name }) => chain.path.includes(name));
      assert.equal(litTexts(nodes, 0.4).length, nodes.length);
    }
  });
});
