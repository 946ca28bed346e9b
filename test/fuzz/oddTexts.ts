import type { Choices } from './random';

/** Texts that mean something to YAML, CSV, JSON, XML, spreadsheets, JavaScript or a terminal. */
const ODD = [
  '',
  ' ',
  '~',
  'null',
  'on',
  'all',
  'none',
  '*',
  '0',
  '-1',
  '7,1',
  '1e309',
  '99999999999999999999',
  '0x10',
  'NaN',
  '__proto__',
  'constructor',
  'toString',
  '=1+1',
  "'=x",
  '@x',
  '+1',
  '- item',
  '# x',
  '# tmg-ignore missing-rating: x',
  'a: b',
  '{a: b}',
  '[x]',
  '"q"',
  "'s'",
  '&a',
  '*a',
  '!!str',
  '|',
  '>',
  '<<',
  '---',
  '...',
  '%YAML 1.2',
  'CVSS:3.1/AV:N',
  'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
  'Virtual-x',
  'x:EXT',
  'A|B;C,D\\E',
  '<b>&amp;</b>',
  '$(error)',
  'https://a.example/(x)',
  'tab\tin',
  'line\nend',
  'line\r\nend',
  '\u0000',
  '\u001b[31m',
  '\u202e',
  '\u200b',
  '\u2028',
  '\ufeff',
  '\ud800',
  '😀',
  'ä',
  'a\u0308',
] as const;

/** More of one character makes an input long and no more interesting. */
const LONGEST_RUN = 400;

/** A text that readers may stumble over; bounded, so that the input stays harmless. */
export function oddText(choices: Choices): string {
  const text = choices.of<string>(ODD);
  if (choices.chance(0.1)) {
    return (text === '' ? 'x' : text).slice(0, 4).repeat(1 + choices.below(LONGEST_RUN / 4));
  }
  return choices.chance(0.2) ? text + choices.of<string>(ODD) : text;
}
