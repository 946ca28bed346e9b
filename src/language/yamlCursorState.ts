import type { TextRange } from '../text/range';
import type { YamlPath } from '../formats/yaml/yamlPathAt';

/** What is being typed at a place of a YAML text. */
export interface YamlCursor {
  /** Of a key the path of its map, else the path of the value. List positions count from 0. */
  readonly path: YamlPath;
  /** `item`: a list item, which in block style can become a key too. */
  readonly position: 'key' | 'value' | 'item';
  /** In a flow collection, where other signs need quotes. */
  readonly flow: boolean;
  /** What stands there, without quotes and blanks; empty where nothing does. */
  readonly range: TextRange;
  /** What of it stands before the caret. */
  readonly prefix: string;
  readonly quote: '' | '"' | "'";
  /** A blank must come first: the caret is right behind a colon or dash. */
  readonly needsBlank: boolean;
  /** A colon follows: what is typed is a key already. */
  readonly hasColon: boolean;
  /** The other keys of the map, or the other items of the list. */
  readonly siblings: readonly string[];
}
