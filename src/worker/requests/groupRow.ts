import { chainRating } from '../../chains/chain';
import type { ChainSelection } from '../../chains/chainSelection';
import type { ChainSet } from '../../chains/chainSet';
import type { ChainGroup } from '../../chains/groupChains';
import type { Grouping } from '../../chains/groupings';
import type { GroupRow } from '../../protocol/chainProtocol';
import { groupKeyText } from '../../report/chainJson';
import { assetLabel } from '../../threats/tableFacets';

/** The row of a group of one grouping. */
export function groupRow(set: ChainSet, grouping: Grouping, group: ChainGroup): GroupRow {
  const [key] = group.key;
  const worst = set.probability(group.best);
  return {
    selection: selectionOf(grouping, key),
    label: grouping === 'asset' ? assetLabel(set.asset(group.best)) : groupKeyText(group.key),
    chains: group.chains,
    medium: group.medium,
    worst,
    rating: chainRating(worst, set.model.settings.thresholds),
  };
}

function selectionOf(grouping: Grouping, key: ChainGroup['key'][number] | undefined): ChainSelection {
  if (key === undefined) {
    return { kind: 'all' };
  }
  if (typeof key !== 'string') {
    return { kind: grouping === 'last-step' ? 'last-step' : 'relation', ...key };
  }
  return grouping === 'asset' ? { kind: 'asset', id: key } : { kind: 'entry', name: key };
}
