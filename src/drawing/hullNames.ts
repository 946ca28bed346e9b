import type { FacilityHull } from './hulls';
import { textWidth } from './labelText';
import { facilityTone } from './nodeColour';
import { nodeLabel } from './nodeSize';
import type { LabelCandidate } from './placeLabels';
import type { Scene } from './scene';

/** The name of a facility at one of its outlines. */
export interface HullName extends LabelCandidate {
  readonly facility: number;
  /** Index of the outline. */
  readonly hull: number;
  readonly text: string;
}

const HEIGHT = 16;
const NUMBER_HEIGHT = 13;
/** Names are bold. */
const BOLD = 1.12;

/**
 * Names of facilities with their numbers, in the upper left corner of outlines or else above or below them. Where a
 * facility has several outlines, those around a single node go without.
 */
export function hullNames(scene: Scene, hulls: readonly FacilityHull[]): HullName[] {
  const counts = scene.facilities.map(() => 0);
  for (const { facility } of hulls) {
    counts[facility] = (counts[facility] ?? 0) + 1;
  }
  return hulls
    .map((hull, index) => ({ ...hull, index }))
    .filter(({ facility, nodes }) => nodes.length > 1 || counts[facility] === 1)
    .map(({ facility, outline, nodes, x, y, index }) => {
      const text = `${facilityTone(facility).mark} ${nodeLabel({ name: scene.facilities[facility] ?? '' })}`;
      const width = Math.ceil(textWidth(text) * BOLD);
      let bottom = y;
      for (let at = 1; at < outline.length; at += 2) {
        bottom = Math.max(bottom, outline[at] ?? y);
      }
      const inside = [width / 2, HEIGHT / 2 + 2] as const;
      const above = [width / 2, -HEIGHT / 2] as const;
      const below = [width / 2, bottom - y + HEIGHT / 2] as const;
      return {
        facility,
        hull: index,
        text,
        x,
        y,
        width,
        height: HEIGHT,
        priority: nodes.length,
        offsets: nodes.length > 1 ? [inside, above, below] : [above, below],
        own: -1,
      };
    });
}

/** What is left of a name where there is no room for it: the facility's number at a corner of its outline. */
export function hullNumber(hull: FacilityHull, index: number): HullName {
  const { facility, outline } = hull;
  const text = facilityTone(facility).mark;
  const width = Math.ceil(textWidth(text) * BOLD);
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at + 1 < outline.length; at += 2) {
    left = Math.min(left, outline[at] as number);
    right = Math.max(right, outline[at] as number);
    top = Math.min(top, outline[at + 1] as number);
    bottom = Math.max(bottom, outline[at + 1] as number);
  }
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const [across, down] = [(right - left + width) / 2 + 2, (bottom - top) / 2];
  const offsets = [
    [across, -down + NUMBER_HEIGHT / 2],
    [-across, -down + NUMBER_HEIGHT / 2],
    [across, down - NUMBER_HEIGHT / 2],
    [-across, down - NUMBER_HEIGHT / 2],
    [0, -down - NUMBER_HEIGHT / 2],
    [0, down + NUMBER_HEIGHT / 2],
  ] as const;
  return { facility, hull: index, text, x, y, width, height: NUMBER_HEIGHT, priority: 0, offsets, own: -1 };
}
