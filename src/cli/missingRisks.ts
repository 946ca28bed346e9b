import type { ChainSet } from '../chains/chainSet';
import { assetLabel } from '../threats/tableFacets';
import { listNames } from '../text/listNames';
import { plural } from '../text/numbers';
import type { CommandIo } from './io';
import { printable } from './terminal';

/** Says on standard error how many chains have no risk, and for which assets, where chains are sorted by it. */
export function warnOfMissingRisks(io: Pick<CommandIo, 'writeError'>, set: ChainSet, label: string): void {
  const { weight } = set.model.settings;
  if (weight === undefined) {
    return;
  }
  const assets = new Set<string>();
  let chains = 0;
  for (let position = 0; position < set.size; position++) {
    const asset = set.asset(position);
    if (asset.ratings[weight] === undefined) {
      chains++;
      assets.add(assetLabel(asset));
    }
  }
  if (chains > 0) {
    const [has, stands] = chains === 1 ? ['has', 'it stands'] : ['have', 'they stand'];
    io.writeError(
      `tmg: ${printable(label)}: ${plural(chains, 'chain')} ${has} no risk, because these assets have no rating for ${weight}, and ${stands} last: ${printable(listNames([...assets].sort()))}.\n`,
    );
  }
}
