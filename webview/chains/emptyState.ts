import type { ViewState } from '../../src/protocol/viewProtocol';
import { withinLength } from '../../src/threats/lengthSentences';
import { element } from '../dom';
import { button } from '../ui/controls';
import type { EmptyKind } from './emptyKind';

/** What the user does where there are no rows. */
export interface EmptyEvents {
  onCompute(): void;
  onClearFilters(): void;
}

/** Says why there are no rows, and what to do about it. */
export class EmptyState {
  readonly element = element('div', { class: 'empty' });
  private shown = '';

  constructor(private readonly events: EmptyEvents) {}

  show(kind: EmptyKind | undefined, { found, totals }: Pick<ViewState, 'found' | 'totals'>): void {
    this.element.hidden = kind === undefined;
    const shown = JSON.stringify([kind, kind === 'computing' && found, totals?.maxLength]);
    if (kind !== undefined && shown !== this.shown) {
      this.element.replaceChildren(...this.content(kind, totals?.maxLength));
    }
    this.shown = shown;
  }

  private content(kind: EmptyKind, maxLength = 0): HTMLElement[] {
    switch (kind) {
      case 'no-model':
        return [
          paragraph('There is no threat modeling graph in this workspace.'),
          paragraph(
            'It is made of files whose names end with .tmg.yaml or .tmg.csv. The command “TMG: New Model” begins one.',
          ),
        ];
      case 'not-computed':
        return [paragraph('The attack chains of this model have not been computed yet.'), this.compute()];
      case 'computing':
        return [paragraph('The attack chains are being computed.')];
      case 'no-chains':
        return [
          paragraph(`No attack chain leads from an entry point to an asset ${withinLength(maxLength)}.`),
          paragraph('The command “TMG: Why No Chain” tells what is in the way between two of them.'),
          this.compute(),
        ];
      case 'nothing-fits':
        return [
          paragraph('No chain fits the filters.'),
          button('Clear filters', () => this.events.onClearFilters(), { primary: true }).element,
        ];
    }
  }

  private compute(): HTMLElement {
    return button('Compute', () => this.events.onCompute(), { primary: true }).element;
  }
}

function paragraph(text: string): HTMLElement {
  return element('p', {}, text);
}
