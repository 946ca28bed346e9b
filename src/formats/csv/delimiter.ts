import { isIgnoreComment } from './ignoreRow';
import { tokenize } from './tokenizer';

const CANDIDATES = [',', ';', '\t'] as const;

const SAMPLE = 100;

/**
 * The delimiter of a table: one that the first row holds outside quotes and that splits most rows into as many
 * cells; of several the one with more columns. Undefined for a table of one column.
 * @param start where the first record begins
 */
export function detectDelimiter(text: string, start = 0): string | undefined {
  let best: { delimiter: string; regular: number; columns: number } | undefined;
  for (const delimiter of CANDIDATES) {
    const counts = cellCounts(text, delimiter, start);
    const columns = counts[0] ?? 0;
    const regular = counts.filter((count) => count === columns).length / counts.length;
    const better = !best || regular > best.regular || (regular === best.regular && columns > best.columns);
    if (columns > 1 && better) {
      best = { delimiter, regular, columns };
    }
  }
  return best?.delimiter;
}

function cellCounts(text: string, delimiter: string, start: number): number[] {
  const tokens = tokenize(text, delimiter, start, SAMPLE);
  const counts: number[] = [];
  for (let record = 0; record < tokens.recordCount; record++) {
    if (!tokens.isBlank(record) && !isIgnoreComment(tokens.value(record, 0))) {
      counts.push(tokens.fieldCount(record));
    }
  }
  return counts;
}
