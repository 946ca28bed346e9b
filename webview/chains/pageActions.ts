import type { ChainSelection } from '../../src/chains/chainSelection';
import type { FilePlace } from '../../src/protocol/places';
import type { PageName, ViewRequests } from '../../src/protocol/viewProtocol';
import type { Host } from '../host';
import type { Chooser } from './chooser';

/** What the page only passes on to the host. */
export class PageActions {
  /** @param onFailure is told why something could not be done */
  constructor(
    private readonly host: Host,
    private readonly chooser: Pick<Chooser, 'forget'>,
    private readonly onFailure: (message: string) => void,
  ) {}

  readonly compute = (): void => this.tell('compute', {});
  readonly cancel = (): void => this.tell('cancel', {});
  readonly reveal = (): void => this.tell('reveal', {});
  readonly clear = (): void => {
    this.chooser.forget();
    this.tell('choose', { key: undefined });
  };
  readonly copy = (): void => this.tell('copyChain', {});
  readonly travel = (by: -1 | 1): void => this.tell('travel', { by });
  readonly narrow = (narrowing: readonly ChainSelection[]): void => this.tell('narrow', { narrowing });
  readonly openPlace = (place: FilePlace): void => this.tell('openPlace', { place });
  readonly showModel = (root: string): void => this.tell('showModel', { root });
  readonly showPage = (page: PageName): void => this.tell('showPage', { page });
  readonly exportTable = (params: ViewRequests['exportTable']['params']): void =>
    this.tell('exportTable', params);

  private tell<Method extends keyof ViewRequests>(
    method: Method,
    params: ViewRequests[Method]['params'],
  ): void {
    this.host.request(method, params).catch((error: unknown) => {
      this.onFailure(error instanceof Error ? error.message : String(error));
    });
  }
}
