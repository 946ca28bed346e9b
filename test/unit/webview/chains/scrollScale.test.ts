import assert from 'node:assert/strict';
import { MOST_HEIGHT, ScrollScale } from '../../../../webview/chains/scrollScale';

describe('the scale of the scroll bar', () => {
  it('is one to one as long as all rows fit into what a browser scrolls', () => {
    const scale = new ScrollScale(1000, 22, 220);
    assert.ok(!scale.isScaled);
    assert.deepEqual([scale.height, scale.topOf(1234), scale.scrolledOf(1234)], [22_000, 1234, 1234]);
  });

  it('reaches the first and the last of a million rows', () => {
    const scale = new ScrollScale(1_000_000, 22, 251);
    assert.ok(scale.isScaled);
    assert.equal(scale.height, MOST_HEIGHT);
    assert.equal(scale.topOf(0), 0);
    assert.equal(scale.topOf(MOST_HEIGHT - 251), 22_000_000 - 251);
    assert.deepEqual(scale.seen(scale.most), { first: 999_988, end: 1_000_000 });
  });

  it('leads back to where it came from, to the px', () => {
    const scale = new ScrollScale(5_000_000, 22, 300);
    for (const top of [0, 1, 22, 54_321_987, scale.most]) {
      assert.equal(scale.topOf(scale.scrolledOf(top)), top);
    }
  });

  it('does not scroll beyond the rows', () => {
    const scale = new ScrollScale(10, 22, 110);
    assert.deepEqual([scale.bounded(-5), scale.bounded(1e9), scale.most], [0, 110, 110]);
    assert.equal(new ScrollScale(3, 22, 110).most, 0);
    assert.deepEqual(new ScrollScale(0, 22, 110).seen(0), { first: 0, end: 0 });
  });

  it('knows the lines of which something is seen', () => {
    const scale = new ScrollScale(100, 22, 100);
    assert.deepEqual(scale.seen(0), { first: 0, end: 5 });
    assert.deepEqual(scale.seen(21), { first: 0, end: 6 });
    assert.deepEqual(scale.seen(22), { first: 1, end: 6 });
  });

  it('scrolls as little as is needed for a line, or puts it into the middle', () => {
    const scale = new ScrollScale(100, 20, 100);
    assert.equal(scale.nearest(2, 0), 0);
    assert.equal(scale.nearest(5, 0), 20);
    assert.equal(scale.nearest(1, 60), 20);
    assert.equal(scale.centred(3, 0), 0);
    assert.equal(scale.centred(50, 0), 960);
    assert.equal(scale.centred(99, 0), scale.most);
  });
});
