import { readText } from '../../src/workspace/readRecords';
import { type MergedModel, mergeModel } from '../../src/model/mergeModel';

/** Files of a model: text by path relative to the model's folder. */
export type ModelFiles = Readonly<Record<string, string>>;

/** The merged model of some texts; a single text is the model file. */
export function modelFrom(files: ModelFiles | string, folder = 'model'): MergedModel {
  const texts = typeof files === 'string' ? { 'model.tmg.yaml': files } : files;
  return mergeModel(
    Object.entries(texts).map(([file, text]) => readText(file, text)),
    folder,
  );
}
