import fc from 'fast-check';
import { RATING_CELLS } from './randomNames';

/** Percentages and indexes; everything below is taken modulo what there is, so that all of it shrinks. */
const index = fc.nat({ max: 999 });
const percent = fc.nat({ max: 99 });
const cell = fc.constantFrom(...RATING_CELLS);
/** Undefined `without` times as often as a value. */
const some = <T>(arbitrary: fc.Arbitrary<T>, without = 1): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: without, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** One cell of a rating record: its key and text. */
const cells = fc.array(fc.tuple(fc.constantFrom('S', 'T', 'R', 'I', 'D', 'E', 'all'), cell), {
  maxLength: 4,
});

export const componentParts = fc.record({
  labels: fc.oneof(
    { weight: 9, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.constant<string[]>(['Communication']) },
    { weight: 1, arbitrary: fc.constant<string[]>(['Virtual']) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<string[][]>(['EXT'], ['EXT', 'Communication'], ['Virtual', 'EXT']),
    },
  ),
  facility: some(fc.constantFrom('Plant', 'Office', 'Office 2')),
  assets: fc.array(index, { maxLength: 2 }),
  withId: percent,
  /** The types that threaten the first asset, as a list may name them. */
  stride: some(
    fc.array(fc.constantFrom('S', 't', 'R', 'I', 'd', 'Elevation of Privilege', 'denial of service'), {
      maxLength: 3,
    }),
    3,
  ),
});

export const entryParts = fc.record({
  interface: index,
  mark: fc.constantFrom('true', 'true', 'true', 'false', ''),
  into: some(fc.array(index, { maxLength: 2 })),
  attackers: fc.subarray(['external', 'insider']),
  periods: fc.subarray(['on', 'service']),
});

export const ratingParts = fc.record({ relation: index, cells });

export const ruleParts = fc.record({
  interface: some(fc.constantFrom('*', 'LAN*', '*1*', 'L*N', 'no', '__proto__')),
  component: some(fc.constantFrom('*', 'Server*', 'Gate', '*e*r', '__proto__', 'constructor')),
  facility: some(fc.constantFrom('*', 'Off*', 'Office', 'Plant'), 2),
  label: some(fc.constantFrom('Communication', 'EXT'), 3),
  cells,
});

/** `kind` picks the filter; names are indexes, 0 to 2 of a banned one being `*`. */
export const filterParts = fc.record({
  kind: fc.constantFrom('banned', 'banned', 'oneWay', 'only'),
  names: fc.array(index, { minLength: 3, maxLength: 5 }),
  length: fc.integer({ min: 1, max: 4 }),
});

/**
 * A medium that several components share, and filters between those on it, so that ways over it are detours.
 * A filter takes two or three members in a row, with what leads to the first before them where it is `far`.
 */
export const lanParts = fc.record({
  interface: index,
  members: fc.array(index, { minLength: 3, maxLength: 5 }),
  /** A Virtual component that joins the medium to another one, and who is on that. */
  join: some(fc.record({ virtual: index, interface: index, members: fc.array(index, { maxLength: 2 }) })),
  filters: fc.array(
    fc.record({
      kind: fc.constantFrom('banned', 'oneWay', 'only', 'isolated', 'row', 'row'),
      first: index,
      second: index,
      far: some(index, 2),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

export const settingParts = fc.record(
  {
    maxLength: fc.constantFrom('1', '2', '3', '4', '5', '5', '6', '7', '7', '8', '9', '9'),
    stepRule: fc.constantFrom('same', 'elevation'),
    uniqueness: fc.constantFrom('nodes', 'relationships'),
    stride: fc.subarray(['S', 'T', 'R', 'I', 'D', 'E'], { minLength: 1 }),
    score: fc.constantFrom('base', 'overall'),
    minProbability: fc.constantFrom('0', '0.5', '3.876', '4', '6.8', '0.10', '10'),
    maxChains: fc.integer({ min: 1, max: 40 }).map(String),
    countLimit: fc.integer({ min: 1, max: 60 }).map(String),
    thresholds: fc.constantFrom({ high: '7', medium: '4' }, { high: '6.8', medium: '3.876' }),
  },
  { requiredKeys: [] },
);

const modelPartsFrom = (fewest: number) =>
  fc.record({
    components: fc.array(componentParts, { minLength: fewest, maxLength: 7 }),
    interfaces: fc.integer({ min: 1, max: 7 }),
    firstNames: fc.tuple(index, index),
    /** A spanning line of relations keeps most models connected; the rest are extra ones. */
    connected: percent,
    relations: fc.array(fc.tuple(index, index), { maxLength: 14 }),
    entries: fc.array(entryParts, { maxLength: 3 }),
    rateAll: percent,
    allCell: fc.constantFrom('6.8', '5.7', '9.9', 'usb-root', '10'),
    ratings: fc.array(ratingParts, { maxLength: 12 }),
    rules: fc.array(ruleParts, { maxLength: 2 }),
    filters: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(filterParts, { minLength: 1, maxLength: 3 }) },
    ),
    lan: some(lanParts, 4),
    settings: settingParts,
    limits: percent,
    threshold: percent,
  });

export const modelParts = modelPartsFrom(2);
/** At least enough components to turn at one. */
export const turningParts = modelPartsFrom(4);

export type ModelParts = typeof modelParts extends fc.Arbitrary<infer T> ? T : never;
export type LanParts = typeof lanParts extends fc.Arbitrary<infer T> ? T : never;
export type FilterParts = typeof filterParts extends fc.Arbitrary<infer T> ? T : never;
