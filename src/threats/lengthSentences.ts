import type { AdvisedLength } from '../chains/advisedLength';
import { count, plural } from '../text/numbers';

/** The end of a sentence about chains that are not there: longer ones were not looked for. */
export function withinLength(maxLength: number): string {
  return `within length ${count(maxLength)}`;
}

/**
 * What a maximum length brings and costs, in whole sentences: what it leaves out, and which one is enough. "Enough" is
 * said only where the search for M' has come to its end.
 */
export function lengthSentences(advice: AdvisedLength): string[] {
  const { lengthCuts, maxLength, minProbability } = advice;
  if (lengthCuts === null) {
    return [advisedSentence(advice)];
  }
  const { chains, chainsIsLowerBound, sufficientLength } = lengthCuts;
  const least = chainsIsLowerBound ? 'at least ' : '';
  const cut = `Maximum length ${maxLength} leaves out ${least}${plural(chains, 'chain')} with P of at least ${minProbability}`;
  return [
    sufficientLength === null
      ? `${cut}, one of them of length ${advice.advised}; the search ended early, so that no length is known to leave out none.`
      : `${cut}; the shortest that leaves out none of them is ${sufficientLength}.`,
  ];
}

function advisedSentence({ advised, advisedIsLowerBound, minProbability }: AdvisedLength): string {
  if (advisedIsLowerBound) {
    return advised > 0
      ? `The longest chain found with P of at least ${minProbability} has length ${advised}; the search ended early, so that there may be longer ones.`
      : `The search for chains with P of at least ${minProbability} ended early, before it had found one.`;
  }
  return advised > 0
    ? `Maximum length M' ${advised} is enough to find every chain with P of at least ${minProbability}.`
    : `No chain of any length has a P of at least ${minProbability}.`;
}

/** What is said of M' in a few words. */
export function advisedRemark({ advised, advisedIsLowerBound, minProbability }: AdvisedLength): string {
  if (advisedIsLowerBound) {
    return `at least, for P of ${minProbability}`;
  }
  return advised > 0 ? `enough for P of ${minProbability}` : `no chain has P of ${minProbability}`;
}
