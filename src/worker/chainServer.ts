import { adviseLength } from '../chains/advise';
import { type ChainSelection, ChainSelector } from '../chains/chainSelector';
import type { ChainSet } from '../chains/chainSet';
import { chainFigures } from '../chains/chainFigures';
import { chainRating } from '../chains/chain';
import { computeChains } from '../chains/computeChains';
import type { ComputeControl } from '../chains/control';
import { groupChains, type ChainGroup, type Grouping } from '../chains/groupChains';
import { chainOptions } from '../chains/options';
import { explainWhy } from '../chains/why';
import { checkChains } from '../checks/checkModel';
import { entryPoints } from '../model/entryPoints';
import { ratingPlace } from '../model/origins';
import { relationPlace } from '../checks/places';
import type {
  ChainDetail,
  ChainEvents,
  ChainRequests,
  ChainRow,
  ComputedChains,
  GroupRow,
  ModelSourceRequests,
  WhyAnswer,
} from '../protocol/chainProtocol';
import { groupKeyText } from '../report/chainJson';
import { cutSentence, obstacleText } from '../report/explanation';
import { csvTable, jsonTable } from '../report/tableWriters';
import type { Chain } from '../chains/chain';
import { describeChain } from '../threats/description';
import { ModelWorkspace } from '../workspace/modelWorkspace';
import type { Snapshot } from '../workspace/snapshot';
import type { Notifier, RequestHandlers, Requester } from '../protocol/endpoint';
import { WirePlaces } from './wire';

const TABLE_PIECE = 1_000_000;
const PROGRESS_INTERVAL_MS = 100;

/** The newest computation of one model. */
interface Computation {
  readonly snapshot: Snapshot;
  readonly set: ChainSet;
  readonly selector: ChainSelector;
  readonly groups: Map<Grouping, readonly ChainGroup[]>;
  /** The table's generator, and how many chains it has written. */
  table: { readonly format: string; readonly pieces: Generator<string>; written: number } | undefined;
}

/** Computes chains of the models that the language thread knows, and answers questions about the results. */
export class ChainServer implements RequestHandlers<ChainRequests> {
  private readonly models = new Map<string, { readonly workspace: ModelWorkspace; version: number }>();
  private readonly computations = new Map<string, Computation>();

  /**
   * @param source where models come from
   * @param host whom to tell about progress
   * @param newestTicket the shared flag: a computation with a lower ticket is cancelled
   */
  constructor(
    private readonly source: Requester<ModelSourceRequests>,
    private readonly host: Notifier<ChainEvents>,
    private readonly newestTicket: () => number,
  ) {}

  readonly compute = async ({
    root,
    ticket,
  }: ChainRequests['compute']['params']): Promise<ComputedChains | undefined> => {
    const snapshot = await this.load(root);
    if (!snapshot || this.newestTicket() > ticket) {
      return undefined;
    }
    const { model, origins } = snapshot;
    const start = performance.now();
    const set = computeChains(model, chainOptions(model.settings), this.control(root, ticket));
    const milliseconds = performance.now() - start;
    if (this.newestTicket() > ticket) {
      return undefined;
    }
    this.computations.set(root, {
      snapshot,
      set,
      selector: new ChainSelector(set),
      groups: new Map(),
      table: undefined,
    });
    const places = new WirePlaces(snapshot);
    const worst = set.size > 0 ? set.probability(0) : undefined;
    return {
      root,
      model: model.name,
      // That of the language thread, whose versions the host knows.
      version: this.models.get(root)?.version ?? 0,
      total: set.counts.total,
      totalIsLowerBound: set.counts.totalIsLowerBound,
      kept: set.size,
      complete: set.complete,
      byType: [...set.counts.byType].filter(([, chains]) => chains > 0),
      worst:
        worst === undefined
          ? undefined
          : { probability: worst, rating: chainRating(worst, model.settings.thresholds) },
      milliseconds,
      figures: chainFigures(set),
      problems: checkChains({ model, origins, chains: set }).map((problem) => places.problem(problem)),
    };
  };

  readonly rows = ({ root, selection, from, count }: ChainRequests['rows']['params']) => {
    const computation = this.computations.get(root);
    if (!computation) {
      return { total: 0, rows: [] };
    }
    const { set, selector } = computation;
    const positions = selector.positions(selection);
    const page = positions.subarray(from, from + count);
    return { total: positions.length, rows: Array.from(page, (position) => rowOf(set, position)) };
  };

  readonly groups = ({ root, grouping, from, count }: ChainRequests['groups']['params']) => {
    const computation = this.computations.get(root);
    if (!computation) {
      return { total: 0, groups: [] };
    }
    let groups = computation.groups.get(grouping);
    if (!groups) {
      groups = groupChains(computation.set, [grouping]);
      computation.groups.set(grouping, groups);
    }
    const { set } = computation;
    return {
      total: groups.length,
      groups: groups.slice(from, from + count).map((group) => groupRow(set, grouping, group)),
    };
  };

  readonly detail = ({ root, position }: ChainRequests['detail']['params']): ChainDetail | undefined => {
    const computation = this.computations.get(root);
    return computation && position >= 0 && position < computation.set.size
      ? detailOf(computation.snapshot, computation.set.chain(position), position)
      : undefined;
  };

