import { chainRating } from '../chains/chain';
import { chainFigures } from '../chains/chainFigures';
import { computeChains } from '../chains/computeChains';
import type { ComputeControl } from '../chains/control';
import { chainOptions } from '../chains/options';
import { checkChains } from '../checks/checkModel';
import type {
  ChainEvents,
  ChainRequests,
  ComputedChains,
  ModelSourceRequests,
} from '../protocol/chainProtocol';
import type { Notifier, RequestHandlers, Requester } from '../protocol/endpoint';
import type { DocumentRequests } from '../protocol/documentProtocol';
import type { ChainViewRequests } from '../protocol/viewProtocol';
import type { Sentences } from '../threats/description';
import { ThreatTable } from '../threats/threatTable';
import { ModelWorkspace } from '../workspace/modelWorkspace';
import type { Snapshot } from '../workspace/snapshot';
import { detailRequests } from './requests/chainDetail';
import type { ChainAccess, Computation } from './requests/computation';
import { questionRequests } from './requests/modelQuestions';
import { sceneRequests } from './requests/scene';
import { summaryRequests } from './requests/summary';
import { tableRequests } from './requests/table';
import { documentRequests } from './requests/documents';
import { WirePlaces } from './wire';

const PROGRESS_INTERVAL_MS = 100;

/** Computes chains of the models that the language thread knows, and answers questions about the results. */
export class ChainServer implements RequestHandlers<ChainRequests & ChainViewRequests & DocumentRequests> {
  private readonly models = new Map<string, { readonly workspace: ModelWorkspace; version: number }>();
  private readonly computations = new Map<string, Computation>();
  private sentences: Sentences = 'plain';

  private readonly access: ChainAccess = {
    computation: (root) => this.computations.get(root),
    load: (root) => this.load(root),
    control: (root, ticket) => this.control(root, ticket),
    newestTicket: () => this.newestTicket(),
    sentences: () => this.sentences,
  };
  private readonly questions = questionRequests(this.access);
  private readonly tables = tableRequests(this.access);
  private readonly documents = documentRequests(this.access);

  readonly detail = detailRequests(this.access).detail;
  readonly why = this.questions.why;
  readonly advise = this.questions.advise;
  readonly endpoints = this.questions.endpoints;
  readonly tableRows = this.tables.tableRows;
  readonly tableGroups = this.tables.tableGroups;
  readonly tableIndex = this.tables.tableIndex;
  readonly tableFacets = this.tables.tableFacets;
  readonly document = this.documents.document;
  readonly importFiles = this.documents.importFiles;
  readonly scene = sceneRequests(this.access).scene;
  readonly summary = summaryRequests(this.access).summary;

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
    sentences = 'plain',
  }: ChainRequests['compute']['params']): Promise<ComputedChains | undefined> => {
    this.sentences = sentences;
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
    this.computations.set(root, { snapshot, set, table: new ThreatTable(set, sentences), sentences });
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
      maxLength: set.options.maxLength,
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
