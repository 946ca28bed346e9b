import { basename } from 'node:path';
import { naiveAdvice } from '../naive/naiveAdvice';
import { naiveChains } from '../naive/naiveChains';
import { readFolder } from '../naive/readFolder';

/**
 * The text of `expected.json` for the model in a folder; one line per chain, and per length in the cases about
 * advice, whose names have that word.
 */
export function expectedOf(folder: string): string {
  const documents = readFolder(folder);
  const { chains, ...counts } = naiveChains(documents);
  const lines = chains.map(({ id, type, entry, path, asset, probability, rating, risk }) =>
    JSON.stringify({ id, type, entry, path, asset: { id: asset.id }, probability, rating, risk }),
  );
  const head = Object.entries(counts).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
  const advice = basename(folder).includes('advice') ? [`"advice": ${adviceText(documents)}`] : [];
  return `{\n  ${[...head, ...advice, `"chains": ${listOf(lines, 4)}`].join(',\n  ')}\n}\n`;
}

function adviceText(documents: ReturnType<typeof readFolder>): string {
  const { lengths, ...figures } = naiveAdvice(documents);
  const lines = lengths.map((length) => JSON.stringify(length));
  const head = Object.entries(figures).map(([key, value]) => `"${key}": ${value}`);
  return `{\n    ${[...head, `"lengths": ${listOf(lines, 6)}`].join(',\n    ')}\n  }`;
}

/** A list with one item per line; the closing bracket stands two columns left of the items. */
function listOf(items: readonly string[], indent: number): string {
  const space = ' '.repeat(indent);
  return items.length === 0 ? '[]' : `[\n${space}${items.join(`,\n${space}`)}\n${space.slice(2)}]`;
}
