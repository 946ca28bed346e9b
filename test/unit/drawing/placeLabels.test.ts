import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Box,
  type LabelCandidate,
  type LabelPlace,
  placeLabels,
} from '../../../src/drawing/placeLabels';

const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

/** The same without any index. */
function placeNaively(boxes: readonly Box[], labels: readonly LabelCandidate[]): (LabelPlace | undefined)[] {
  const placed: Box[] = [];
  const places: (LabelPlace | undefined)[] = labels.map(() => undefined);
  const order = [...labels.keys()].sort(
    (a, b) => (labels[b]?.priority ?? 0) - (labels[a]?.priority ?? 0) || a - b,
  );
  for (const index of order) {
    const label = labels[index] as LabelCandidate;
    const fitting = label.offsets
      .map(([dx, dy]) => ({ ...label, x: label.x + dx, y: label.y + dy }))
      .find(
        (box) =>
          !placed.some((other) => overlap(box, other)) &&
          !boxes.some((other, own) => own !== label.own && overlap(box, other)),
      );
    if (fitting) {
      placed.push(fitting);
      places[index] = { x: fitting.x, y: fitting.y };
    }
  }
  return places;
}

const coordinate = fc.integer({ min: -800, max: 800 });
const box = fc.record({
  x: coordinate,
  y: coordinate,
  width: fc.integer({ min: 1, max: 200 }),
  height: fc.integer({ min: 1, max: 60 }),
});
const candidate: fc.Arbitrary<LabelCandidate> = fc.record({
  x: coordinate,
  y: coordinate,
  width: fc.integer({ min: 1, max: 160 }),
  height: fc.constantFrom(14, 16),
  priority: fc.nat(5),
  offsets: fc.array(fc.tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -40, max: 40 })), {
    maxLength: 4,
  }),
  own: fc.integer({ min: -1, max: 20 }),
});

describe('placeLabels', () => {
  it('places what trying every pair would', () => {
    fc.assert(
      fc.property(
        fc.array(box, { maxLength: 40 }),
        fc.array(candidate, { maxLength: 60 }),
        (boxes, labels) => {
          assert.deepEqual(placeLabels(boxes, labels), placeNaively(boxes, labels));
        },
      ),
    );
  });

  it('prefers the more important label, and the first offset that is free', () => {
    const label = { x: 0, y: 0, width: 40, height: 14, own: -1 };
    const offsets = [
      [0, -12],
      [0, 12],
    ] as const;
    assert.deepEqual(
      placeLabels(
        [],
        [
          { ...label, priority: 1, offsets },
          { ...label, priority: 2, offsets },
          { ...label, priority: 0, offsets },
        ],
      ),
      [{ x: 0, y: 12 }, { x: 0, y: -12 }, undefined],
    );
  });

  it('lets a label cover its own box and no other', () => {
    const boxes = [
      { x: 0, y: 0, width: 100, height: 40 },
      { x: 300, y: 0, width: 100, height: 40 },
    ];
    const label = { width: 60, height: 14, y: 0, priority: 0, own: 0, offsets: [[0, 0]] as const };
    assert.deepEqual(
      placeLabels(boxes, [
        { ...label, x: 0 },
        { ...label, x: 300 },
      ]),
      [{ x: 0, y: 0 }, undefined],
    );
  });

  it('copes with drawings that are far larger than their labels', () => {
    const far = Array.from({ length: 50 }, (_, index) => ({
      x: index * 1e7,
      y: -index * 1e6,
      width: 50,
      height: 14,
      priority: 0,
      own: -1,
      offsets: [[0, 0]] as const,
    }));
    assert.ok(placeLabels([], far).every((place) => place !== undefined));
    assert.deepEqual(placeLabels([], []), []);
  });
});
