import type { Message } from '../../text/message';

/** What to say and advise for the error codes of the YAML parser. */
const SENTENCES: Readonly<Record<string, string>> = {
  BAD_INDENT: 'The indentation does not fit; indent entries of one level by the same number of blanks.',
  TAB_AS_INDENT: 'A tab is used for indentation; YAML wants blanks.',
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line and end with a colon; is a colon missing here?',
  BLOCK_AS_IMPLICIT_KEY: 'Two keys stand on one line; begin a new line, or quote a text that contains ": ".',
  KEY_OVER_1024_CHARS: 'A key is longer than 1,024 characters; use a shorter name.',
  BAD_DQ_ESCAPE: 'A backslash in double quotes begins an unknown escape; double it, or use single quotes.',
  BAD_SCALAR_START: 'A text cannot begin with this character; put it in quotes.',
  MISSING_CHAR: 'A quote, bracket or comma is missing here.',
  BAD_COLLECTION_TYPE:
    'A list and a map are mixed here; write all entries as "- item" or all as "name: value".',
  MULTIPLE_DOCS: 'A file holds one YAML document; remove the line with three dashes.',
  UNEXPECTED_TOKEN: 'This does not fit here; is a colon, a bracket or a line break missing before it?',
};

/** Our sentence for a parser error; the parser's own where we have none. */
export function syntaxMessage(code: string, libraryMessage: string): Message {
  const template = SENTENCES[code];
  return template === undefined
    ? {
        template: 'This is not valid YAML: {detail}.',
        args: { detail: libraryMessage.split('\n')[0]?.replace(/\.$/, '') ?? '' },
      }
    : { template, args: {} };
}
