import { rmSync, statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { computeChains } from '../src/chains/computeChains';
import type { ChainSet } from '../src/chains/chainSet';
import type { Pieces } from '../src/cli/io';
import { nodeIo } from '../src/cli/nodeIo';
import { csvTable, jsonTable, markdownTable } from '../src/report/tableWriters';
import { xlsxTable } from '../src/report/xlsxTable';
import { MODELS, type ModelName } from './catalogue';
import { readModel } from './sketch';

const WRITERS = {
  csv: (chains: ChainSet) => csvTable(chains),
  xlsx: (chains: ChainSet) => xlsxTable(chains),
  json: (chains: ChainSet) => jsonTable(chains),
  md: (chains: ChainSet) => markdownTable(chains),
} as const satisfies Record<string, (chains: ChainSet) => Pieces>;

/** Name of a format of the threat table. */
export type TableFormat = keyof typeof WRITERS;

/** What writing a threat table took. Bytes, milliseconds. */
export interface WriteResult {
  readonly rows: number;
  readonly milliseconds: number;
  /** Most memory that the process had resident, computation and all. */
  readonly peak: number;
  readonly size: number;
}

/** Computes the chains of a model, then writes its threat table as the command line does. */
export async function writeTable(name: ModelName, format: TableFormat, file: string): Promise<WriteResult> {
  const chains = computeChains(readModel(MODELS[name]()));
  rmSync(file, { force: true });
  const start = performance.now();
  await nodeIo().writeFile(file, WRITERS[format](chains));
  return {
    rows: chains.size,
    milliseconds: performance.now() - start,
    peak: process.resourceUsage().maxRSS * 1024,
    size: statSync(file).size,
  };
}
