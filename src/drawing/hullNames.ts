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
