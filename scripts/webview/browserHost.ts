import { History } from '../../src/extension/history';
import type { EditorActions } from '../../src/extension/views/pageRequests';
import { chainForPages } from '../../src/protocol/chainForPages';
import type { ChainDetail, ComputedChains, ModelSourceRequests } from '../../src/protocol/chainProtocol';
import type { Requester, RequestHandlers } from '../../src/protocol/endpoint';
import { isSameKey, narrowingOf, type SelectionKey } from '../../src/protocol/selectionKey';
import { sceneText } from '../../src/protocol/sceneText';
import { isViewParams } from '../../src/protocol/viewGuards';
import type { ViewRequests, ViewState } from '../../src/protocol/viewProtocol';
import type { ChainSelection } from '../../src/chains/chainSelection';
import { ChainServer } from '../../src/worker/chainServer';
import { layoutServer } from '../../src/worker/layoutServer';
import { ModelWorkspace } from '../../src/workspace/modelWorkspace';

/** Folder that the model has for the pages. */
export const ROOT = '/model';

interface Choice {
  readonly key: SelectionKey | undefined;
  readonly narrowing: readonly ChainSelection[];
}

/** What a page asked the editor to do, for tests to look at. */
export interface EditorCall {
  readonly method: string;
  readonly params: unknown;
}

/** Stands for the extension behind pages in an ordinary browser: the same engine, one model, and no editor. */
export class BrowserHost {
  /** What only an editor can do is written down. */
  readonly calls: EditorCall[] = [];
  readonly requests: RequestHandlers<ViewRequests>;
  private readonly model = new ModelWorkspace(ROOT);
  private readonly chains: ChainServer;
  private readonly history = new History<Choice>(
    (first, second) =>
      isSameKey(first.key, second.key) &&
      JSON.stringify(first.narrowing) === JSON.stringify(second.narrowing),
  );
  private readonly positions = new Map<string, readonly (readonly [string, number, number])[]>();
  private choice: Choice = { key: undefined, narrowing: [] };
  private chain: ChainDetail | undefined;
  private result: ComputedChains | undefined;
  private phase: ViewState['phase'] = 'none';
  private revision = 0;
  private follow = true;
  private cursor: SelectionKey | undefined;
  private ticket = 0;

  /**
   * @param texts of the model's files, by name
   * @param onState is told whenever the pages have something new to show
   */
  constructor(
    texts: Readonly<Record<string, string>>,
    private readonly onState: (state: ViewState) => void,
  ) {
    for (const [file, text] of Object.entries(texts)) {
      this.model.setText(file, text);
    }
    this.chains = new ChainServer(this.source, { notify: () => undefined }, () => this.ticket);
    this.requests = this.handlers();
  }

  get state(): ViewState {
    const { result, choice, phase, revision } = this;
    return {
      models: [{ root: ROOT, name: this.model.snapshot().model.name }],
      root: ROOT,
      revision,
      phase,
      found: 0,
      totals: result,
      selection: choice.key,
      chain: chainForPages(this.chain),
      narrowing: choice.narrowing,
      cursor: this.follow ? this.cursor : undefined,
      canGoBack: this.history.canGoBack,
      canGoForward: this.history.canGoForward,
      followCursor: this.follow,
    };
  }

  /** Answers a page, which may ask nothing but what the protocol says. */
  async answer(method: string, params: unknown): Promise<unknown> {
    const name = method as keyof ViewRequests;
    if (!isViewParams(name, params)) {
      throw new TypeError(`The page sent something else than ${method} takes`);
    }
    return (this.requests[name] as (value: unknown) => unknown)(params);
  }

  /** Changes a file, as an edit does, and computes again. */
  async edit(file: string, change: (text: string) => string): Promise<void> {
    const text = this.model.snapshot().records.find((records) => records.file === file)?.text ?? '';
    this.model.setText(file, change(text));
    this.phase = 'outdated';
    await this.changed();
    await this.compute();
  }

  /** Puts the cursor of a text on something. */
  async moveCursor(key: SelectionKey | undefined): Promise<void> {
    this.cursor = key;
    await this.changed();
  }

  async choose(
    key: SelectionKey | undefined,
    narrowing: readonly ChainSelection[] = narrowingOf(key) ?? this.choice.narrowing,
  ): Promise<void> {
    this.choice = { key, narrowing };
    this.history.visit(this.choice);
    await this.changed();
  }

  async compute(): Promise<void> {
    this.result = await this.chains.compute({ root: ROOT, ticket: ++this.ticket });
    this.phase = this.result ? 'current' : 'none';
    this.revision++;
    await this.changed();
    if (this.choice.key?.kind === 'chain' && !this.chain) {
      this.choice = { ...this.choice, key: undefined };
      await this.changed();
    }
  }

  private get source(): Requester<ModelSourceRequests> {
    return {
      request: async () => {
        const { version, records } = this.model.snapshot();
        return {
          version,
          changed: records.map(({ file, text }) => ({ file, text })),
          files: records.map(({ file }) => file),
        } as never;
      },
    };
  }

  private async changed(): Promise<void> {
    const { key } = this.choice;
    this.chain =
      key?.kind === 'chain' && this.phase === 'current'
        ? await this.chains.detail({ root: ROOT, key })
        : undefined;
    this.onState(this.state);
  }

  private handlers(): RequestHandlers<ViewRequests> {
    const { chains } = this;
    return {
      tableRows: (params) => chains.tableRows(params),
      tableGroups: (params) => chains.tableGroups(params),
      tableIndex: (params) => chains.tableIndex(params),
      tableFacets: (params) => chains.tableFacets(params),
      scene: (params) => chains.scene(params),
      summary: (params) => chains.summary(params),
      ready: async () => {
        if (this.phase === 'none') {
          await this.compute();
        }
        return this.state;
      },
      layout: (params) => this.layout(params),
      choose: async ({ key }) => {
        await this.choose(key);
        return undefined;
      },
      narrow: async ({ narrowing }) => {
        await this.choose(this.choice.key, narrowing);
        return undefined;
      },
      travel: async ({ by }) => {
        this.choice = this.history.travel(by) ?? this.choice;
        await this.changed();
        return undefined;
      },
      compute: async () => {
        await this.compute();
        return undefined;
      },
      cancel: () => undefined,
      showModel: () => undefined,
      followCursor: async ({ follow }) => {
        this.follow = follow;
        await this.changed();
        return undefined;
      },
      ...this.writtenDown(),
    };
  }

  private writtenDown(): Omit<EditorActions, 'followCursor'> {
    const write =
      (method: string) =>
      (params: unknown): undefined => {
        this.calls.push({ method, params });
      };
    return {
      openPlace: write('openPlace'),
      reveal: write('reveal'),
      showPage: write('showPage'),
      copyChain: write('copyChain'),
      exportTable: write('exportTable'),
      savePicture: write('savePicture'),
    };
  }

  private async layout({ kind, fresh }: ViewRequests['layout']['params']) {
    const scene = await sceneText((from) => this.chains.scene({ root: ROOT, from }));
    const kept = fresh ? [] : (this.positions.get(kind) ?? []);
    const { positions, keys } = await layoutServer.layout({ scene, kind, kept });
    this.positions.set(
      kind,
      keys.map((key, index) => [key, positions[index * 2] ?? 0, positions[index * 2 + 1] ?? 0]),
    );
    return { positions };
  }
}
