import type { ForeignZone } from './foreignSystem';

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

/** The zones, each with the next larger one that it lies in. */
export function nestedZones(zones: readonly ZoneBox[]): ForeignZone[] {
  return zones.map(({ zone, box }) => {
    const larger = zones.filter((other) => other.zone !== zone && area(other.box) > area(box));
    const parent = innermostZone(box, larger)?.id;
    return parent === undefined ? zone : { ...zone, parent };
  });
}

/** The smallest zone around the middle of a box; undefined where none is. */
export function innermostZone(box: Box | undefined, zones: readonly ZoneBox[]): ForeignZone | undefined {
  if (!box) {
    return undefined;
  }
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  let best: { readonly zone: ForeignZone; readonly area: number } | undefined;
  for (const candidate of zones) {
    const around = candidate.box;
    if (
      around &&
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
