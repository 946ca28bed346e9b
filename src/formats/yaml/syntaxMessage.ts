import type { Message } from '../../text/message';

/** Where a mistake is shown: where the parser noticed it, at what stands before, or at the quote that is not closed. */
export type MistakePlace = 'here' | 'before' | 'quote';

/** A sentence with the place it speaks of. */
export interface SyntaxSentence {
  readonly message: Message;
  readonly place: MistakePlace;
}

/** What to say and advise for the errors of the YAML parser, by code and by what the parser says; the first one fits. */
const SENTENCES: readonly (readonly [
  code: string,
  pattern: RegExp,
  place: MistakePlace,
  template: string,
])[] = [
  [
    'BAD_INDENT',
    /end with a (?<char>[\]}])/,
    'before',
    'A "{char}" is missing behind this, or the next line must be indented deeper.',
  ],
  [
    'BAD_INDENT',
    /(?:)/,
    'here',
    'The indentation does not fit; indent entries of one level by the same number of blanks.',
  ],
  ['TAB_AS_INDENT', /(?:)/, 'here', 'A tab is used for indentation; replace it by blanks.'],
  [
    'MULTILINE_IMPLICIT_KEY',
    /(?:)/,
    'here',
    'A key must stand on one line and end with a colon; is a colon missing, or is the next line indented too deep?',
  ],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    /(?:)/,
    'here',
    'Two keys stand on one line; begin a new line, or quote a text that contains ": ".',
  ],
  [
    'BLOCK_IN_FLOW',
    /(?:)/,
    'here',
    'Entries between brackets are separated by commas; is a comma or a bracket missing here?',
  ],
  ['KEY_OVER_1024_CHARS', /(?:)/, 'here', 'A key is longer than 1,024 characters; use a shorter name.'],
  ['BAD_ALIAS', /(?:)/, 'here', 'A text cannot begin with this character; put it in quotes.'],
  [
    'BAD_DQ_ESCAPE',
    /(?:)/,
    'here',
    'A backslash in double quotes begins an unknown escape; double it, or use single quotes.',
  ],
  ['BAD_SCALAR_START', /(?:)/, 'here', 'A text cannot begin with this character; put it in quotes.'],
  ['MISSING_CHAR', /closing/, 'quote', 'This quote is not closed; put another one at the end of the text.'],
  ['MISSING_CHAR', /Missing ,/, 'before', 'A comma is missing behind this, or a colon, or a bracket.'],
  [
    'MISSING_CHAR',
    /map values/,
    'here',
    'A colon is missing behind this; in a list, a blank is missing behind the dash.',
  ],
  ['MISSING_CHAR', /without -/, 'here', 'A list item must begin with a dash and a blank.'],
  [
    'MISSING_CHAR',
    /Comments/,
    'here',
    'A comment needs a blank before its "#"; put a text that contains "#" in quotes.',
  ],
  ['MISSING_CHAR', /(?:)/, 'here', 'A quote, bracket or comma is missing here.'],
  [
    'BAD_COLLECTION_TYPE',
    /(?:)/,
    'here',
    'A list and a map are mixed here; write all entries as "- item" or all as "name: value".',
  ],
  ['UNEXPECTED_TOKEN', /Unexpected (,|empty item)/, 'here', 'This comma has nothing before it; remove it.'],
  [
    'UNEXPECTED_TOKEN',
    /^Unexpected flow-(map|seq)-end/,
    'here',
    'This bracket closes nothing; remove it, or add the one that opens.',
  ],
  [
    'UNEXPECTED_TOKEN',
    /^Unexpected block-seq-ind/,
    'here',
    'A list begins on a line of its own with "- item", or is written [a, b].',
  ],
  [
    'UNEXPECTED_TOKEN',
    /^Block scalar header|^Not a YAML token/,
    'here',
    'A text behind "|" or ">" begins on the next line; move this there.',
  ],
  [
    'UNEXPECTED_TOKEN',
    /(?:)/,
    'here',
    'This does not fit here; is a comma, a quote, a colon, a bracket or a line break missing before it?',
  ],
];

/** Our sentence for a parser error; the parser's own where we have none. */
export function syntaxSentence(code: string, libraryMessage: string): SyntaxSentence {
  for (const [candidate, pattern, place, template] of SENTENCES) {
    const match = candidate === code ? pattern.exec(libraryMessage) : null;
    if (match) {
      return { message: { template, args: { ...match.groups } }, place };
    }
  }
  const detail = libraryMessage.split('\n')[0]?.replace(/\.$/, '') ?? '';
  return { message: { template: 'This is not valid YAML: {detail}.', args: { detail } }, place: 'here' };
}
