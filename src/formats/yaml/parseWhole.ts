import { type Document, parseDocument } from 'yaml';
import { rememberLast } from '../../text/rememberLast';
import { placeOfDeepNesting } from './nesting';

/**
 * A YAML text with scalars as texts, in the parser's own tree, for edits, which
 * must not change it. Never throws; undefined where the text nests too
 * deeply to be given to the parser.
 */
export const parseWhole: (text: string) => Document.Parsed | undefined = rememberLast((text) =>
  placeOfDeepNesting(text)
    ? undefined
    : (parseDocument(text, {
        schema: 'failsafe',
        uniqueKeys: false,
        prettyErrors: false,
        logLevel: 'silent',
      }) as Document.Parsed),
);
