/** Height of the text of a label, in units of the drawing. */
export const LABEL_UNITS = 12;
/** Text as high as this on the screen can be read. */
const LEGIBLE_PX = 7;

/** Whether labels in boxes can be read at a scale. */
export function areBoxesLegible(scale: number): boolean {
  return scale * LABEL_UNITS >= LEGIBLE_PX;
}
