/** Width of one character of a label, on average, in units of a drawing whose text is 12 units high. */
const CHARACTER_WIDTH = 6.6;

const ELLIPSIS = '…';

/** The most code units of one grapheme cluster that are shown: letters can carry any number of marks. */
const LONGEST_CLUSTER = 24;

const PLAIN = /^[\x20-\x7e]*$/;
const BLANK = /[\t\n\v\f\r\u0085\u2028\u2029]/g;
// Lone surrogates, and what is not seen or turns the direction of writing of what stands around it.
const HARMFUL =
  /\p{Cs}|[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/gu;
const WIDE =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}])/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A name made safe to draw: one line, without control characters, lone surrogates and overrides of the direction. */
export function safeText(text: string): string {
  return PLAIN.test(text) ? text : text.replace(BLANK, ' ').replace(HARMFUL, '\ufffd');
}

/** About how wide a text is, 12 units high; wide characters of East Asian scripts and emoji count twice. */
export function textWidth(text: string): number {
  if (PLAIN.test(text)) {
    return text.length * CHARACTER_WIDTH;
  }
  let width = 0;
  for (const { segment } of segmenter.segment(text)) {
    width += clusterWidth(segment);
  }
  return width;
}

/** A name made safe and, where it is wider than `most`, cut between what a reader sees as characters. */
export function labelText(name: string, most: number): string {
  // Beyond this no name fits, however long its clusters are.
  const longest = Math.ceil(most / CHARACTER_WIDTH) * LONGEST_CLUSTER;
  const text = safeText(name.slice(0, longest + 1));
  if (PLAIN.test(text)) {
    const fitting = Math.floor(most / CHARACTER_WIDTH);
    return text.length <= fitting ? text : `${text.slice(0, Math.max(0, fitting - 1)).trimEnd()}${ELLIPSIS}`;
  }
  let whole = '';
  let cut = '';
  let width = 0;
  for (const { segment } of segmenter.segment(text)) {
    width += clusterWidth(segment);
    if (width > most) {
      return cut.trimEnd() + ELLIPSIS;
    }
    whole += shortCluster(segment);
    if (width + CHARACTER_WIDTH <= most) {
      cut = whole;
    }
  }
  return name.length > longest ? cut.trimEnd() + ELLIPSIS : whole;
}

function clusterWidth(cluster: string): number {
  return WIDE.test(cluster) ? 2 * CHARACTER_WIDTH : CHARACTER_WIDTH;
}

function shortCluster(cluster: string): string {
  return cluster.length <= LONGEST_CLUSTER ? cluster : safeText(cluster.slice(0, LONGEST_CLUSTER));
}
