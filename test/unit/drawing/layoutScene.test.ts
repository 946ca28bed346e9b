import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildScene } from '../../../src/drawing/buildScene';
import { LAYOUT_KINDS, nodeKey, type Positions } from '../../../src/drawing/layout';
import { layoutScene } from '../../../src/drawing/layoutScene';
import { nodeSize } from '../../../src/drawing/nodeSize';
import type { Scene } from '../../../src/drawing/scene';
import { drawnModel, hostileModel } from '../../support/drawnModel';
import { modelFrom } from '../../support/modelFrom';

const RUNS = { numRuns: 60 };

interface Drawn {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxes(scene: Scene, positions: Positions): Drawn[] {
  return scene.nodes.map((node, index) => ({
    name: node.name,
    x: positions[index * 2] ?? Number.NaN,
    y: positions[index * 2 + 1] ?? Number.NaN,
    ...nodeSize(node),
  }));
}

function assertApart(scene: Scene, positions: Positions): void {
  assert.equal(positions.length, scene.nodes.length * 2);
  assert.ok(positions.every(Number.isInteger));
  const drawn = boxes(scene, positions);
  for (const [index, a] of drawn.entries()) {
    for (const b of drawn.slice(index + 1)) {
      assert.ok(
        Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2,
        `${a.name} and ${b.name} overlap`,
      );
    }
  }
}

const at = (scene: Scene, positions: Positions, name: string): Drawn => {
  const found = boxes(scene, positions).find((box) => box.name === name);
  assert.ok(found, name);
  return found;
};

const LINE = buildScene(
  modelFrom(
    [
      'components:',
      '  Web: {facility: Office, interfaces: [Internet, Office LAN, Console]}',
      '  Partner: {labels: [EXT], interfaces: [Internet]}',
      '  Station: {facility: Office, interfaces: [Internet, Office LAN, Control LAN, USB, Debug]}',
      '  PLC: {facility: Plant, interfaces: [Control LAN]}',
      '  Island: {facility: Plant, interfaces: [Cable]}',
      '  Alone: {facility: Plant}',
      'interfaces: {Internet: {entry: true, into: [Web]}, Console: {entry: true}, USB: {entry: true, into: [PLC]}}',
    ].join('\n'),
  ).model,
);

for (const kind of LAYOUT_KINDS) {
  describe(`layoutScene: ${kind}`, () => {
    it('puts no node over another, at whole coordinates', () => {
      fc.assert(
        fc.property(drawnModel, (model) => {
          const scene = buildScene(model);
          assertApart(scene, layoutScene(scene, kind));
        }),
        RUNS,
      );
      const hostile = buildScene(hostileModel());
      assertApart(hostile, layoutScene(hostile, kind));
    });

    it('gives the same positions every time', () => {
      fc.assert(
        fc.property(drawnModel, (model) => {
          assert.deepEqual(layoutScene(buildScene(model), kind), layoutScene(buildScene(model), kind));
        }),
        { numRuns: 15 },
      );
    });

    it('leaves kept nodes exactly where they were, and puts new ones at free places', () => {
      fc.assert(
        fc.property(drawnModel, fc.integer({ min: 2, max: 9 }), fc.nat(8), (model, every, offset) => {
          const scene = buildScene(model);
          const first = layoutScene(scene, kind);
          const kept = new Map<string, readonly [number, number]>();
          for (const [index, node] of scene.nodes.entries()) {
            if (index % every !== offset % every) {
              kept.set(nodeKey(node), [first[index * 2] as number, first[index * 2 + 1] as number]);
            }
          }
          const second = layoutScene(scene, kind, kept);
          assertApart(scene, second);
          if (kept.size * 3 >= scene.nodes.length) {
            for (const [index, node] of scene.nodes.entries()) {
              const place = kept.get(nodeKey(node));
              if (place) {
                assert.deepEqual([second[index * 2], second[index * 2 + 1]], place);
              }
            }
          } else {
            assert.deepEqual(second, first);
          }
        }),
        RUNS,
      );
    });

    it('draws nothing, one node, and many that stand alone', () => {
      assert.deepEqual(layoutScene(buildScene(modelFrom('name: Empty').model), kind), []);
      const one = buildScene(modelFrom('components: {A: {}}').model);
      assertApart(one, layoutScene(one, kind));
      const names = Array.from({ length: 150 }, (_, index) => `Node ${index}: {}`);
      const alone = buildScene(modelFrom(`components: {${names.join(', ')}}`).model);
      const positions = layoutScene(alone, kind);
      assertApart(alone, positions);
      assertShape(alone, positions);
    });

    it('is neither a tower nor a ribbon', () => {
      const star = Array.from({ length: 90 }, (_, index) => `Port ${index}`);
      const line = Array.from(
        { length: 40 },
        (_, index) => `C${index}: {interfaces: [I${index}, I${index + 1}]}`,
      );
      for (const text of [
        `components: {Hub: {labels: [Communication], interfaces: [${star.join(', ')}]}, ${star.map((port, index) => `Leaf ${index}: {interfaces: [${port}]}`).join(', ')}}\ninterfaces: {Port 0: {entry: true}}`,
        `components: {Hub: {interfaces: [${star.join(', ')}]}}`,
        `components: {${line.join(', ')}}\ninterfaces: {I0: {entry: true}}`,
        `components: {${line.join(', ')}}`,
      ]) {
        const scene = buildScene(modelFrom(text).model);
        const positions = layoutScene(scene, kind);
        assertApart(scene, positions);
        assertShape(scene, positions);
      }
    });
  });
}

/** With some tolerance: a drawing should be between 1:1 and 2.5:1. */
function assertShape(scene: Scene, positions: Positions): void {
  const drawn = boxes(scene, positions);
  const side = (centre: 'x' | 'y', size: 'width' | 'height'): number =>
    Math.max(...drawn.map((box) => box[centre] + box[size] / 2)) -
    Math.min(...drawn.map((box) => box[centre] - box[size] / 2));
  const shape = side('x', 'width') / side('y', 'height');
  assert.ok(shape > 0.6 && shape < 3.6, `${scene.nodes[0]?.name}: ${shape}`);
}

describe('layoutScene: what stands where', () => {
  it('lays the way of an attack from left to right', () => {
    const positions = layoutScene(LINE, 'layered');
    const x = (name: string): number => at(LINE, positions, name).x;
    const way = ['Partner', 'Internet', 'Web', 'Office LAN', 'Station', 'Control LAN', 'PLC', 'Island'];
    assert.deepEqual(
      [...way].sort((a, b) => x(a) - x(b)),
      way,
    );
    assert.ok(x('Alone') > x('PLC'));
  });

  it('puts interfaces of one component beside it: entries on the left, others below', () => {
    for (const kind of LAYOUT_KINDS) {
      const positions = layoutScene(LINE, kind);
      const [web, console] = [at(LINE, positions, 'Web'), at(LINE, positions, 'Console')];
      assert.ok(console.x < web.x - web.width / 2 && Math.abs(console.y - web.y) < 40);
      const [station, debug] = [at(LINE, positions, 'Station'), at(LINE, positions, 'Debug')];
      assert.ok(debug.y > station.y + station.height / 2 && Math.abs(debug.x - station.x) < station.width);
    }
  });

  it('keeps the components of a facility together, and interfaces between facilities outside', () => {
    const positions = layoutScene(LINE, 'facility');
    const around = (facility: number) => {
      const inside = LINE.nodes.flatMap((node, index) =>
        node.facility === facility && node.kind === 'component'
          ? [boxes(LINE, positions)[index] as Drawn]
          : [],
      );
      return {
        left: Math.min(...inside.map(({ x, width }) => x - width / 2)),
        right: Math.max(...inside.map(({ x, width }) => x + width / 2)),
        top: Math.min(...inside.map(({ y, height }) => y - height / 2)),
        bottom: Math.max(...inside.map(({ y, height }) => y + height / 2)),
      };
    };
    const [office, plant] = [around(0), around(1)];
    assert.ok(
      office.right < plant.left ||
        plant.right < office.left ||
        office.bottom < plant.top ||
        plant.bottom < office.top,
    );
    const { x, y } = at(LINE, positions, 'Control LAN');
    for (const { left, right, top, bottom } of [office, plant]) {
      assert.ok(x < left || x > right || y < top || y > bottom);
    }
  });

  it('puts a new node near its neighbours', () => {
    const base = modelFrom(
      'components: {A: {interfaces: [I]}, B: {interfaces: [I]}, C: {interfaces: [J]}}',
    ).model;
    const more = modelFrom(
      'components: {A: {interfaces: [I, K]}, B: {interfaces: [I]}, C: {interfaces: [J]}, D: {interfaces: [K]}}',
    ).model;
    const scene = buildScene(base);
    const positions = layoutScene(scene, 'layered');
    const kept = new Map(
      scene.nodes.map((node, index) => [
        nodeKey(node),
        [positions[index * 2] as number, positions[index * 2 + 1] as number] as const,
      ]),
    );
    const next = buildScene(more);
    const placed = layoutScene(next, 'layered', kept);
    const [a, k, d] = ['A', 'K', 'D'].map((name) => at(next, placed, name)) as [Drawn, Drawn, Drawn];
    assert.ok(Math.hypot(k.x - a.x, k.y - a.y) < 250, 'K near A');
    assert.ok(Math.hypot(d.x - k.x, d.y - k.y) < 250, 'D near K');
  });

  it('does not stumble over places that are none', () => {
    const kept = new Map(LINE.nodes.map((node) => [nodeKey(node), [Number.NaN, 0] as const]));
    assertApart(LINE, layoutScene(LINE, 'layered', kept));
  });
});
