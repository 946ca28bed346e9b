import type { AssetRatingName } from '../assetRatings';
import type { RatingKey } from '../records';
import type { StepRule } from '../settings';
import type { StrideType } from '../stride';

/** An asset as it will be written. */
export interface ImportedAsset {
  readonly name: string;
  /** Only where the default `Component/Asset` will not do. */
  readonly id?: string;
  readonly ratings: Readonly<Partial<Record<AssetRatingName, number>>>;
  /** Only where some types do not threaten it. */
  readonly stride?: readonly StrideType[];
  readonly description?: string;
}

/** A component as it will be written. */
export interface ImportedComponent {
  readonly name: string;
  readonly facility?: string;
  readonly labels: readonly string[];
  readonly interfaces: readonly string[];
  readonly assets: readonly ImportedAsset[];
  readonly description?: string;
}

/** Marks of an interface. */
export interface ImportedInterface {
  readonly name: string;
  readonly entry?: boolean;
  readonly into: readonly string[];
  readonly attackers: readonly string[];
  readonly periods: readonly string[];
  readonly description?: string;
}

/** What is said of a relation: ratings where the file has them, else only a note. */
export interface ImportedRating {
  readonly component: string;
  readonly interface: string;
  readonly cells: Readonly<Partial<Record<RatingKey, string>>>;
  readonly techniques: Readonly<Partial<Record<RatingKey, readonly string[]>>>;
  readonly note?: string;
  readonly status?: string;
  readonly ref?: string;
}

/** A filter as it will be written. */
export type ImportedFilter =
  | { readonly kind: 'banned'; readonly sequence: readonly string[] }
  | { readonly kind: 'oneWay'; readonly from: string; readonly to: string }
  | { readonly kind: 'only'; readonly from: string; readonly via: string; readonly to: readonly string[] };

/** A name with an optional text. */
export interface ImportedDeclaration {
  readonly name: string;
  readonly description?: string;
}

/** A model on its way into files: its names are unique, and what refers to something refers to what is there. */
export interface ImportedModel {
  /** Undefined where the folder is to name it. */
  readonly name?: string;
  readonly description?: string;
  readonly stepRule?: StepRule;
  readonly facilities: readonly ImportedDeclaration[];
  readonly components: readonly ImportedComponent[];
  readonly interfaces: readonly ImportedInterface[];
  readonly vectors: readonly { readonly name: string; readonly vector: string }[];
  readonly ratings: readonly ImportedRating[];
  readonly filters: readonly ImportedFilter[];
}
