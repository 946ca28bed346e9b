import fc from 'fast-check';
import type { ChainSelection } from '../../src/chains/chainSelection';
import type { ChainSet } from '../../src/chains/chainSet';
import { ASSET_RATINGS } from '../../src/formats/assetRatings';
import { TABLE_COLUMNS, type TableQuery } from '../../src/threats/tableQuery';
import { putInto } from './plainDocument';
import { type PlainObject, randomModel } from './randomModel';

/** Random models whose assets are rated, mostly differently, and which often have a weight. */
export const ratedModel: fc.Arbitrary<PlainObject> = fc
  .tuple(
    randomModel,
    fc.constantFrom(undefined, ...ASSET_RATINGS),
    fc.infiniteStream(fc.constantFrom('', '0', '0.1', '0.3', '1', '2.5', '3', '5')),
    fc.boolean(),
  )
  .map(([document, weight, ratings, named]) => {
    if (weight !== undefined) {
      putInto(document, ['settings', 'weight'], weight);
    }
    if (named) {
      putInto(document, ['attackers', 'external'], 'Éxternal attacker');
      putInto(document, ['attackers', 'insider'], 'an insider');
    }
    for (const [component, record] of Object.entries(document['components'] ?? {})) {
      const assets = Object.entries(record as PlainObject).find(([key]) => key === 'assets')?.[1];
      for (const asset of Object.keys(assets ?? {})) {
        for (const name of ASSET_RATINGS) {
          const rating = ratings.next().value ?? '';
          if (rating !== '') {
            putInto(document, ['components', component, 'assets', asset, name], rating);
          }
        }
      }
    }
    return document;
  });

/** What a random query is made of; numbers are indexes into what a set has, modulo its size. */
export const queryParts = fc.record({
  through: fc.array(
    fc.record({
      kind: fc.constantFrom('all', 'component', 'interface', 'asset', 'entry', 'last-step', 'relation'),
      names: fc.tuple(fc.nat(), fc.nat()),
    }),
    { maxLength: 3 },
  ),
  words: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 2 }), fc.constantFrom('as it is', 'upper', 'lower')), {
    maxLength: 2,
  }),
  types: fc.subarray(['S', 'T', 'R', 'I', 'D', 'E'] as const),
  ratings: fc.subarray(['High', 'Medium', 'Low'] as const),
  assets: fc.array(fc.nat(), { maxLength: 2 }),
  entries: fc.array(fc.nat(), { maxLength: 2 }),
  attackers: fc.subarray(['external', 'insider', 'nobody']),
  minLength: fc.option(fc.nat({ max: 9 }), { nil: undefined }),
  maxLength: fc.option(fc.nat({ max: 9 }), { nil: undefined }),
  minProbability: fc.constantFrom(0, 0.5, 3.876, 4, 6.8, 10),
  sort: fc.option(fc.record({ column: fc.constantFrom(...TABLE_COLUMNS), descending: fc.boolean() }), {
    nil: undefined,
  }),
  /** Which of the filters are used: most queries have few. */
  used: fc.subarray(
    [
      'through',
      'text',
      'types',
      'ratings',
      'assets',
      'entries',
      'attackers',
      'minLength',
      'maxLength',
      'minProbability',
    ] as const,
    { maxLength: 4 },
  ),
});

type QueryParts = typeof queryParts extends fc.Arbitrary<infer T> ? T : never;

/** A query of a set's table; some names in it do not exist. */
export function queryOf(set: ChainSet, parts: QueryParts): TableQuery {
  const interfaces = [...set.model.interfaces.keys(), 'nowhere'];
  const components = [...set.model.components.keys(), 'nothing'];
  const assets = [...set.model.assets.keys(), 'no asset'];
  const names = [...interfaces, ...components, ...[...set.model.assets.values()].map(({ name }) => name)];
  const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';
  const selection = ({ kind, names: [first, second] }: QueryParts['through'][number]): ChainSelection => {
    switch (kind) {
      case 'all':
        return { kind };
      case 'asset':
        return { kind, id: pick(assets, first) };
      case 'component':
        return { kind, name: pick(components, first) };
      case 'interface':
      case 'entry':
        return { kind, name: pick(interfaces, first) };
      default:
        return { kind, interface: pick(interfaces, first), component: pick(components, second) };
    }
  };
  const word = ([index, cut, letters]: QueryParts['words'][number]): string => {
    const name = pick(names, index).slice(cut);
    return letters === 'upper' ? name.toUpperCase() : letters === 'lower' ? name.toLowerCase() : name;
  };
  const used = new Set<string>(parts.used);
  const or = <T>(key: string, value: T, otherwise: T): T => (used.has(key) ? value : otherwise);
  return {
    through: or('through', parts.through.map(selection), []),
    text: or('text', parts.words.map(word).join('  '), ''),
    types: or('types', parts.types, []),
    ratings: or('ratings', parts.ratings, []),
    assets: or(
      'assets',
      parts.assets.map((index) => pick(assets, index)),
      [],
    ),
    entries: or(
      'entries',
      parts.entries.map((index) => pick(interfaces, index)),
      [],
    ),
    attackers: or('attackers', parts.attackers, []),
    minLength: or('minLength', parts.minLength, undefined),
    maxLength: or('maxLength', parts.maxLength, undefined),
    minProbability: or('minProbability', parts.minProbability, 0),
    sort: parts.sort,
  };
}
