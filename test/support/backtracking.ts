import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Goes on behind a match; false where that leads to nothing. */
type Next = (at: number) => boolean;
/** Tries to match from a position on, and all that follows. */
type Matcher = (at: number, next: Next) => boolean;

/** More steps than a linear search needs for the lines of tests. */
export const MOST_STEPS = 200_000;

/** Counts the steps of a backtracking search: how often an element of the expression meets a character. */
export class BacktrackingRegex {
  readonly pattern: AST.Pattern;
  private readonly matcher: Matcher;
  private readonly ignoreCase: boolean;
  private readonly multiline: boolean;
  private readonly dotAll: boolean;
  private readonly unicode: boolean;
  private text = '';
  private steps = 0;

  constructor(source: string, flags: string) {
    const parser = new RegExpParser();
    this.pattern = parser.parsePattern(source, 0, source.length, { unicode: flags.includes('u') });
    this.ignoreCase = flags.includes('i');
    this.multiline = flags.includes('m');
    this.dotAll = flags.includes('s');
    this.unicode = flags.includes('u');
    this.matcher = this.anyOf(this.pattern.alternatives, 1);
  }

  /** Finds all matches in a text, one after the other: where they are, and in how many steps, `MOST_STEPS` at most. */
  search(text: string): { readonly matches: readonly string[]; readonly steps: number } {
    const matches: string[] = [];
    this.text = text;
    this.steps = 0;
    try {
      for (let start = 0; start <= text.length; ) {
        let end = -1;
        const isFound = this.matcher(start, (at) => {
          end = at;
          return true;
        });
        if (isFound) {
          matches.push(`${start}-${end}`);
        }
        start = end > start ? end : start + 1;
      }
    } catch (error) {
      if (!(error instanceof TooManySteps)) {
        throw error;
      }
    }
    return { matches, steps: this.steps };
  }

  private count(): void {
    if (++this.steps >= MOST_STEPS) {
      throw new TooManySteps();
    }
  }

  private anyOf(alternatives: readonly AST.Alternative[], direction: 1 | -1): Matcher {
    const matchers = alternatives.map(({ elements }) => this.sequence(elements, direction));
    return (at, next) => matchers.some((matcher) => matcher(at, next));
  }

  private sequence(elements: readonly AST.Element[], direction: 1 | -1): Matcher {
    const ordered = direction === 1 ? elements : [...elements].reverse();
    return ordered
      .map((element) => this.element(element, direction))
      .reduceRight<Matcher>(
        (rest, matcher) => (at, next) => matcher(at, (then) => rest(then, next)),
        (at, next) => next(at),
      );
  }

  private element(element: AST.Element, direction: 1 | -1): Matcher {
    switch (element.type) {
      case 'Assertion':
        return this.assertion(element);
      case 'Group':
      case 'CapturingGroup':
        return this.anyOf(element.alternatives, direction);
      case 'Quantifier':
        return this.quantifier(element, direction);
      case 'Backreference':
        throw new Error('no expression of the product refers back');
      default:
        return this.unit(element, direction);
    }
  }

  private unit(element: AST.Element, direction: 1 | -1): Matcher {
    const flags = `${this.ignoreCase ? 'i' : ''}${this.unicode ? 'u' : ''}${this.dotAll ? 's' : ''}y`;
    const single = new RegExp(element.raw, flags);
    return (at, next) => {
      this.count();
      let start = direction === 1 ? at : at - 1;
      const isPair =
        direction === -1 && this.unicode && (this.text.codePointAt(at - 2) ?? 0) > 0xffff && at >= 2;
      start -= isPair ? 1 : 0;
      single.lastIndex = start;
      return start >= 0 && single.test(this.text) && next(direction === 1 ? single.lastIndex : start);
    };
  }

  private assertion(assertion: AST.Assertion): Matcher {
    if (assertion.kind === 'lookahead' || assertion.kind === 'lookbehind') {
      const inner = this.anyOf(assertion.alternatives, assertion.kind === 'lookahead' ? 1 : -1);
      const { negate } = assertion;
      return (at, next) => inner(at, () => true) !== negate && next(at);
    }
    const simple = new RegExp(assertion.raw, this.multiline ? 'my' : 'y');
    return (at, next) => {
      this.count();
      simple.lastIndex = at;
      return simple.test(this.text) && next(at);
    };
  }

