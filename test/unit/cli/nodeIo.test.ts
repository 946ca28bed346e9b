import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandIo } from '../../../src/cli/io';
import { nodeIo } from '../../../src/cli/nodeIo';
import { inChunks } from '../../../src/cli/pieces';

/** The process's streams, as if standard output and standard error were terminals or not. */
function ioWith(terminal: { out: boolean; error: boolean }, noColor: string | undefined): CommandIo {
  const before = process.env['NO_COLOR'];
  const out = Object.getOwnPropertyDescriptor(process.stdout, 'isTTY');
  const error = Object.getOwnPropertyDescriptor(process.stderr, 'isTTY');
  try {
    setVariable(noColor);
    Object.defineProperty(process.stdout, 'isTTY', { value: terminal.out, configurable: true });
    Object.defineProperty(process.stderr, 'isTTY', { value: terminal.error, configurable: true });
    return nodeIo();
  } finally {
    setVariable(before);
    restore(process.stdout, out);
    restore(process.stderr, error);
  }
}

function setVariable(value: string | undefined): void {
  if (value === undefined) {
    delete process.env['NO_COLOR'];
  } else {
    process.env['NO_COLOR'] = value;
  }
}

function restore(stream: object, before: PropertyDescriptor | undefined): void {
  if (before) {
    Object.defineProperty(stream, 'isTTY', before);
  } else {
    Reflect.deleteProperty(stream, 'isTTY');
  }
}

describe("the process's streams", () => {
  it('want colour on a terminal without NO_COLOR; an empty one does not count', () => {
    const both = { out: true, error: true };
    assert.equal(ioWith(both, undefined).colour, true);
    assert.equal(ioWith(both, '').colour, true);
    assert.equal(ioWith(both, '1').colour, false);
    assert.equal(ioWith({ out: false, error: true }, undefined).colour, false);
  });

  it('want progress where standard error is a terminal', () => {
    assert.equal(ioWith({ out: false, error: true }, '1').progress, true);
    assert.equal(ioWith({ out: true, error: false }, undefined).progress, false);
    assert.equal(ioWith({ out: true, error: false }, '1').terminal, true);
    assert.equal(ioWith({ out: false, error: true }, undefined).terminal, false);
  });

  it('write a file piece by piece, and say why they cannot', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tmg-'));
    try {
      const io = nodeIo();
      const pieces = Array.from({ length: 30_000 }, (_, index) => `${index}ä\n`);
      await io.writeFile(join(folder, 'a.txt'), pieces);
      assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), pieces.join(''));
      await assert.rejects(io.writeFile(join(folder, 'no', 'a.txt'), pieces), /ENOENT/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('write bytes as they are', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tmg-'));
    const bytes = async function* (): AsyncGenerator<Uint8Array> {
      yield Uint8Array.of(0, 255, 128);
      yield Uint8Array.of(10);
    };
    try {
      await nodeIo().writeFile(join(folder, 'a.bin'), bytes());
      assert.deepEqual([...readFileSync(join(folder, 'a.bin'))], [0, 255, 128, 10]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('join small pieces to large ones', () => {
    const chunks = [...inChunks(Array.from({ length: 1000 }, () => 'x'.repeat(300)))];
    assert.ok(chunks.length > 1 && chunks.length < 10, String(chunks.length));
    assert.equal(chunks.join('').length, 300_000);
    assert.deepEqual([...inChunks(['', ''])], []);
  });
});
