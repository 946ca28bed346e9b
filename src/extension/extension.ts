import type { ExtensionContext } from 'vscode';
import { chainCommands } from './features/chainCommands';
import { chainsView } from './features/chainsView';
import { computing } from './features/computing';
import { contextKeys } from './features/contextKeys';
import { diagnostics } from './features/diagnostics';
import { documentCommands } from './features/documents';
import { importModel } from './features/importModel';
import { languageFeatures } from './features/languageFeatures';
import { markChain } from './features/markChain';
import { modelView } from './features/modelView';
import { newModel } from './features/newModel';
import { pages } from './features/pages';
import { rating } from './features/rating';
import { statusBar } from './features/statusBar';
import { validation } from './features/validation';
import { whyNoChain } from './features/whyNoChain';
import { createServices, type Services } from './services';

/** What tests and other extensions may use. */
export interface TmgApi {
  readonly services: Services;
  /** Resolves when all TMG files of the workspace have been read and checked. */
  readonly loaded: Promise<void>;
  /** Milliseconds that activation took. */
  readonly activationTime: number;
}

/** Registers everything, then begins to read files. */
export function activate(context: ExtensionContext): TmgApi {
  const start = performance.now();
  const services = createServices(context);
  context.subscriptions.push(
    ...diagnostics(services),
    ...languageFeatures(services),
    ...computing(services),
    ...chainsView(services),
    ...pages(services),
    ...chainCommands(services),
    ...whyNoChain(services),
    ...documentCommands(services),
    ...importModel(services),
    ...rating(services),
    ...newModel(services),
    ...validation(services),
    ...modelView(services),
    ...markChain(services),
    ...statusBar(services),
    ...contextKeys(services),
  );
  const loaded = services.files.load().then(() => services.models.settled());
  loaded.catch((error: unknown) =>
    services.notifier.log.error('Reading the workspace failed', error as Error),
  );
  return { services, loaded, activationTime: performance.now() - start };
}
