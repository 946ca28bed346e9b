/** Name of the file that makes its folder a model. */
export const MODEL_FILE = 'model.tmg.yaml';
