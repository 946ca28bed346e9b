import { type Disposable, EventEmitter, window } from 'vscode';
import type { ModelItem } from '../protocol/languageProtocol';
import type { Computations } from './computations';
import type { Models } from './models';
import { resourcePath } from './resourcePath';

/** The model that pages show: the one last asked for, computed or chosen in, else that of the text last looked at. */
export class ShownModel implements Disposable {
  private readonly changedEmitter = new EventEmitter<void>();
  private readonly subscriptions: readonly Disposable[];
  private wanted: string | undefined;
  private looked: string | undefined;
  private known: ModelItem | undefined;

  readonly onDidChange = this.changedEmitter.event;

  constructor(
    private readonly models: Models,
    computations: Computations,
  ) {
    const look = (): void => {
      const document = window.activeTextEditor?.document;
      this.looked = (document && models.ofPath(resourcePath(document.uri)))?.root ?? this.looked;
      this.update();
    };
    this.subscriptions = [
      window.onDidChangeActiveTextEditor(look),
      models.onDidChange(look),
      computations.onDidChange((root) => {
        if (computations.state(root).phase === 'computing') {
          this.show(root);
        }
      }),
    ];
  }

  get model(): ModelItem | undefined {
    return (
      this.models.byRoot(this.wanted ?? '') ?? this.models.byRoot(this.looked ?? '') ?? this.models.all[0]
    );
  }

  /** Shows a model from now on. */
  show(root: string): void {
    this.wanted = root;
    this.update();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) {
      subscription.dispose();
    }
    this.changedEmitter.dispose();
  }

  private update(): void {
    const { model } = this;
    if (model !== this.known) {
      this.known = model;
      this.changedEmitter.fire();
    }
  }
}
