import assert from 'node:assert/strict';
import { zipFile } from '../../../src/report/zipFile';
import { collected, readZip } from '../../support/xlsxFile';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('zipFile', () => {
  it('holds its entries in order, with names and contents of all kinds', async () => {
    const long = Array.from({ length: 500 }, (_, index) => text(`${index} `.repeat(500)));
    const file = await collected(
      zipFile([
        { name: 'a/ä.txt', chunks: [text('one'), text(''), text('two')] },
        { name: 'empty', chunks: [] },
        { name: 'long', chunks: long },
      ]),
    );
    assert.deepEqual(
      [...readZip(file)],
      [
        ['a/ä.txt', 'onetwo'],
        ['empty', ''],
        ['long', Buffer.concat(long).toString()],
      ],
    );
  });

  it('asks for chunks only as fast as pieces are taken', async () => {
    let asked = 0;
    const chunks = function* (): Generator<Uint8Array> {
      for (; asked < 1000; asked++) {
        yield crypto.getRandomValues(new Uint8Array(65_536));
      }
    };
    for await (const piece of zipFile([{ name: 'x', chunks: chunks() }])) {
      if (piece.length > 1000) {
        break;
      }
    }
    assert.ok(asked > 0 && asked < 50, String(asked));
  });

  it('hands on what goes wrong while chunks are made', async () => {
    const chunks = function* (): Generator<Uint8Array> {
      yield text('one');
      throw new Error('no more');
    };
    await assert.rejects(collected(zipFile([{ name: 'x', chunks: chunks() }])), /no more/);
  });

  it('refuses to become larger than it can be, in one entry and altogether', async () => {
    const entry = (name: string) => ({ name, chunks: [text('0123456789'.repeat(20))] });
    await assert.rejects(collected(zipFile([entry('a')], 199)), /larger than such a file can be, 4 GiB/);
    await assert.rejects(
      collected(zipFile([entry('a'), entry('b'), entry('c')], 200)),
      /larger than such a file can be/,
    );
    assert.equal(readZip(await collected(zipFile([entry('a')], 300))).size, 1);
  });
});
