/** `base`: base metrics only; `overall`: temporal or threat and environmental metrics too. */
export type ScoreKind = 'base' | 'overall';