  private quantifier({ min, max, greedy, element }: AST.Quantifier, direction: 1 | -1): Matcher {
    const inner = this.element(element, direction);
    const repeat = (count: number, at: number, next: Next): boolean => {
      const more = (): boolean =>
        count < max &&
        inner(at, (then) => (then === at && count >= min ? false : repeat(count + 1, then, next)));
      if (count < min) {
        return more();
      }
      return greedy ? more() || next(at) : next(at) || more();
    };
    return (at, next) => repeat(0, at, next);
  }
}

class TooManySteps extends Error {}

/** Characters of which every class has one. */
const POOL = 'a1 \t\n\r-_.,:;"\'#()[]{}<>/\\=+|&%@`*!?~^$AZ0é字\u0000\u200b\u2028\ud800\u0300\u1100';
const MOST_LETTERS = 9;

/** A line that grows by a part that is repeated. */
export interface HostileLine {
  readonly prefix: string;
  readonly pump: string;
  readonly tail: string;
}

/**
 * Lines that could make an expression try again and again: before each of its repetitions the shortest text that leads
 * there, then one or two of its own characters over and over, then what fits nowhere.
 */
export function hostileLines(pattern: AST.Pattern, flags: string): HostileLine[] {
  const letters = lettersOf(pattern, flags);
  const pumps = letters.flatMap((one) => [
    one,
    ...letters.filter((other) => other !== one).map((other) => one + other),
  ]);
  const whole = sampleOf(pattern.alternatives[0]?.elements ?? [], flags);
  const prefixes = new Set(['', whole]);
  const walk = (alternatives: readonly AST.Alternative[], before: string): void => {
    for (const { elements } of alternatives) {
      elements.forEach((element, index) => {
        const lead = before + sampleOf(elements.slice(0, index), flags);
        const inner = element.type === 'Quantifier' ? element.element : element;
        if (element.type === 'Quantifier' && element.max > 1) {
          prefixes.add(lead);
        }
        if ('alternatives' in inner) {
          walk(inner.alternatives, lead);
        }
      });
    }
  };
  walk(pattern.alternatives, '');
  return [...prefixes].flatMap((prefix) =>
    [...new Set([...pumps, whole])]
      .filter((pump) => pump !== '')
      .flatMap((pump) => ['', '\u0000', '\u2028'].map((tail) => ({ prefix, pump, tail }))),
  );
}

/** For each of an expression's classes and characters one that it takes. */
function lettersOf(pattern: AST.Pattern, flags: string): string[] {
  const letters = new Set<string>();
  const walk = (element: AST.Element | AST.Alternative): void => {
    if ('alternatives' in element) {
      element.alternatives.forEach(walk);
    } else if (element.type === 'Alternative') {
      element.elements.forEach(walk);
    } else if (element.type === 'Quantifier') {
      walk(element.element);
    } else if (element.type !== 'Assertion' && element.type !== 'Backreference') {
      letters.add(letterOf(element, flags));
    }
  };
  pattern.alternatives.forEach(walk);
  // Signs say more than letters, which are many in words.
  return [...letters].sort((a, b) => Number(/\w/.test(a)) - Number(/\w/.test(b))).slice(0, MOST_LETTERS);
}

function letterOf(element: AST.Element, flags: string): string {
  const single = new RegExp(`^${element.raw}$`, flags.replace(/[gym]/g, ''));
  const own = element.type === 'Character' ? String.fromCodePoint(element.value) : '';
  return [own, ...POOL].find((letter) => letter !== '' && single.test(letter)) ?? '';
}

/** The shortest text that some elements in a row match, as far as that can be said without looking around. */
function sampleOf(elements: readonly AST.Element[], flags: string): string {
  return elements
    .map((element): string => {
      switch (element.type) {
        case 'Assertion':
        case 'Backreference':
          return '';
        case 'Group':
        case 'CapturingGroup':
          return sampleOf(element.alternatives[0]?.elements ?? [], flags);
        case 'Quantifier':
          return sampleOf([element.element], flags).repeat(element.min);
        default:
          return letterOf(element, flags);
      }
    })
    .join('');
}
