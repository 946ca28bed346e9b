import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWholeFile } from '../../../src/cli/wholeFile';

describe('writeWholeFile', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tmg-'));
    writeFileSync(join(folder, 'out.txt'), 'old');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('has nothing beside the file while its content is computed, where a signal ends the program at once', async () => {
    let beside: string[] = [];
    const pieces = function* (): Generator<string> {
      beside = readdirSync(folder);
      yield 'new';
      yield ' text';
    };
    await writeWholeFile(join(folder, 'out.txt'), pieces());
    assert.deepEqual(beside, ['out.txt']);
    assert.equal(readFileSync(join(folder, 'out.txt'), 'utf8'), 'new text');
    assert.deepEqual(readdirSync(folder), ['out.txt']);
  });

  it('writes what has no piece, and leaves the old file where the computation fails', async () => {
    const failing = function* (): Generator<string> {
      yield* [];
      throw new Error('not to be had');
    };
    await assert.rejects(writeWholeFile(join(folder, 'out.txt'), failing()), /not to be had/);
    assert.equal(readFileSync(join(folder, 'out.txt'), 'utf8'), 'old');
    await writeWholeFile(join(folder, 'out.txt'), []);
    assert.equal(readFileSync(join(folder, 'out.txt'), 'utf8'), '');
  });
});