  readonly why = async ({ root, from, to, ticket }: ChainRequests['why']['params']): Promise<WhyAnswer> => {
    const snapshot = await this.load(root);
    if (!snapshot) {
      return { best: undefined, cuts: [] };
    }
    const { model, origins } = snapshot;
    const options = chainOptions(model.settings, { from: new Set([from]), to: new Set([to]) });
    const { best, cuts } = explainWhy(model, options, this.control(root, ticket));
    const places = new WirePlaces(snapshot);
    return {
      best: best && detailOf(snapshot, best, -1),
      cuts: cuts.map((cut) => ({
        sentence: cutSentence(cut),
        steps: cut.relations.map((relation) => {
          const place = relationPlace(origins, relation.component, relation.interface);
          return { label: obstacleText(relation), place: place && places.place(place) };
        }),
      })),
    };
  };

  readonly advise = async ({ root, minProbability, ticket }: ChainRequests['advise']['params']) => {
    const snapshot = await this.load(root);
    if (!snapshot) {
      return { lengths: [], advised: 0, complete: true };
    }
    const options = chainOptions(snapshot.model.settings, { minProbability });
    return adviseLength(snapshot.model, options, this.control(root, ticket));
  };

  readonly endpoints = async ({ root }: ChainRequests['endpoints']['params']) => {
    const model = (await this.load(root))?.model;
    return {
      entries: model ? entryPoints(model).map(({ name }) => name) : [],
      assets: model
        ? [...model.assets.values()].map(({ id, name, component }) => ({ id, name, component }))
        : [],
      minProbability: model?.settings.minProbability ?? 0,
    };
  };

  readonly table = ({ root, format, from }: ChainRequests['table']['params']) => {
    const computation = this.computations.get(root);
    if (!computation) {
      return { text: '', next: undefined };
    }
    if (from === 0 || computation.table?.written !== from || computation.table.format !== format) {
      const write = format === 'csv' ? csvTable : jsonTable;
      computation.table = { format, pieces: write(computation.set), written: 0 };
    }
    const { table } = computation;
    let text = '';
    while (text.length < TABLE_PIECE) {
      const piece = table.pieces.next();
      if (piece.done) {
        computation.table = undefined;
        return { text, next: undefined };
      }
      text += piece.value;
      table.written++;
    }
    return { text, next: table.written };
  };

  readonly clear = ({ root }: ChainRequests['clear']['params']): undefined => {
    this.computations.delete(root);
  };

  /** The model as its files are now; only what changed is sent and read again. */
  private async load(root: string): Promise<Snapshot | undefined> {
    const known = this.models.get(root);
    const changes = await this.source.request('changes', { root, since: known?.version ?? -1 });
    if (!changes) {
      this.models.delete(root);
      this.computations.delete(root);
      return undefined;
    }
    const model = known ?? { workspace: new ModelWorkspace(root), version: -1 };
    this.models.set(root, model);
    for (const { file, text } of changes.changed) {
      model.workspace.setText(file, text);
    }
    model.workspace.keepOnly(new Set(changes.files));
    model.version = changes.version;
    return model.workspace.snapshot();
  }

  private control(root: string, ticket: number): ComputeControl {
    let last = performance.now();
    return {
      cancelled: () => this.newestTicket() > ticket,
      progress: (found) => {
        const now = performance.now();
        if (now - last >= PROGRESS_INTERVAL_MS) {
          last = now;
          this.host.notify('progress', { root, ticket, found });
        }
      },
    };
  }
}

function rowOf(set: ChainSet, position: number): ChainRow {
  const probability = set.probability(position);
  const { name: asset, component } = set.asset(position);
  return {
    position,
    probability,
    rating: chainRating(probability, set.model.settings.thresholds),
    type: set.type(position),
    path: set.path(position),
    asset,
    component,
  };
}

function groupRow(set: ChainSet, grouping: Grouping, group: ChainGroup): GroupRow {
  const [key] = group.key;
  const worst = set.probability(group.best);
  return {
    selection: selectionOf(grouping, key),
    label: grouping === 'asset' ? assetLabel(set, group.best) : groupKeyText(group.key),
    chains: group.chains,
    medium: group.medium,
    worst,
    rating: chainRating(worst, set.model.settings.thresholds),
  };
}

function assetLabel(set: ChainSet, position: number): string {
  const { name, component } = set.asset(position);
  return `${name} of ${component}`;
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

function detailOf(snapshot: Snapshot, chain: Chain, position: number): ChainDetail {
  const places = new WirePlaces(snapshot);
  return {
    position,
    id: chain.id,
    root: snapshot.root,
    probability: chain.probability,
    rating: chain.rating,
    type: chain.type,
    path: chain.path,
    asset: chain.asset.name,
    component: chain.asset.component,
    description: describeChain(chain, snapshot.model),
    steps: chain.steps.map(({ interface: name, component, relation, ratedType, rating }) => {
      const place = ratingPlace(snapshot.origins, relation, ratedType, rating);
      return {
        interface: name,
        component: component.name,
        ratedType,
        score: rating.score,
        vector: rating.vector?.text,
        byRule: rating.rule !== undefined,
        source: place && places.place(place),
      };
    }),
  };
}
