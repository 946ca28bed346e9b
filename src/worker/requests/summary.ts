import { adviseLength, type LengthAdvice } from '../../chains/advise';
import { chainRating } from '../../chains/chain';
import { chainMatrix } from '../../chains/chainMatrix';
import { groupChains } from '../../chains/groupChains';
import { chainOptions } from '../../chains/options';
import { relationPlace } from '../../checks/places';
import { ratingCoverage } from '../../model/ratingCoverage';
import type { RequestHandlers } from '../../protocol/endpoint';
import { type ChainViewRequests, MOST_SUMMARY_ROWS, type Summary } from '../../protocol/viewProtocol';
import { assetLabel } from '../../threats/tableFacets';
import { WirePlaces } from '../wire';
import { groupRow } from './chainRows';
import type { ChainAccess, Computation } from './computation';

const MOST_FIXES = 20;
/** How long lengths are counted: nothing else is answered meanwhile. */
const COUNTING_MS = 3000;

/** Answers with entry points by assets, coverage, what to fix, and lengths. */
export function summaryRequests(access: ChainAccess): RequestHandlers<Pick<ChainViewRequests, 'summary'>> {
  return {
    summary: ({ root, minProbability }) => {
      const computation = access.computation(root);
      if (!computation) {
        return undefined;
      }
      const { settings } = computation.snapshot.model;
      const asked = minProbability ?? (settings.minProbability || settings.thresholds.medium);
      return summaryOf(computation, asked, lengthAdvice(access, computation, asked));
    },
  };
}

/** Counts until a newer computation is wanted, or too long. */
function lengthAdvice(
  access: ChainAccess,
  { snapshot: { model } }: Computation,
  minProbability: number,
): LengthAdvice {
  const ticket = access.newestTicket();
  const end = performance.now() + COUNTING_MS;
  return adviseLength(model, chainOptions(model.settings, { minProbability }), {
    cancelled: () => access.newestTicket() > ticket || performance.now() > end,
    progress: () => undefined,
  });
}

function summaryOf(
  { snapshot, set }: Computation,
  minProbability: number,
  { lengths, advised, complete }: LengthAdvice,
): Summary {
  const { model, origins } = snapshot;
  const { thresholds } = model.settings;
  const matrix = chainMatrix(set, MOST_SUMMARY_ROWS);
  const places = new WirePlaces(snapshot);
  const figure = ({ chains, best }: { readonly chains: number; readonly best: number }) => ({
    chains,
    worst: set.probability(best),
  });
  return {
    entries: matrix.entries.map((entry) => ({ name: entry.name, ...figure(entry) })),
    assets: matrix.assets.map((asset) => {
      const { id, name, component } = set.asset(asset.best);
      return { id, label: assetLabel({ name, component }), ...figure(asset) };
    }),
    entryCount: matrix.entryCount,
    assetCount: matrix.assetCount,
    cells: matrix.cells.map((cell) => ({
      entry: cell.entry,
      asset: cell.asset,
      ...figure(cell),
      rating: chainRating(set.probability(cell.best), thresholds),
    })),
    coverage: ratingCoverage(model),
    fixes: groupChains(set, ['relation'])
      .slice(0, MOST_FIXES)
      .map((group) => {
        const [key] = group.key;
        const place =
          typeof key === 'object' ? relationPlace(origins, key.component, key.interface) : undefined;
        return { ...groupRow(set, 'relation', group), place: place && places.place(place) };
      }),
    lengths,
    advised,
    minProbability,
    thresholds: { medium: thresholds.medium, high: thresholds.high },
    complete,
  };
}
