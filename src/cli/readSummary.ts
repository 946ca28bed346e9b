import { plural } from '../text/numbers';
import type { Snapshot } from '../workspace/snapshot';
import type { CheckJson, ReadCountsJson } from './checkJson';
import type { CommandIo } from './io';
import { relativeTo, shownPath } from './problems';
import { printable } from './terminal';

/** Look-alikes that are listed; a folder of backups has more. */
const MOST_LISTED = 20;

/** How much of a model was read. */
export function whatWasRead({ records, model }: Snapshot): ReadCountsJson {
  let relations = 0;
  for (const component of model.components.values()) {
    relations += component.relations.size;
  }
  return { files: records.length, components: model.components.size, relations };
}

/** The same in words. */
export function readSummary(snapshot: Snapshot): string {
  const { files, components, relations } = whatWasRead(snapshot);
  return `read ${plural(files, 'file')}, ${plural(components, 'component')}, ${plural(relations, 'relation')}`;
}

/** A line for each file that is not read though its name looks as if it should be. */
export function* lookAlikeLines(io: CommandIo): Generator<string> {
  const { lookAlikes } = io.reading;
  for (const { path, advice } of lookAlikes.slice(0, MOST_LISTED)) {
    yield `${shownPath(io, path)}: not read. ${printable(advice)}\n`;
  }
  if (lookAlikes.length > MOST_LISTED) {
    yield `not read: ${plural(lookAlikes.length - MOST_LISTED, 'more file')} with such names.\n`;
  }
}

/** What could not be read, and what looks as if it should have been, as JSON values. */
export function readingJson(io: CommandIo): Pick<CheckJson, 'unread' | 'lookAlikes'> {
  const { allUnread, lookAlikes } = io.reading;
  return {
    unread: allUnread.map(({ path, reason }) => ({ path: relativeTo(io, path), message: reason })),
    lookAlikes: lookAlikes.map(({ path, advice }) => ({ path: relativeTo(io, path), message: advice })),
  };
}
