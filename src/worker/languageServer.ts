import type { ChainFigures } from '../chains/chainFigures';
import type { ModelChanges, ModelSourceRequests } from '../protocol/chainProtocol';
import type { LanguageEvents, LanguageNotifications, LanguageRequests } from '../protocol/languageProtocol';
import { relativePath } from '../workspace/paths';
import type { Snapshot } from '../workspace/snapshot';
import { WorkspaceModels } from '../workspace/workspaceModels';
import type { NotificationHandlers, Notifier, RequestHandlers } from '../protocol/endpoint';
import type { DocumentContext } from './requests/access';
import { languageRequests } from './requests/languageRequests';
import { ProblemPublisher } from './problemPublisher';
import { WirePlaces } from './wire';

/** Knows all models of the workspace: publishes their problems and answers what the editor asks. */
export class LanguageServer {
  private readonly models = new WorkspaceModels();
  private readonly publisher = new ProblemPublisher(this.models);
  private readonly figures = new Map<string, ChainFigures>();
  private readonly places = new WeakMap<Snapshot, WirePlaces>();
  private change = 0;
  private scheduled = false;

  /**
   * @param host whom to tell about problems
   * @param schedule runs a function when all messages that wait have been taken in
   */
  constructor(
    private readonly host: Notifier<LanguageEvents>,
    private readonly schedule: (work: () => void) => void,
  ) {}

  readonly notifications: NotificationHandlers<LanguageNotifications> = {
    tops: ({ tops }) => {
      this.models.setTops(tops);
      this.publishSoon();
    },
    file: ({ path, content, change }) => {
      this.change = change;
      this.models.set(path, content);
      this.publishSoon();
    },
    removed: ({ path, change }) => {
      this.change = change;
      this.models.remove(path);
      this.publishSoon();
    },
    figures: ({ root, figures }) => {
      if (figures) {
        this.figures.set(root, figures);
      } else {
        this.figures.delete(root);
      }
    },
  };

  readonly requests: RequestHandlers<LanguageRequests> = languageRequests({
    context: (path) => this.contextOf(path),
    snapshots: () => this.models.allRoots().flatMap((root) => this.models.snapshot(root) ?? []),
    snapshot: (root) => this.models.snapshot(root),
    placesOf: (snapshot) => this.placesOf(snapshot),
    figuresOf: (root) => this.figures.get(root),
  });

  readonly source: RequestHandlers<ModelSourceRequests> = {
    changes: ({ root, since }) => this.changes(root, since),
  };

  private changes(root: string, since: number): ModelChanges | undefined {
    const snapshot = this.models.snapshot(root);
    return (
      snapshot && {
        version: snapshot.version,
        changed: this.models.changedSince(root, since).map(({ file, text }) => ({ file, text })),
        files: snapshot.records.map(({ file }) => file),
      }
    );
  }

  private contextOf(path: string): DocumentContext | undefined {
    const root = this.models.rootOf(path);
    const snapshot = root === undefined ? undefined : this.models.snapshot(root);
    return root === undefined || !snapshot
      ? undefined
      : {
          snapshot,
          file: relativePath(root, path),
          places: this.placesOf(snapshot),
          figures: this.figures.get(root),
        };
  }

  private placesOf(snapshot: Snapshot): WirePlaces {
    let places = this.places.get(snapshot);
    if (!places) {
      places = new WirePlaces(snapshot);
      this.places.set(snapshot, places);
    }
    return places;
  }

  private publishSoon(): void {
    if (!this.scheduled) {
      this.scheduled = true;
      this.schedule(() => {
        this.scheduled = false;
        this.host.notify('checked', this.publisher.collect(this.change));
      });
    }
  }
}
