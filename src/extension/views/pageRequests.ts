import type { RequestHandlers } from '../../protocol/endpoint';
import { isViewParams } from '../../protocol/viewGuards';
import type { ChainViewRequests, ViewRequests, ViewState } from '../../protocol/viewProtocol';
import type { Services } from '../services';
import type { Layouts } from './layouts';

/** What a page asks for and only the editor can do. */
export type EditorActions = Pick<
  RequestHandlers<ViewRequests>,
  'openPlace' | 'reveal' | 'showPage' | 'copyChain' | 'exportTable' | 'savePicture' | 'followCursor'
>;

/** Answers to all that pages ask. What a page sends is checked; what does not fit is refused. */
export function pageRequests(
  services: Services,
  layouts: Layouts,
  actions: EditorActions,
  state: () => ViewState,
): RequestHandlers<ViewRequests> {
  const { threads, computations, selection, shownModel } = services;
  const forward =
    <Method extends keyof ChainViewRequests>(method: Method) =>
    (params: ViewRequests[Method]['params']): Promise<ViewRequests[Method]['result']> =>
      threads.chainEndpoint.request(method, params);
  const shownRoot = (): string | undefined => shownModel.model?.root;
  const compute = (root: string): void => {
    computations.compute(root).catch((error: unknown) => services.notifier.log.error(String(error)));
  };
  /** A page that is restored at the start is there before the files are: of a part of them, chains would be missing. */
  const computeFirst = async (): Promise<void> => {
    await services.models.settled();
    const root = shownRoot();
    if (root !== undefined && computations.state(root).phase === 'none') {
      compute(root);
    }
  };
  return guarded({
    tableRows: forward('tableRows'),
    tableGroups: forward('tableGroups'),
    tableIndex: forward('tableIndex'),
    tableFacets: forward('tableFacets'),
    scene: forward('scene'),
    summary: forward('summary'),
    ready: () => {
      void computeFirst();
      return state();
    },
    layout: async ({ root, kind, fresh }) => ({ positions: await layouts.positions(root, kind, fresh) }),
    choose: async ({ key }) => {
      const root = shownRoot();
      if (root !== undefined) {
        await selection.choose(root, key);
      }
      return undefined;
    },
    narrow: async ({ narrowing }) => {
      const root = shownRoot();
      if (root !== undefined) {
        await selection.narrow(root, narrowing);
      }
      return undefined;
    },
    travel: async ({ by }) => {
      await selection.travel(by);
      return undefined;
    },
    compute: () => {
      const root = shownRoot();
      if (root !== undefined) {
        compute(root);
      }
      return undefined;
    },
    cancel: () => {
      threads.nextTicket();
      return undefined;
    },
    showModel: ({ root }) => {
      shownModel.show(root);
      void computeFirst();
      return undefined;
    },
    ...actions,
  });
}

/** Refuses parameters of another shape than the protocol's. */
function guarded(handlers: RequestHandlers<ViewRequests>): RequestHandlers<ViewRequests> {
  const checked = Object.entries(handlers).map(([method, handler]) => [
    method,
    (params: unknown) => {
      if (!isViewParams(method as keyof ViewRequests, params)) {
        throw new TypeError(`The page sent something else than ${method} takes`);
      }
      return (handler as (params: unknown) => unknown)(params);
    },
  ]);
  return Object.fromEntries(checked) as RequestHandlers<ViewRequests>;
}
