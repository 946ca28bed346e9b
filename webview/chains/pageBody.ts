import { element } from '../dom';
import { DETAIL_BOUNDS, type DetailState } from './pageState';
import { splitter } from './splitter';

/** From this width on the explanation stands beside the table, in px. */
const WIDE_FROM = 760;

/** The table and the explanation: side by side where there is room, else one below the other. */
export class PageBody {
  readonly element: HTMLElement;
  private state: DetailState | undefined;
  private isWide = true;
  private readonly bar = splitter('Size of the explanation', DETAIL_BOUNDS, (size) => this.resize(size));

  constructor(
    table: readonly HTMLElement[],
    private readonly detail: HTMLElement,
    private readonly onChange: (state: DetailState) => void,
  ) {
    this.element = element(
      'div',
      { class: 'body' },
      element('div', { class: 'table' }, ...table),
      this.bar.element,
      detail,
    );
    new ResizeObserver(() => this.arrange()).observe(this.element);
  }

  show(state: DetailState): void {
    this.state = state;
    this.arrange();
  }

  private arrange(): void {
    if (!this.state) {
      return;
    }
    const { isOpen, width, height } = this.state;
    this.isWide = this.element.clientWidth >= WIDE_FROM;
    const size = this.isWide ? width : height;
    this.element.classList.toggle('wide', this.isWide);
    this.element.style.setProperty('--detail-size', `${size}px`);
    this.detail.hidden = !isOpen;
    this.bar.element.hidden = !isOpen;
    this.bar.show(size, this.isWide);
  }

  private resize(size: number): void {
    if (this.state) {
      this.onChange(this.isWide ? { ...this.state, width: size } : { ...this.state, height: size });
    }
  }
}
