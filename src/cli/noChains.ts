import type { ChainSet } from '../chains/chainSet';
import { noChainReasons } from '../report/noChainReasons';
import type { CommandIo } from './io';
import { printable } from './terminal';

/** Says on standard error why there is no chain, where there is none. */
export function explainNoChains(io: Pick<CommandIo, 'writeError'>, set: ChainSet, label: string): void {
  if (set.size > 0 || set.counts.total > 0 || !set.complete) {
    return;
  }
  io.writeError(`tmg: ${printable(label)} has no chain within length ${set.options.maxLength}:\n`);
  for (const reason of noChainReasons(set)) {
    io.writeError(`  ${printable(reason)}\n`);
  }
}
