/** How a long computation is watched and stopped from outside. */
export interface ComputeControl {
  /** Asked every few thousand steps; true ends the computation with a partial result. */
  readonly cancelled: () => boolean;
  /** Told now and then how many chains have been found. */
  readonly progress: (found: number) => void;
}

/** Never stops and tells nobody. */
export const UNCONTROLLED: ComputeControl = { cancelled: () => false, progress: () => undefined };
