import assert from 'node:assert/strict';
import { RowPages } from '../../../../webview/chains/rowPages';

const numbers = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index);

describe('rows in pages', () => {
  it('are asked for page by page until all that is looked at is there', () => {
    const pages = new RowPages<number>(250, 100, 10);
    assert.deepEqual(pages.missing({ from: 90, count: 30 }), { from: 0, count: 100 });
    pages.put(0, numbers(0, 100));
    assert.deepEqual(pages.missing({ from: 90, count: 30 }), { from: 100, count: 100 });
    pages.put(100, numbers(100, 100));
    assert.equal(pages.missing({ from: 90, count: 30 }), undefined);
    assert.deepEqual([pages.get(0), pages.get(99), pages.get(150), pages.get(200)], [0, 99, 150, undefined]);
  });

  it('end where the list ends', () => {
    const pages = new RowPages<number>(250, 100, 10);
    assert.deepEqual(pages.missing({ from: 240, count: 1000 }), { from: 200, count: 50 });
    pages.put(200, numbers(200, 50));
    assert.equal(pages.missing({ from: 240, count: 1000 }), undefined);
    assert.equal(new RowPages<number>(0, 100, 10).missing({ from: 0, count: 10 }), undefined);
  });

  it('go on where an answer ended early', () => {
    const pages = new RowPages<number>(250, 100, 10);
    pages.put(100, numbers(100, 30));
    assert.deepEqual(pages.missing({ from: 100, count: 5 }), { from: 130, count: 70 });
    pages.put(130, numbers(130, 70));
    assert.equal(pages.missing({ from: 100, count: 100 }), undefined);
    assert.equal(pages.get(199), 199);
  });

  it('are not asked for again where there are no more', () => {
    const pages = new RowPages<number>(250, 100, 10);
    pages.put(0, []);
    assert.equal(pages.missing({ from: 0, count: 10 }), undefined);
  });

  it('ignore what does not fit to what is there', () => {
    const pages = new RowPages<number>(250, 100, 10);
    pages.put(0, numbers(0, 100));
    pages.put(0, numbers(7, 100));
    pages.put(130, numbers(130, 10));
    assert.equal(pages.get(0), 0);
    assert.equal(pages.get(130), undefined);
  });

  it('forget the pages used longest ago', () => {
    const pages = new RowPages<number>(1000, 100, 3);
    for (const from of [0, 100, 200]) {
      pages.put(from, numbers(from, 100));
    }
    pages.missing({ from: 0, count: 1 });
    pages.put(300, numbers(300, 100));
    assert.deepEqual(
      [pages.get(0), pages.get(100), pages.get(200), pages.get(300)],
      [0, undefined, 200, 300],
    );
  });
});
