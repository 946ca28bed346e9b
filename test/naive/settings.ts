import { textOf, textsOf, valueOf } from './document';
import { ASSET_RATINGS, STRIDE } from './types';
import type { NaiveSettings, Plain } from './types';

/** The settings of a model over their defaults. */
export function readSettings(documents: readonly Plain[]): NaiveSettings {
  const settings = documents.map((document) => valueOf(document, 'settings'));
  const text = (key: string): string | undefined =>
    settings.map((one) => textOf(valueOf(one, key))).find((one) => one !== undefined);
  const number = (key: string, fallback: number): number => Number(text(key) ?? fallback);
  const threshold = (key: string, fallback: number): number =>
    Number(
      settings
        .map((one) => textOf(valueOf(valueOf(one, 'thresholds'), key)))
        .find((one) => one !== undefined) ?? fallback,
    );
  const stride = settings.flatMap((one) => textsOf(valueOf(one, 'stride')));
  return {
    maxLength: number('maxLength', 13),
    minProbability: number('minProbability', 0),
    maxChains: number('maxChains', 1_000_000),
    countLimit: number('countLimit', 2_000_000),
    stride: stride.length === 0 ? [...STRIDE] : STRIDE.filter((type) => stride.includes(type)),
    stepRule: text('stepRule') === 'elevation' ? 'elevation' : 'same',
    uniqueness: text('uniqueness') === 'relationships' ? 'relationships' : 'nodes',
    score: text('score') === 'overall' ? 'overall' : 'base',
    high: threshold('high', 7),
    medium: threshold('medium', 4),
    weight: ASSET_RATINGS.find((name) => name === text('weight')),
  };
}
