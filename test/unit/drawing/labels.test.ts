import assert from 'node:assert/strict';
import fc from 'fast-check';
import { labelText, safeText, textWidth } from '../../../src/drawing/labelText';
import { nodeLabel, nodeSize } from '../../../src/drawing/nodeSize';
import type { NodeShape } from '../../../src/drawing/scene';
import { HOSTILE_NAMES } from '../../support/drawnModel';

const graphemes = (text: string): string[] =>
  [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);

const anyName = fc.oneof(
  fc.constantFrom(...HOSTILE_NAMES),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

describe('labels', () => {
  it('leave short names as they are, and end cut ones with an ellipsis', () => {
    assert.equal(nodeLabel({ name: 'Gateway' }), 'Gateway');
    assert.equal(labelText('Battery Management System', 100), 'Battery Manage…');
    assert.equal(labelText('Battery Management', 60), 'Battery…');
    assert.equal(labelText('漢字かな交じり文', 66), '漢字かな…');
  });

  it('are not wider than they may be', () => {
    fc.assert(
      fc.property(anyName, fc.integer({ min: 20, max: 200 }), (name, most) => {
        const label = labelText(name, most);
        assert.ok(textWidth(label) <= most, `${textWidth(label)} > ${most}: ${JSON.stringify(label)}`);
        assert.ok(label.length < 1000);
      }),
    );
  });

  it('are cut between grapheme clusters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 20, max: 200 }),
        (name, most) => {
          const label = labelText(name, most);
          if (label.endsWith('…') && !name.endsWith('…')) {
            const shown = graphemes(label.slice(0, -1));
            assert.deepEqual(shown, graphemes(safeText(name)).slice(0, shown.length));
          }
        },
      ),
    );
    assert.equal(labelText('👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 35), '👨‍👩‍👧‍👦👨‍👩‍👧‍👦…');
  });

  it('neither break lines nor turn the direction of writing, and are well-formed', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const label = labelText(name, 160);
        assert.doesNotMatch(label, /\p{Cs}/u);
        assert.doesNotMatch(
          label,
          /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2060-\u206f\u200e\u200f\ufeff\uffff]/,
        );
      }),
    );
    assert.equal(safeText('a\u202eb\ud800c\nd\u0000'), 'a\ufffdb\ufffdc d\ufffd');
  });
});

describe('nodeSize', () => {
  const size = (shape: NodeShape, name: string, degree = 1) => nodeSize({ shape, name, degree });

  it('makes boxes as wide as their label, within limits', () => {
    assert.deepEqual(size('device', 'PLC'), { width: 60, height: 40 });
    assert.deepEqual(size('device', 'Central Gateway'), { width: 120, height: 40 });
    assert.deepEqual(size('external', 'x'.repeat(10_000)), { width: 180, height: 40 });
    assert.ok(size('device', '漢'.repeat(8)).width > size('device', 'x'.repeat(8)).width);
  });

  it('makes a bus longer the more is connected to it', () => {
    assert.equal(size('bus', 'CAN').height, 16);
    assert.ok(size('bus', 'CAN', 30).width > size('bus', 'CAN', 3).width);
    assert.ok(size('bus', 'CAN', 10_000).width <= 480);
  });

  it('does not depend on the name of dots and ports', () => {
    assert.deepEqual(size('virtual', 'Virtual-Link-With-A-Name'), { width: 12, height: 12 });
    assert.deepEqual(size('interface', 'Ethernet'), { width: 10, height: 10 });
  });

  it('is whole and even for any name, so that corners are whole', () => {
    fc.assert(
      fc.property(
        anyName,
        fc.constantFrom('device', 'bus', 'external'),
        fc.nat(100),
        (name, shape, degree) => {
          const { width, height } = nodeSize({ shape, name, degree });
          assert.equal(width % 2, 0);
          assert.equal(height % 2, 0);
        },
      ),
    );
  });
});
