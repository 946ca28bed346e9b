import type { ViewState } from '../../src/protocol/viewProtocol';

/** Why a table has no rows. */
export type EmptyKind = 'no-model' | 'not-computed' | 'computing' | 'no-chains' | 'nothing-fits';

/**
 * Why there are no rows; undefined where there are some, or where that is not known yet.
 * @param shown chains that fit what is asked for
 */
export function emptyKind(
  { root, phase, totals }: Pick<ViewState, 'root' | 'phase' | 'totals'>,
  shown: number | undefined,
): EmptyKind | undefined {
  if (root === undefined) {
    return 'no-model';
  }
  if (!totals) {
    return phase === 'computing' ? 'computing' : 'not-computed';
  }
  if (totals.kept === 0) {
    return phase === 'computing' ? 'computing' : 'no-chains';
  }
  return shown === 0 ? 'nothing-fits' : undefined;
}
