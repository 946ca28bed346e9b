import type { Snapshot } from '../workspace/snapshot';
import type { Completion } from './completionItem';
import { csvCompletion } from './csvCompletion';
import { ignoreCompletion } from './ignoreCompletion';
import { recordsOf } from './nameAt';
import { yamlCompletion } from './yamlCompletion';

/** What can be put in at an offset of a file, finished or not. */
export function completion(snapshot: Snapshot, file: string, offset: number): Completion | undefined {
  const records = recordsOf(snapshot, file);
  if (!records) {
    return undefined;
  }
  const inFormat = records.format === 'yaml' ? yamlCompletion : csvCompletion;
  return (
    ignoreCompletion(snapshot, file, records.text, offset) ?? inFormat(snapshot, file, records.text, offset)
  );
}
