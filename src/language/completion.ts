import type { Snapshot } from '../workspace/snapshot';
import type { Completion } from './completionItem';
import { recordsOf } from './nameAt';
import { yamlCompletion } from './yamlCompletion';

/** What can be put in at an offset of a file, finished or not. */
export function completion(snapshot: Snapshot, file: string, offset: number): Completion | undefined {
  const records = recordsOf(snapshot, file);
  return records?.format === 'yaml' ? yamlCompletion(snapshot, file, records.text, offset) : undefined;
}
