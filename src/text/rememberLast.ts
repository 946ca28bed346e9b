/** Longer texts are not kept: what is made of them takes many times their size. */
const LONGEST = 1_000_000;

/** A function of a text that keeps its last result, for many questions in a row about one text. */
export function rememberLast<Result>(compute: (text: string) => Result): (text: string) => Result {
  let last: { readonly text: string; readonly result: Result } | undefined;
  return (text) => {
    if (last?.text === text) {
      return last.result;
    }
    const result = compute(text);
    last = text.length <= LONGEST ? { text, result } : undefined;
    return result;
  };
}
