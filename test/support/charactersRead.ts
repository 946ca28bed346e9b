/** Gives back what a method answers, and adds what it had to look at. */
type Cost = (text: string, args: readonly unknown[], answer: unknown) => number;

/** A part of a text is no copy for the engine. */
const one: Cost = () => 1;
const blanks: Cost = (text, _args, answer) => text.length - String(answer).length + 1;
const whole: Cost = (text) => text.length;
const wanted: Cost = (_text, [part]) => String(part).length;
const upTo: Cost = (text, [part, from = 0], answer) =>
  (answer === -1 || answer === false ? text.length : text.indexOf(String(part), Number(from))) - Number(from);
const backTo: Cost = (text, [, from = text.length], answer) =>
  Math.min(Number(from), text.length) - Math.max(0, Number(answer));
/** Expressions are counted where they are executed. */
const unlessRegex: Cost = (text, [pattern]) => (pattern instanceof RegExp ? 0 : text.length);

const COSTS: Readonly<Record<string, Cost>> = {
  at: one,
  charAt: one,
  charCodeAt: one,
  codePointAt: one,
  endsWith: wanted,
  includes: upTo,
  indexOf: upTo,
  lastIndexOf: backTo,
  normalize: whole,
  replace: unlessRegex,
  replaceAll: unlessRegex,
  slice: one,
  split: unlessRegex,
  startsWith: wanted,
  substring: one,
  toLowerCase: whole,
  toUpperCase: whole,
  trim: blanks,
  trimEnd: blanks,
  trimStart: blanks,
};

/** The characters between where an expression began and where its match ends; all where it has none. */
function searched(regex: RegExp, from: number, text: string, match: RegExpExecArray | null): number {
  const begin = regex.global || regex.sticky ? from : 0;
  if (match) {
    return match.index + match[0].length - begin + 1;
  }
  const isBound = regex.sticky || (regex.source.startsWith('^') && !regex.multiline);
  return isBound ? 1 : text.length - begin + 1;
}

/**
 * How many characters string functions and regular expressions look at while something works: a measure of its work that
 * is the same on every machine, however busy.
 */
export function charactersRead(work: () => unknown): number {
  let read = 0;
  const undo: (() => void)[] = [];
  const replace = (
    target: object,
    name: string,
    make: (original: (...args: unknown[]) => unknown) => unknown,
  ) => {
    const descriptor = Object.getOwnPropertyDescriptor(target, name);
    if (descriptor) {
      Object.defineProperty(target, name, { ...descriptor, value: make(descriptor.value) });
      undo.push(() => Object.defineProperty(target, name, descriptor));
    }
  };
  // What the costs themselves use is not to be counted.
  let isCounting = true;
  const count = (cost: () => number): void => {
    if (isCounting) {
      isCounting = false;
      read += cost();
      isCounting = true;
    }
  };
  for (const [name, cost] of Object.entries(COSTS)) {
    replace(
      String.prototype,
      name,
      (original) =>
        function counted(this: string, ...args: unknown[]) {
          const answer = original.apply(this, args);
          count(() => cost(this, args, answer));
          return answer;
        },
    );
  }
  replace(
    RegExp.prototype,
    'exec',
    (original) =>
      function counted(this: RegExp, ...args: unknown[]) {
        const from = this.lastIndex;
        const match = original.apply(this, args) as RegExpExecArray | null;
        count(() => searched(this, from, String(args[0]), match));
        return match;
      },
  );
  try {
    work();
  } finally {
    for (const back of undo) {
      back();
    }
  }
  return read;
}

/** Four times the text makes linear work grow fourfold, quadratic work sixteenfold. */
const MOST_GROWTH = 8;

/** Whether some work reads a text of four times the size about as often as the text, not as often as its square. */
export function readsInProportion(workOf: (size: number) => () => unknown, size = 2000): boolean {
  return charactersRead(workOf(4 * size)) < MOST_GROWTH * charactersRead(workOf(size));
}
