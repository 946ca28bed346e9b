/** An exact decimal number: `digits` x 10^-`places`. */
export interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/** A number with a few decimals as it is written: 0.85 is 85 hundredths. */
export function decimal(text: string): Decimal {
  const [whole = '', fraction = ''] = text.split('.');
  return { digits: BigInt(whole + fraction), places: fraction.length };
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  return { digits: digitsAt(a, places) + digitsAt(b, places), places };
}

export function minus(a: Decimal, b: Decimal): Decimal {
  return plus(a, { digits: -b.digits, places: b.places });
}

export function times(first: Decimal, ...others: readonly Decimal[]): Decimal {
  let { digits, places } = first;
  for (const other of others) {
    digits *= other.digits;
    places += other.places;
  }
  return { digits, places };
}

/** @param exponent a whole number above 0 */
export function power(base: Decimal, exponent: number): Decimal {
  return { digits: base.digits ** BigInt(exponent), places: base.places * exponent };
}

export function least(a: Decimal, b: Decimal): Decimal {
  return minus(a, b).digits <= 0n ? a : b;
}

/** The smallest number with so many decimals that is not below a number that is not negative. */
export function ceiling(value: Decimal, places: number): Decimal {
  if (value.places <= places) {
    return value;
  }
  const divisor = powerOfTen(value.places - places);
  return { digits: (value.digits + divisor - 1n) / divisor, places };
}

/** The nearest number with so many decimals to one that is not negative, the higher of two. */
export function nearest(value: Decimal, places: number): Decimal {
  if (value.places <= places) {
    return value;
  }
  const divisor = powerOfTen(value.places - places);
  return { digits: (value.digits * 2n + divisor) / (divisor * 2n), places };
}

/** As a double, for numbers of few digits. */
export function toNumber({ digits, places }: Decimal): number {
  return Number(digits) / Number(powerOfTen(places));
}

function digitsAt({ digits, places }: Decimal, wanted: number): bigint {
  return wanted === places ? digits : digits * powerOfTen(wanted - places);
}

/** Raising to a power is slow beside looking it up. */
const POWERS = Array.from({ length: 160 }, (_, exponent) => 10n ** BigInt(exponent));

function powerOfTen(exponent: number): bigint {
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}
