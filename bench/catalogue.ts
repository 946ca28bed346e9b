import { layerModel, ZONE_FILTERS, zoneModel } from './models';
import type { ModelFiles } from './sketch';

const ZONES = { components: 70, zoneSize: 8, assets: 1, entries: 6, seed: 2 };
const LAYERS = { seed: 1, width: 24, buses: 4, layers: 7, maxLength: 13 };

/** The generated models by name. Same name, same bytes. */
export const MODELS = {
  /** All relations rated alike: every simple path from an entry to an asset is one chain. */
  plain: () => zoneModel({ ...ZONES, name: 'plain', links: 2.6, none: 0, plain: true }),
  'plain-short': () => zoneModel({ ...ZONES, name: 'plain-short', links: 1.8, none: 0, plain: true }),
  /** A quarter of the ratings is `none`: about one chain per path. */
  sparse: () => zoneModel({ ...ZONES, name: 'sparse', links: 4.6, none: 0.25, filters: ZONE_FILTERS }),
  /** Nearly everything is rated: about four chains per path. */
  dense: () => zoneModel({ ...ZONES, name: 'dense', links: 3.8, none: 0.05, filters: ZONE_FILTERS }),
  /** Between one and two million chains, the most that default settings enumerate. */
  'keep-sparse': () =>
    zoneModel({ ...ZONES, name: 'keep-sparse', links: 4, none: 0.25, filters: ZONE_FILTERS }),
  'keep-dense': () =>
    zoneModel({ ...ZONES, name: 'keep-dense', links: 2.7, none: 0.05, filters: ZONE_FILTERS }),
  /** About 120,000 chains. */
  guide: () => zoneModel({ ...ZONES, name: 'guide', links: 2.1, none: 0.25, filters: ZONE_FILTERS }),
  differ: () => layerModel({ ...LAYERS, name: 'differ', assetsFrom: 2, scores: 'differ' }),
  tie: () => layerModel({ ...LAYERS, name: 'tie', assetsFrom: 3, scores: 'tie' }),
  far: () => layerModel({ ...LAYERS, name: 'far', assetsFrom: 6, scores: 'differ' }),
  deep: () =>
    layerModel({ ...LAYERS, name: 'deep', assetsFrom: 10, layers: 11, maxLength: 21, scores: 'differ' }),
  'deep-tie': () =>
    layerModel({ ...LAYERS, name: 'deep-tie', assetsFrom: 10, layers: 11, maxLength: 21, scores: 'tie' }),
  /** 1,000 components, sparse as large systems are, in files of at most 50 KB. */
  thousand: () =>
    zoneModel({
      name: 'thousand',
      seed: 7,
      components: 1000,
      zoneSize: 12,
      links: 0.9,
      assets: 2,
      entries: 12,
      none: 0.1,
    }),
  /** As large as a model gets that one person writes. */
  hundred: () =>
    zoneModel({
      name: 'hundred',
      seed: 3,
      components: 100,
      zoneSize: 10,
      links: 1.2,
      assets: 2,
      entries: 6,
      none: 0.1,
    }),
} satisfies Record<string, () => ModelFiles>;

/** Name of a generated model. */
export type ModelName = keyof typeof MODELS;
