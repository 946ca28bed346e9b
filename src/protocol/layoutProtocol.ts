import type { LayoutKind, Positions } from '../drawing/layout';

/** What the host asks the layout thread. */
export type LayoutRequests = {
  readonly layout: {
    readonly params: {
      /** JSON of a `Scene`. */
      readonly scene: string;
      readonly kind: LayoutKind;
      /** Where nodes were, by `nodeKey`. */
      readonly kept: readonly (readonly [key: string, x: number, y: number])[];
    };
    readonly result: {
      readonly positions: Positions;
      /** `nodeKey` of every node, in the order of the scene. */
      readonly keys: readonly string[];
    };
  };
};
