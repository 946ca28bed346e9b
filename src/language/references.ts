import { mentionsOf } from '../model/mentions';
import type { Place } from '../model/origins';
import type { Snapshot } from '../workspace/snapshot';
import { nameAt, recordsOf } from './nameAt';

/**
 * Every place in the model's files that names what stands at an offset, in the order of files; empty where no name
 * or a pattern stands.
 */
export function references(
  snapshot: Snapshot,
  file: string,
  offset: number,
  includeDeclaration: boolean,
): Place[] {
  const records = recordsOf(snapshot, file);
  const name = records && nameAt(records, offset);
  if (!name || name.pattern) {
    return [];
  }
  return mentionsOf(snapshot.origins, name.kind, name.name, name.component)
    .filter(({ declares }) => includeDeclaration || !declares)
    .map((mention) => ({ file: mention.file, range: mention.range }));
}
