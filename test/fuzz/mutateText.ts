import { mutate } from '../support/mutations';
import { oddText } from './oddTexts';
import type { Choices } from './random';

/** Inputs stay of about the size of what people write. */
const LONGEST = 20_000;
const DEEPEST = 90;
/** Words, numbers and quoted texts on one side, and each sign on the other. */
const TOKENS = /"[^"\n]*"|'[^'\n]*'|[\p{L}\p{N}_.-]+|\s+|[^\s]/gu;

const BRACKETS: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['[', ']'],
  ['{a: ', '}'],
  ['- ', ''],
  ['<a>', '</a>'],
  ['[{"a":', '}]'],
];

type Change = (text: string, choices: Choices, others: readonly string[]) => string;

const CHANGES: readonly [Change, ...Change[]] = [
  // Characters, wherever they stand.
  (text, choices) => mutate(text, choices.below(1_000_000_000)),
  cutOff,
  spliced,
  (text, choices) => atLine(text, choices, (line) => [line, line]),
  (text, choices) => atLine(text, choices, () => []),
  (text, choices) => atLine(text, choices, (line) => [' '.repeat(choices.below(9)) + line.trimStart()]),
  (text, choices) => atLine(text, choices, (line) => [line, oddText(choices)]),
  swappedLines,
  (text, choices) => atToken(text, choices, () => oddText(choices)),
  (text, choices) => atToken(text, choices, (_, tokens) => choices.of(tokens) ?? ''),
  (text, choices) => atToken(text, choices, (token) => token + token),
  (text, choices) => atToken(text, choices, (token) => nested(token, choices)),
  renamedEverywhere,
  (text, choices) => text.replaceAll('\n', choices.of(['\r\n', '\r', '\n\n', ' \n'])),
  (text, choices) => (choices.chance(0.5) ? `\ufeff${text}` : insertedAt(text, choices, '\ufeff')),
  (text, choices) => insertedAt(text, choices, oddText(choices)),
];

/** A text with one to three changes that keep most of its structure. */
export function mutateText(text: string, choices: Choices, others: readonly string[]): string {
  let changed = text;
  for (let count = 1 + choices.below(3); count > 0; count--) {
    changed = choices.of(CHANGES)(changed, choices, others);
  }
  return changed.slice(0, LONGEST);
}

function cutOff(text: string, choices: Choices): string {
  return text.slice(0, choices.below(text.length + 1));
}

/** The beginning of a text and the end of another one, each cut at a line or anywhere. */
function spliced(text: string, choices: Choices, others: readonly string[]): string {
  const other = choices.of(others) ?? '';
  const cut = (whole: string): number => {
    const at = choices.below(whole.length + 1);
    return choices.chance(0.7) ? whole.lastIndexOf('\n', at) + 1 : at;
  };
  return text.slice(0, cut(text)) + other.slice(cut(other));
}

function atLine(text: string, choices: Choices, change: (line: string) => readonly string[]): string {
  const lines = text.split('\n');
  const at = choices.below(lines.length);
  return [...lines.slice(0, at), ...change(lines[at] ?? ''), ...lines.slice(at + 1)].join('\n');
}

function swappedLines(text: string, choices: Choices): string {
  const lines = text.split('\n');
  const [one, other] = [choices.below(lines.length), choices.below(lines.length)];
  const kept = lines[one] ?? '';
  lines[one] = lines[other] ?? '';
  lines[other] = kept;
  return lines.join('\n');
}

function atToken(
  text: string,
  choices: Choices,
  change: (token: string, tokens: readonly string[]) => string,
): string {
  const tokens = text.match(TOKENS) ?? [];
  const visible = tokens.flatMap((token, index) => (token.trim() === '' ? [] : [index]));
  const at = choices.of(visible);
  if (at === undefined) {
    return text + oddText(choices);
  }
  tokens[at] = change(tokens[at] ?? '', tokens);
  return tokens.join('');
}

/** A word gets another one for it wherever it stands, as in a careless replacement. */
function renamedEverywhere(text: string, choices: Choices): string {
  const words = [...new Set(text.match(/[\p{L}][\p{L}\p{N}_-]+/gu) ?? [])];
  const word = choices.of(words);
  return word === undefined ? text : text.replaceAll(word, oddText(choices));
}

function nested(token: string, choices: Choices): string {
  const depth = 1 + choices.below(DEEPEST);
  const [open, close] = choices.of(BRACKETS);
  return open.repeat(depth) + token + (choices.chance(0.7) ? close.repeat(depth) : '');
}

function insertedAt(text: string, choices: Choices, inserted: string): string {
  const at = choices.below(text.length + 1);
  return text.slice(0, at) + inserted + text.slice(at);
}
