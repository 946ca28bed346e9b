import type { LengthAdvice } from '../chains/advise';

/** The advice for a model: what `tmg advise --format json` writes. */
export interface AdviceJson extends LengthAdvice {
  /** Name of the model. */
  readonly model: string;
}

/** The advice for several models. */
export interface AdviceOfModelsJson {
  /** One for each model, in the order of their folders. */
  readonly models: readonly AdviceJson[];
}
