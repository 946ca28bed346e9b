import { advisedProbability, adviseLength, type LengthAdvice } from '../../chains/advise';
import { chainRating } from '../../chains/chain';
import { chainMatrix } from '../../chains/chainMatrix';
import type { ComputeControl } from '../../chains/control';
import { groupChains } from '../../chains/groupChains';
import { chainOptions } from '../../chains/options';
import { relationPlace } from '../../checks/places';
import { ratingCoverage } from '../../model/ratingCoverage';
import type { RequestHandlers } from '../../protocol/endpoint';
import { type ChainViewRequests, MOST_SUMMARY_ROWS, type Summary } from '../../protocol/viewProtocol';
import { assetLabel } from '../../threats/tableFacets';
import { WirePlaces } from '../wire';
import { groupRow } from './groupRow';
import type { ChainAccess, Computation } from './computation';

const MOST_FIXES = 20;
/** How long lengths are counted at most: nothing else is answered meanwhile. */
const COUNTING_MS = 2000;
/** Numbers of lengths that are remembered, by the P that they were advised for. */
const MOST_ADVICE = 20;

type WithoutLengths = Omit<Summary, keyof LengthAdvice>;

/** What is remembered of a computation. */
interface Known {
  readonly figures: WithoutLengths;
  readonly advice: Map<number, LengthAdvice>;
}

/** Answers with entry points by assets, coverage, what to fix, and lengths. */
export function summaryRequests(access: ChainAccess): RequestHandlers<Pick<ChainViewRequests, 'summary'>> {
  const knownOf = new WeakMap<Computation, Known>();
  return {
    summary: ({ root, minProbability }) => {
      const computation = access.computation(root);
      if (!computation) {
        return undefined;
      }
      const known = knownOf.get(computation) ?? { figures: figuresOf(computation), advice: new Map() };
      knownOf.set(computation, known);
      const { model } = computation.snapshot;
      const asked = minProbability ?? advisedProbability(model, model.settings);
      const advice = known.advice.get(asked) ?? countLengths(access, computation, asked, known.advice);
      return { ...known.figures, ...advice };
    },
  };
}

/** Counts until a newer computation is wanted, or too long; remembers what was counted to the end. */
function countLengths(
  access: ChainAccess,
  { snapshot: { model } }: Computation,
  minProbability: number,
  known: Map<number, LengthAdvice>,
): LengthAdvice {
  const ticket = access.newestTicket();
  const end = performance.now() + COUNTING_MS;
  let gaveUp = false;
  const control: ComputeControl = {
    cancelled: () => {
      gaveUp ||= access.newestTicket() > ticket || performance.now() > end;
      return gaveUp;
    },
    progress: () => undefined,
  };
  const advice = adviseLength(model, chainOptions(model.settings), control, minProbability);
  if (!gaveUp && known.size < MOST_ADVICE) {
    known.set(minProbability, advice);
  }
  return advice;
}

function figuresOf({ snapshot, set }: Computation): WithoutLengths {
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
    thresholds: { medium: thresholds.medium, high: thresholds.high },
  };
}
