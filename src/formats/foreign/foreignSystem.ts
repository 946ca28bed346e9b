import type { AssetRatingName } from '../assetRatings';

/** A threat that a file names; nothing of it rates anything. */
export interface ForeignThreat {
  readonly title: string;
  /** STRIDE type or other category, as the file has it. */
  readonly category?: string | undefined;
  readonly severity?: string | undefined;
  readonly state?: string | undefined;
  readonly description?: string | undefined;
  readonly mitigation?: string | undefined;
}

/** Data that a part holds. */
export interface ForeignAsset {
  readonly name: string;
  readonly ratings?: Readonly<Partial<Record<AssetRatingName, number>>>;
  readonly description?: string | undefined;
}

/** What a part is: inside the system, a store of data in it, a channel, or outside of it. */
export type PartKind = 'inside' | 'store' | 'channel' | 'external';

/** A place, zone or boundary. */
export interface ForeignZone {
  /** Unique in its file. */
  readonly id: string;
  /** What the format calls it, in the singular. */
  readonly word: string;
  readonly name: string;
  readonly parent?: string | undefined;
  readonly description?: string | undefined;
  readonly line?: number | undefined;
}

/** A process, store, node or other element. */
export interface ForeignPart {
  /** Unique in its file. */
  readonly id: string;
  readonly word: string;
  readonly kind: PartKind;
  readonly name: string;
  /** The diagram; equal names of different diagrams and files mean the same part. */
  readonly sheet?: string | undefined;
  /** Id of a zone. */
  readonly zone?: string | undefined;
  /** Why it is out of scope, which may be empty; undefined where it is not. */
  readonly outOfScope?: string | undefined;
  /** Whether outsiders reach it in other ways than through links. */
  readonly exposed?: boolean | undefined;
  readonly description?: string | undefined;
  readonly assets: readonly ForeignAsset[];
  readonly threats: readonly ForeignThreat[];
  readonly line?: number | undefined;
}

/** A data flow, communication link or edge. */
export interface ForeignLink {
  readonly word: string;
  readonly name: string;
  /** Ids of parts; more than two share a bus. */
  readonly ends: readonly string[];
  /** Why outsiders reach it; undefined where the file does not say that they do. */
  readonly exposed?: string | undefined;
  readonly description?: string | undefined;
  readonly threats: readonly ForeignThreat[];
  /** Id of the part that the threats are against; the last end without it. */
  readonly threatened?: string | undefined;
  readonly line?: number | undefined;
}

/** What one file describes, in its own terms. Ids that lead nowhere are reported when it is mapped. */
export interface ForeignSystem {
  readonly file: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly zones: readonly ForeignZone[];
  readonly parts: readonly ForeignPart[];
  readonly links: readonly ForeignLink[];
  /** Whether its assets are all there are; else stores hold data and placeholders stand where nothing is named. */
  readonly namesData: boolean;
}
