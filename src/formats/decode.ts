/** The encodings that are read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A file's text. A byte order mark is not part of it, so offsets count from the first character after it. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether nothing in the file says that this is its encoding. */
  readonly guessed: boolean;
}

/**
 * Decodes a file: UTF-8 with or without byte order mark, UTF-16 with one, else a guess. The byte order mark is
 * taken off. Undefined where the bytes are no text.
 * @param guess whether other bytes count as Windows-1252, as spreadsheets write it
 */
export function decodeText(bytes: Uint8Array, guess = false): Decoded | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return textOnly({
      text: new TextDecoder('utf-16le').decode(bytes),
      encoding: 'utf-16le',
      guessed: false,
    });
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return textOnly({
      text: new TextDecoder('utf-16be').decode(bytes),
      encoding: 'utf-16be',
      guessed: false,
    });
  }
  if (bytes.includes(0)) {
    return undefined;
  }
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== undefined) {
    return textOnly({ text: utf8, encoding: 'utf-8', guessed: false });
  }
  if (!guess) {
    return undefined;
  }
  // The mark of a file that is no valid UTF-8 all the same would only spoil the first name.
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = decodeWindows1252(marked ? bytes.subarray(3) : bytes);
  return textOnly({ text, encoding: 'windows-1252', guessed: true });
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The characters of the bytes 80 to 9F in Windows-1252. */
export const WINDOWS_1252_FROM_80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

// Node 20 decodes windows-1252 as if it were Latin 1, and leaves the bytes from 80 to 9F as control characters.
function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\x80-\x9f]/g, (unit) => WINDOWS_1252_FROM_80.charAt(unit.charCodeAt(0) - 0x80));
}

// A stray control character happens in texts; one in 50 does not.
function textOnly(decoded: Decoded): Decoded | undefined {
  const { text } = decoded;
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Tab to carriage return, and escape, occur in texts.
    if (unit < 32 && (unit < 9 || unit > 13) && unit !== 27) {
      controls++;
    }
  }
  return controls * 50 > text.length ? undefined : decoded;
}
