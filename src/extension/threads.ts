import { MessageChannel, Worker } from 'node:worker_threads';
import { type Disposable, EventEmitter, l10n } from 'vscode';
import type { ChainEvents, ChainRequests } from '../protocol/chainProtocol';
import type { ChainViewRequests } from '../protocol/viewProtocol';
import type { DocumentRequests } from '../protocol/documentProtocol';
import type { LanguageEvents, LanguageNotifications, LanguageRequests } from '../protocol/languageProtocol';
import type { LayoutRequests } from '../protocol/layoutProtocol';
import type { Nothing } from '../protocol/rpc';
import { Endpoint } from '../protocol/endpoint';
import type { ThreadData } from '../worker/threadData';
import type { Notifier } from './notifier';

/** How often a thread that crashes is started again before the extension gives up. */
const MOST_CRASHES = 5;

type ChainThreadRequests = ChainRequests & ChainViewRequests & DocumentRequests;

interface Running<End> {
  readonly worker: Worker;
  readonly endpoint: End;
}

/** The language, the chain and the layout thread: started when first needed, and again when they crash. */
export class Threads implements Disposable {
  private readonly checkedEmitter = new EventEmitter<LanguageEvents['checked']>();
  private readonly progressEmitter = new EventEmitter<ChainEvents['progress']>();
  private readonly restartedEmitter = new EventEmitter<void>();
  private readonly cancelFlag = new SharedArrayBuffer(4);
  private language: Running<Endpoint<LanguageRequests, LanguageNotifications>> | undefined;
  private chains: Running<Endpoint<ChainThreadRequests, Nothing>> | undefined;
  private layouts: Running<Endpoint<LayoutRequests, Nothing>> | undefined;
  private crashes = 0;
  private disposed = false;

  /** Models and problems after a change. */
  readonly onChecked = this.checkedEmitter.event;
  readonly onProgress = this.progressEmitter.event;
  /** A fresh language thread knows no file: all have to be sent again. */
  readonly onLanguageRestarted = this.restartedEmitter.event;

  /** @param file path of the threads' script */
  constructor(
    private readonly file: string,
    private readonly notifier: Notifier,
  ) {}

  /** Answers what the editor asks about texts. */
  get languageEndpoint(): Endpoint<LanguageRequests, LanguageNotifications> {
    this.language ??= this.startLanguage();
    return this.language.endpoint;
  }

  /** Computes chains. */
  get chainEndpoint(): Endpoint<ChainThreadRequests, Nothing> {
    this.chains ??= this.startChains();
    return this.chains.endpoint;
  }

  /** Arranges drawings. */
  get layoutEndpoint(): Endpoint<LayoutRequests, Nothing> {
    this.layouts ??= this.startLayouts();
    return this.layouts.endpoint;
  }

  /** A ticket for a new computation; all with a lower one are cancelled. */
  nextTicket(): number {
    return Atomics.add(new Int32Array(this.cancelFlag), 0, 1) + 1;
  }

  /** Ends the chain thread at once; the next request starts a fresh one. */
  async terminateChains(): Promise<void> {
    await this.chains?.worker.terminate();
  }

  dispose(): void {
    this.disposed = true;
    this.nextTicket();
    for (const running of [this.language, this.chains, this.layouts]) {
      running?.endpoint.close(new Error('The extension is being stopped'));
      void running?.worker.terminate();
    }
    for (const emitter of [this.checkedEmitter, this.progressEmitter, this.restartedEmitter]) {
      emitter.dispose();
    }
  }

  private startLanguage(): Running<Endpoint<LanguageRequests, LanguageNotifications>> {
    const worker = this.start({ role: 'language' }, [], () => {
      this.language = undefined;
      this.stopChains();
      this.notifier.error(
        l10n.t('Validation of TMG files stopped unexpectedly and was started again.'),
        undefined,
      );
      this.restartedEmitter.fire();
    });
    const endpoint = new Endpoint<LanguageRequests, LanguageNotifications>(worker).serve(
      {},
      { checked: (event: LanguageEvents['checked']) => this.checkedEmitter.fire(event) },
    );
    return { worker, endpoint };
  }

  private startChains(): Running<Endpoint<ChainThreadRequests, Nothing>> {
    const { port1, port2 } = new MessageChannel();
    void this.languageEndpoint;
    this.language?.worker.postMessage({ chainPort: port1 }, [port1]);
    const data: ThreadData = { role: 'chains', source: port2, cancelFlag: this.cancelFlag };
    const worker = this.start(data, [port2], (error) => {
      this.chains = undefined;
      const memory = (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.notifier.error(
        memory
          ? l10n.t('The computation of attack chains ran out of memory; lower maxChains or maxLength.')
          : l10n.t('The computation of attack chains stopped unexpectedly; compute again.'),
        error,
      );
    });
    const endpoint = new Endpoint<ChainThreadRequests, Nothing>(worker).serve(
      {},
      { progress: (event: ChainEvents['progress']) => this.progressEmitter.fire(event) },
    );
    return { worker, endpoint };
  }

  private startLayouts(): Running<Endpoint<LayoutRequests, Nothing>> {
    const worker = this.start({ role: 'layout' }, [], (error) => {
      this.layouts = undefined;
      this.notifier.error(l10n.t('Arranging the graph stopped unexpectedly; choose a layout again.'), error);
    });
    return { worker, endpoint: new Endpoint<LayoutRequests, Nothing>(worker) };
  }

  private stopChains(): void {
    const running = this.chains;
    this.chains = undefined;
    running?.endpoint.close(new Error('The thread is being started again'));
    void running?.worker.terminate();
  }

  private start(
    data: ThreadData,
    transferList: readonly import('node:worker_threads').MessagePort[],
    onCrash: (error: unknown) => void,
  ): Worker {
    const worker = new Worker(this.file, { workerData: data, transferList: [...transferList] });
    let cause: unknown;
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', () => {
      const running = [this.language, this.chains, this.layouts].find(
        (candidate) => candidate?.worker === worker,
      );
      if (!running || this.disposed) {
        return;
      }
      running.endpoint.close(cause instanceof Error ? cause : new Error('The thread ended'));
      this.crashes++;
      if (this.crashes <= MOST_CRASHES) {
        onCrash(cause);
      } else {
        this.notifier.error(l10n.t('TMG Workbench crashed repeatedly; reload the window.'), cause);
      }
    });
    return worker;
  }
}
