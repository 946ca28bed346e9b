/** Compares two texts by Unicode code points, a prefix before its extension: negative, 0 or positive. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) {
      return codePointWeight(left) - codePointWeight(right);
    }
  }
  return a.length - b.length;
}

// UTF-16 puts surrogates (code points from U+10000) below U+E000..U+FFFF; code-point order wants them above.
function codePointWeight(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
