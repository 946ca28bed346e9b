import type { ChainFigures } from '../../chains/chainFigures';
import type { DocumentPosition } from '../../protocol/languageProtocol';
import type { Snapshot } from '../../workspace/snapshot';
import type { WirePlaces } from '../wire';

/** A file of a model at which something is asked. */
export interface DocumentContext {
  readonly snapshot: Snapshot;
  readonly file: string;
  readonly places: WirePlaces;
  readonly figures: ChainFigures | undefined;
}

/** How requests get at the models. */
export interface ModelAccess {
  /** The file at a path; undefined where it belongs to no model. */
  context(path: string): DocumentContext | undefined;
  snapshots(): readonly Snapshot[];
  snapshot(root: string): Snapshot | undefined;
  placesOf(snapshot: Snapshot): WirePlaces;
  figuresOf(root: string): ChainFigures | undefined;
}

/** A file with the offset at which something is asked. */
export interface PositionContext extends DocumentContext {
  readonly offset: number;
}

/** The file and offset at a position. */
export function positionContext(
  access: ModelAccess,
  { path, position }: DocumentPosition,
): PositionContext | undefined {
  const context = access.context(path);
  return context && { ...context, offset: context.places.offset(context.file, position) };
}
