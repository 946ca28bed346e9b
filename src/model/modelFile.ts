import type { FileRecords } from '../formats/records';

/** Name of the file that makes its folder a model. */
export const MODEL_FILE = 'model.tmg.yaml';

/** Files in the order in which they say what stands in one place only: the model file before the others. */
export function byPriority(files: readonly FileRecords[]): FileRecords[] {
  const isModelFile = (file: FileRecords): number => (file.file === MODEL_FILE ? 0 : 1);
  return [...files].sort((a, b) => isModelFile(a) - isModelFile(b));
}
