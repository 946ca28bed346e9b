import type { TextRange } from '../text/range';

/** What is known about a place. */
export interface Hover {
  readonly range: TextRange;
  /** Texts of files are escaped in it. */
  readonly markdown: string;
}
