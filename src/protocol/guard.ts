/** Tells whether a value from another side of a channel has a certain shape. */
export type Guard<T> = (value: unknown) => value is T;

export const isString: Guard<string> = (value): value is string => typeof value === 'string';
export const isBoolean: Guard<boolean> = (value): value is boolean => typeof value === 'boolean';
export const isFiniteNumber: Guard<number> = (value): value is number => Number.isFinite(value);
/** A count or a position: 0 or more, whole. */
export const isCount: Guard<number> = (value): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

/** One of some words. */
export function isOneOf<const Word extends string | number>(words: readonly Word[]): Guard<Word> {
  return (value): value is Word => (words as readonly unknown[]).includes(value);
}

/** An array whose items all pass. */
export function isArrayOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every((item) => guard(item));
}

/** What passes, or nothing; a key that is not there counts as nothing. */
export function isOptional<T>(guard: Guard<T>): Guard<T | undefined> {
  return (value): value is T | undefined => value === undefined || guard(value);
}

/** An object whose keys pass; further keys do not matter. */
export function isObjectOf<Shape extends Readonly<Record<string, unknown>>>(
  guards: {
    readonly [Key in keyof Shape]-?: Guard<Shape[Key]>;
  },
): Guard<Shape> {
  const tests = Object.entries(guards) as [string, Guard<unknown>][];
  return (value): value is Shape =>
    typeof value === 'object' &&
    value !== null &&
    tests.every(([key, guard]) => guard((value as Readonly<Record<string, unknown>>)[key]));
}

/** What passes one of several. */
export function isEither<First, Second>(first: Guard<First>, second: Guard<Second>): Guard<First | Second> {
  return (value): value is First | Second => first(value) || second(value);
}
