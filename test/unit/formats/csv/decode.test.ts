import assert from 'node:assert/strict';
import { decodeText } from '../../../../src/formats/decode';

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('decodeText', () => {
  const text = 'Gerät;Schlüssel 😀\r\n';

  it('reads UTF-8 with and without byte order mark, which is taken off', () => {
    const expected = { text, encoding: 'utf-8', guessed: false };
    assert.deepEqual(decodeText(Buffer.from(text)), expected);
    assert.deepEqual(decodeText(Buffer.from(`\ufeff${text}`)), expected);
  });

  it('reads UTF-16 with byte order mark, both ways', () => {
    assert.deepEqual(decodeText(Buffer.from(`\ufeff${text}`, 'utf16le')), {
      text,
      encoding: 'utf-16le',
      guessed: false,
    });
    assert.deepEqual(decodeText(utf16be(`\ufeff${text}`)), { text, encoding: 'utf-16be', guessed: false });
  });

  it('guesses Windows-1252 only where it may', () => {
    const bytes = Uint8Array.from([0x47, 0x65, 0x72, 0xe4, 0x74, 0x3b, 0x80, 0x3b, 0x96]);
    assert.deepEqual(decodeText(bytes, true), { text: 'Gerät;€;–', encoding: 'windows-1252', guessed: true });
    assert.equal(decodeText(bytes, false), undefined);
  });

  it('takes the mark off a file that is not UTF-8 all the same', () => {
    assert.equal(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61, 0xe4]), true)?.text, 'aä');
  });

  it('refuses binary files', () => {
    assert.equal(decodeText(Buffer.from('a,b\0c'), true), undefined);
    assert.equal(decodeText(Buffer.from(text, 'utf16le'), true), undefined);
    assert.equal(
      decodeText(
        Uint8Array.from({ length: 300 }, (_, i) => (i % 31) + 1),
        true,
      ),
      undefined,
    );
    assert.equal(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.alloc(64)]), true), undefined);
  });

  it('bears a stray control character', () => {
    assert.equal(decodeText(Buffer.from(`${'a'.repeat(100)}\u0001`))?.encoding, 'utf-8');
  });

  it('reads no bytes as an empty text', () => {
    assert.deepEqual(decodeText(new Uint8Array()), { text: '', encoding: 'utf-8', guessed: false });
  });
});
