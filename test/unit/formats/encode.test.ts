import assert from 'node:assert/strict';
import { decodeText } from '../../../src/formats/decode';
import { encodeLike } from '../../../src/formats/encode';

const TEXT = 'Tür;€ 5\r\n“x”;ß';

const ENCODED: readonly (readonly [string, Uint8Array])[] = [
  ['UTF-8', Buffer.from(TEXT, 'utf8')],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf8')],
  ['UTF-16', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
  ['Windows-1252', Uint8Array.from([0x54, 0xfc, 0x72, 0x3b, 0x80, 0x20, 0x93, 0x9f])],
];

describe('encodeLike', () => {
  for (const [name, bytes] of ENCODED) {
    it(`gives the same bytes for the same text: ${name}`, () => {
      const text = decodeText(bytes, true)?.text ?? '';
      assert.ok(text.startsWith('Tür;€'));
      assert.deepEqual(Buffer.from(encodeLike(text, bytes)), Buffer.from(bytes));
    });

    it(`is read back as the same text: ${name}`, () => {
      const text = `${decodeText(bytes, true)?.text}ä`;
      assert.equal(decodeText(encodeLike(text, bytes), true)?.text, text);
    });
  }

  it('writes UTF-8 with a mark where Windows-1252 has no byte for a character', () => {
    const bytes = encodeLike('Tür 😀', Uint8Array.from([0x54, 0xfc, 0x72]));
    assert.deepEqual(Buffer.from(bytes), Buffer.from('\ufeffTür 😀', 'utf8'));
  });

  it('writes UTF-8 for a new file', () => {
    assert.deepEqual(Buffer.from(encodeLike('ü', new Uint8Array())), Buffer.from('ü', 'utf8'));
  });
});
