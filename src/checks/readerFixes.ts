import { decimalLike } from '../formats/csv/decimalComma';
import type { Finding, Fix } from '../formats/finding';
import { yamlScalar } from '../formats/yaml/yamlScalar';
import type { Message } from '../text/message';
import type { TextRange } from '../text/range';
import type { CheckContext } from './rule';
import { formatOf, textOf } from './yamlFix';

/** Writes the nearest known word where an unknown one stands. */
export function nearestWordFix(finding: Finding, { origins }: CheckContext): Fix[] {
  const { nearest } = finding.data;
  if (nearest === undefined) {
    return [];
  }
  const { file, range } = finding;
  const place = wordRange(textOf(origins, file), range);
  const source = textOf(origins, file).slice(place.start, place.end);
  const word = formatOf(origins, file) === 'csv' ? decimalLike(source, nearest) : nearest;
  const title = { template: 'Change it to "{nearest}"', args: { nearest: word } };
  return [
    replacement(file, place, formatOf(origins, file) === 'csv' ? word : yamlScalar(word, 'flow'), title),
  ];
}

/** Writes a metric, or one of its values, that is allowed. */
export function vectorFix({ file, range, data }: Finding): Fix[] {
  const { replacement: text } = data;
  if (text === undefined) {
    return [];
  }
  const title =
    text === ''
      ? { template: 'Remove the slash', args: {} }
      : { template: 'Change it to {text}', args: { text } };
  return [replacement(file, range, text, title)];
}

function replacement(file: string, range: TextRange, newText: string, title: Message): Fix {
  return { title, changes: [{ file, edits: [{ range, newText }] }] };
}

/** In a `tmg-ignore` comment the word is the code. */
function wordRange(text: string, range: TextRange): TextRange {
  const [, lead, code] = /^(#[ \t]*tmg-ignore[ \t]+)([\w-]+)/.exec(text.slice(range.start, range.end)) ?? [];
  return lead === undefined || code === undefined
    ? range
    : { start: range.start + lead.length, end: range.start + lead.length + code.length };
}
