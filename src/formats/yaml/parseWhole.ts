import { type Document, parseDocument } from 'yaml';
import { placeOfDeepNesting } from './nesting';

/**
 * A YAML text with scalars as texts, in the parser's own tree, for edits. Never throws; undefined where the text nests too
 * deeply to be given to the parser.
 */
export function parseWhole(text: string): Document.Parsed | undefined {
  return placeOfDeepNesting(text)
    ? undefined
    : (parseDocument(text, {
        schema: 'failsafe',
        uniqueKeys: false,
        prettyErrors: false,
        logLevel: 'silent',
      }) as Document.Parsed);
}
