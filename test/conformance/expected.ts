import { naiveChains } from '../naive/naiveChains';
import { readFolder } from '../naive/readFolder';

/** The text of `expected.json` for the model in a folder; one line per chain. */
export function expectedOf(folder: string): string {
  const { chains, ...counts } = naiveChains(readFolder(folder));
  const lines = chains.map(({ id, type, entry, path, asset, probability, rating, risk }) =>
    JSON.stringify({ id, type, entry, path, asset: { id: asset.id }, probability, rating, risk }),
  );
  const head = Object.entries(counts).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
  const list = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  return `{\n  ${[...head, `"chains": ${list}`].join(',\n  ')}\n}\n`;
}
