import { mentionsIn } from '../model/mentions';
import type { TextRange } from '../text/range';
import type { Snapshot } from '../workspace/snapshot';
import { nameAt, recordsOf } from './nameAt';

/** A place of the same file that names the same. */
export interface DocumentHighlight {
  readonly range: TextRange;
  readonly kind: 'declaration' | 'reference';
}

/** The places of a file that name what stands at an offset, in the order of the text. */
export function documentHighlights(snapshot: Snapshot, file: string, offset: number): DocumentHighlight[] {
  const records = recordsOf(snapshot, file);
  const name = records && nameAt(records, offset);
  if (!name) {
    return [];
  }
  return [...mentionsIn(records, [name.kind])]
    .filter((mention) => mention.name === name.name && mention.component === name.component)
    .sort((a, b) => a.range.start - b.range.start)
    .map(({ range, declares }) => ({ range, kind: declares ? 'declaration' : 'reference' }));
}
