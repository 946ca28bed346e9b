import type { Interface, Model } from './model';

/**
 * The interfaces at which chains begin: those marked `entry: true`, or, if there is no such mark, every interface
 * that is not marked `entry: false`.
 */
export function entryPoints(model: Model): Interface[] {
  const interfaces = [...model.interfaces.values()];
  const marked = interfaces.filter(({ entry }) => entry === true);
  return marked.length > 0 || model.strayEntryMark
    ? marked
    : interfaces.filter(({ entry }) => entry !== false);
}
