import type { Summary, ViewTotals } from '../../src/protocol/viewProtocol';
import { count, plural, shortProbability } from '../../src/text/numbers';

/** What a reader with little time has to know. */
export function leadSentences(
  { cells, entries, assets, entryCount, assetCount, fixes, coverage }: Summary,
  totals: ViewTotals | undefined,
): string[] {
  if (!totals || totals.total === 0) {
    return ['There is no attack chain from any entry point to any asset.'];
  }
  const sentences = [
    `${totals.totalIsLowerBound ? 'At least ' : ''}${plural(totals.total, 'attack chain')} lead from ${plural(
      entryCount,
      'entry point',
    )} to ${plural(assetCount, 'asset')}.`,
  ];
  const worst = cells.reduce<(typeof cells)[number] | undefined>(
    (found, cell) => (!found || cell.worst > found.worst ? cell : found),
    undefined,
  );
  if (worst) {
    sentences.push(
      `The worst, with P ${shortProbability(worst.worst)} (${worst.rating}), begins at ${entries[worst.entry]?.name} and reaches ${assets[worst.asset]?.label}.`,
    );
  }
  const [fix] = fixes;
  if (fix && fix.medium > 0) {
    sentences.push(
      `${fix.label} is crossed by ${count(fix.medium)} of the chains at or above Medium: to make that step harder helps most.`,
    );
  }
  const missing = coverage.reduce((sum, row) => sum + row.missing, 0);
  const all = coverage.reduce((sum, row) => sum + row.missing + row.rated + row.none, 0);
  sentences.push(
    missing === 0
      ? 'Every relation is rated for every STRIDE type.'
      : `${count(missing)} of ${count(all)} ratings are missing: chains through them are not counted.`,
  );
  return sentences;
}
