/** A short text that two texts have in common only if they are the same, as far as chance goes; to notice changes, not attacks. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return `${text.length}:${hash >>> 0}`;
}
