import { decodeText, WINDOWS_1252_FROM_80 } from './decode';

const UTF8_MARK = [0xef, 0xbb, 0xbf] as const;

/**
 * Encodes a text as a file is encoded that it is to replace, with the byte order mark that one has. A text that
 * Windows-1252 cannot hold becomes UTF-8 with a mark.
 */
export function encodeLike(text: string, original: Uint8Array): Uint8Array {
  const isMarked = UTF8_MARK.every((byte, index) => original[index] === byte);
  switch (decodeText(original, true)?.encoding) {
    case 'utf-16le':
      return utf16(text, true);
    case 'utf-16be':
      return utf16(text, false);
    case 'windows-1252':
      return windows1252(text) ?? utf8(text, true);
    case 'utf-8':
    case undefined:
      return utf8(text, isMarked);
  }
}

function utf8(text: string, isMarked: boolean): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  return isMarked ? Uint8Array.from([...UTF8_MARK, ...bytes]) : bytes;
}

function utf16(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer((text.length + 1) * 2));
  view.setUint16(0, 0xfeff, isLittle);
  for (let i = 0; i < text.length; i++) {
    view.setUint16((i + 1) * 2, text.charCodeAt(i), isLittle);
  }
  return new Uint8Array(view.buffer);
}

/** Undefined where a character has no byte. */
function windows1252(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const high = WINDOWS_1252_FROM_80.indexOf(text.charAt(i));
    const byte = high >= 0 ? 0x80 + high : unit;
    if (byte > 0xff || (high < 0 && unit >= 0x80 && unit < 0xa0)) {
      return undefined;
    }
    bytes[i] = byte;
  }
  return bytes;
}
