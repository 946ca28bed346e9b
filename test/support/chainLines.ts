import type { ChainSet } from '../../src/chains/chainSet';
import { computeChains } from '../../src/chains/computeChains';
import { type ChainOptions, chainOptions } from '../../src/chains/options';
import type { Model } from '../../src/model/model';
import { modelFrom } from './modelFrom';
import { type PlainObject, toYaml } from './plainDocument';

/** Texts of a model's files by name. */
export type TextMap = ReadonlyMap<string, string>;

/** The model of some files. */
export function modelOf(texts: TextMap): Model {
  return modelFrom(Object.fromEntries(texts), 'Random').model;
}

/** Documents as the texts of their files. */
export function textsOf(files: ReadonlyMap<string, PlainObject>): Map<string, string> {
  return new Map([...files].map(([file, document]) => [file, toYaml(document)]));
}

/** A document as the model file. */
export function single(document: PlainObject): Map<string, string> {
  return new Map([['model.tmg.yaml', toYaml(document)]]);
}

/** The chains whatever limits the model sets. */
export function unlimited(texts: TextMap, narrowed: Partial<ChainOptions> = {}): ChainSet {
  const model = modelOf(texts);
  return computeChains(model, chainOptions(model.settings, { countLimit: 1e9, maxChains: 1e9, ...narrowed }));
}

/** Chains as texts that say everything that can be compared. */
export function chainLines(set: ChainSet): string[] {
  return [...set.chains()].map((chain) =>
    JSON.stringify([
      chain.id,
      chain.type,
      chain.path,
      chain.asset.id,
      chain.probability,
      chain.rating,
      chain.steps.map((step) => [
        step.interface,
        step.component.name,
        step.rating.score,
        step.rating.rule !== undefined,
      ]),
      chain.attackers,
      chain.periods,
    ]),
  );
}
