import type { LengthAdvice } from '../chains/advise';
import type { ChainRating } from '../chains/chain';
import type { ChainFigures } from '../chains/chainFigures';
import type { ChainSelection } from '../chains/chainSelection';
import type { ChainKey } from '../chains/findChain';
import type { StrideType } from '../formats/stride';
import type { Sentences } from '../threats/description';
import type { ProblemItem } from './languageProtocol';
import type { FilePlace } from './places';

/** A text of a model that the chain thread does not have yet. */
export interface ModelChanges {
  /** Version of the model after the changes. */
  readonly version: number;
  readonly changed: readonly { readonly file: string; readonly text: string }[];
  /** All files of the model; others are gone. */
  readonly files: readonly string[];
}

/** What the chain thread asks the language thread for. */
export type ModelSourceRequests = {
  readonly changes: {
    readonly params: { readonly root: string; readonly since: number };
    readonly result: ModelChanges | undefined;
  };
};

/** The outcome of a computation. */
export interface ComputedChains {
  readonly root: string;
  readonly model: string;
  /** Version of the model that was computed. */
  readonly version: number;
  readonly total: number;
  readonly totalIsLowerBound: boolean;
  readonly kept: number;
  /** False after a cancel or a search that gave up. */
  readonly complete: boolean;
  /** Up to which chains were computed. */
  readonly maxLength: number;
  readonly byType: readonly (readonly [StrideType, number])[];
  /** The worst chain's P and rating. */
  readonly worst: { readonly probability: number; readonly rating: ChainRating } | undefined;
  readonly milliseconds: number;
  readonly figures: ChainFigures;
  /** What only a computation shows. */
  readonly problems: readonly ProblemItem[];
}

/** One group in a list. */
export interface GroupRow {
  readonly selection: ChainSelection;
  readonly label: string;
  readonly chains: number;
  /** Chains at or above Medium. */
  readonly medium: number;
  readonly worst: number;
  readonly rating: ChainRating;
}

/** A step of a chain with the places it comes from. */
export interface ChainStepDetail {
  readonly interface: string;
  readonly component: string;
  readonly ratedType: StrideType;
  readonly score: number;
  readonly vector: string | undefined;
  /** The base metrics in words, "Attack Vector: Network"; empty for a bare score. */
  readonly vectorInWords: readonly string[];
  readonly byRule: boolean;
  /** P of the chain as far as this step, in (0, 10]. */
  readonly probability: number;
  /** One sentence: why the attacker can take this step. */
  readonly reason: string;
  readonly techniques: readonly string[];
  readonly notes: readonly string[];
  readonly references: readonly string[];
  /** Place of the rating or the rule. */
  readonly source: FilePlace | undefined;
  readonly componentPlace: FilePlace | undefined;
  readonly relationPlace: FilePlace | undefined;
}

/** Everything about one chain. */
export interface ChainDetail {
  /** Position in the ranking, from 0. */
  readonly position: number;
  readonly probability: number;
  readonly rating: ChainRating;
  readonly type: StrideType;
  /** Interfaces and components in turn, entry first. */
  readonly path: readonly string[];
  readonly asset: string;
  readonly component: string;
  readonly id: string;
  readonly root: string;
  readonly assetId: string;
  readonly risk: number | undefined;
  /** One sentence. */
  readonly description: string;
  /** How P comes about: "(3.9 x 2.8) / 10 = 1.092". */
  readonly formula: string;
  /** Who attacks and when, in words. */
  readonly attackers: string;
  readonly period: string;
  /** The chain and its steps as Markdown. */
  readonly markdown: string;
  readonly steps: readonly ChainStepDetail[];
}

/** The best chain between two, or sentences that say why there is none. */
export interface WhyAnswer {
  /** Up to which a chain was looked for; 0 without a model. */
  readonly maxLength: number;
  readonly best: ChainDetail | undefined;
  readonly cuts: readonly {
    readonly sentence: string;
    readonly steps: readonly { readonly label: string; readonly place: FilePlace | undefined }[];
  }[];
}

/** What the host asks the chain thread. */
export type ChainRequests = {
  readonly compute: {
    /** `ticket` is compared with the shared cancel flag: a higher flag cancels. */
    readonly params: {
      readonly root: string;
      readonly ticket: number;
      /** How chains are described from now on; plain English without it. */
      readonly sentences?: Sentences;
    };
    readonly result: ComputedChains | undefined;
  };
  readonly detail: {
    /** A chain of the newest computation, by its position or by its names. */
    readonly params: { readonly root: string } & ({ readonly position: number } | { readonly key: ChainKey });
    readonly result: ChainDetail | undefined;
  };
  readonly why: {
    readonly params: {
      readonly root: string;
      readonly from: string;
      readonly to: string;
      readonly ticket: number;
    };
    readonly result: WhyAnswer;
  };
  readonly advise: {
    readonly params: { readonly root: string; readonly minProbability: number; readonly ticket: number };
    readonly result: LengthAdvice;
  };
  /** Entry points and assets of a model, to choose from. */
  readonly endpoints: {
    readonly params: { readonly root: string };
    readonly result: {
      readonly entries: readonly string[];
      readonly assets: readonly { readonly id: string; readonly name: string; readonly component: string }[];
      readonly minProbability: number;
    };
  };
  readonly clear: { readonly params: { readonly root: string }; readonly result: undefined };
};

/** What the chain thread tells the host. */
export type ChainEvents = {
  readonly progress: { readonly root: string; readonly ticket: number; readonly found: number };
};
