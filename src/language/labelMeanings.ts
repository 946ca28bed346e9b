/** What the labels do that mean something. */
export const LABEL_MEANINGS: ReadonlyMap<string, string> = new Map([
  ['Communication', 'a channel, such as a network; it may hold assets.'],
  ['Virtual', 'joins interfaces that are physically connected, and is passed through.'],
  ['EXT', 'out of scope: chains do not enter it; its interfaces stay for others.'],
]);
