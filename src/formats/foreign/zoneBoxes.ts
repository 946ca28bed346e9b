import type { ForeignZone } from './foreignSystem';
import { MOST } from './importLimits';

/** A rectangle of a diagram. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A zone that is drawn as a rectangle; without one nothing lies in it. */
export interface ZoneBox {
  readonly zone: ForeignZone;
  readonly box: Box | undefined;
}

/**
 * The zones, each with the next larger one that it lies in. Those beyond what a model can hold are left out later and
 * compared with nothing: the work grows with the square of their number.
 */
export function nestedZones(zones: readonly ZoneBox[]): ForeignZone[] {
  const kept = zones.slice(0, MOST.zones);
  return zones.map((own, index) => {
    const parent = index < kept.length ? innermost(own.box, kept, own)?.id : undefined;
    return parent === undefined ? own.zone : { ...own.zone, parent };
  });
}

/** The smallest zone around the middle of a box; undefined where none is. */
export function innermostZone(box: Box | undefined, zones: readonly ZoneBox[]): ForeignZone | undefined {
  return innermost(box, zones.length > MOST.zones ? zones.slice(0, MOST.zones) : zones, undefined);
}

/** @param inside a zone than which the one that is looked for must be larger */
function innermost(
  box: Box | undefined,
  zones: readonly ZoneBox[],
  inside: ZoneBox | undefined,
): ForeignZone | undefined {
  if (!box) {
    return undefined;
  }
  const least = inside ? area(inside.box) : -1;
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  let best: { readonly zone: ForeignZone; readonly area: number } | undefined;
  for (const candidate of zones) {
    const around = candidate.box;
    if (
      around &&
      candidate !== inside &&
      area(around) > least &&
      x >= around.left &&
      x <= around.left + around.width &&
      y >= around.top &&
      y <= around.top + around.height
    ) {
      if (!best || area(around) < best.area) {
        best = { zone: candidate.zone, area: area(around) };
      }
    }
  }
  return best?.zone;
}

function area(box: Box | undefined): number {
  return box ? box.width * box.height : 0;
}
