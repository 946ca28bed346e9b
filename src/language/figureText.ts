import { cvssSeverity } from '../cvss/severity';
import type { ChainFigure, ChainFigures } from '../chains/chainFigures';
import { count, plural, shortProbability } from '../text/numbers';

/** P and rating of the worst chain, and how many there are: `6.8 Medium, 412 chains`. */
export function figureText({ chains, worst, rating }: ChainFigure): string {
  return `${shortProbability(worst)} ${rating}, ${plural(chains, 'chain')}`;
}

/** As one item of a hover: `Chains through it: 412, worst 6.8 Medium`; empty where nothing has been computed. */
export function figureItem(
  label: string,
  figures: ChainFigures | undefined,
  pick: (figures: ChainFigures) => ChainFigure | undefined,
): string {
  const figure = figures && pick(figures);
  if (!figure) {
    return figures ? `${label}: none` : '';
  }
  const { chains, worst, rating } = figure;
  return `${label}: **${count(chains)}**, worst **${shortProbability(worst)} ${rating}**`;
}

/** A CVSS score with its severity: `9.8 Critical`. */
export function scoreText(score: number): string {
  return `${score.toFixed(1)} ${cvssSeverity(score)}`;
}
