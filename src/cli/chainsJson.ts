import type { StepKey } from '../chains/groupChains';
import type { ChainJson, ChainsSummaryJson } from '../report/chainJson';

/** The chains of a model: what `tmg chains --format json` writes. */
export interface ChainsJson extends ChainsSummaryJson {
  /** Those that are listed, best first, or by risk with `--sort risk`. */
  readonly chains: readonly ChainJson[];
}

/** The chains of several models. */
export interface ChainsOfModelsJson {
  /** One for each model, in the order of their folders. */
  readonly models: readonly ChainsJson[];
}

/** A chain as a line of NDJSON. */
export interface ChainLineJson extends ChainJson {
  /** Name of its model; only where there are several. */
  readonly model?: string;
}

/** Chains that have something in common. */
export interface GroupJson {
  /** A part for each key of `--group`, in its order: an asset's id, an entry interface, or a step. */
  readonly key: readonly (string | StepKey)[];
  /** Number of kept chains in it. */
  readonly chains: number;
  /** Number of those at or above the Medium threshold. */
  readonly medium: number;
  /** The chain with the highest P. */
  readonly best: ChainJson;
}

/** The groups of a model: what `tmg chains --group KEYS --format json` writes. */
export interface GroupsJson {
  /** Name of the model; only where there are several. */
  readonly model?: string;
  /** Best first; by relation those with most chains at or above Medium first. */
  readonly groups: readonly GroupJson[];
}

/** The groups of several models. */
export interface GroupsOfModelsJson {
  /** One for each model, in the order of their folders. */
  readonly models: readonly GroupsJson[];
}

/** A group as a line of NDJSON. */
export interface GroupLineJson extends GroupJson {
  /** Name of its model; only where there are several. */
  readonly model?: string;
}
