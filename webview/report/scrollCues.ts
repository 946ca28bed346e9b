import { element } from '../dom';

const HINT = 'Wider than the page: scroll sideways, or use the arrow keys, to see the rest.';
/** Less than this is hidden by rounding only. */
const LEAST = 2;

/** Shows at every box that scrolls on which sides there is more, and says of what is too wide that it can be scrolled. */
export function showScrollCues(): void {
  for (const frame of document.querySelectorAll<HTMLElement>('.scroll-frame')) {
    const box = frame.querySelector<HTMLElement>('.scroller');
    if (box) {
      watch(frame, box);
    }
  }
}

function watch(frame: HTMLElement, box: HTMLElement): void {
  const hint = element('p', { class: 'scroll-hint' }, HINT);
  hint.hidden = true;
  frame.before(hint);
  const update = (): void => {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = box;
    const more = {
      left: scrollLeft >= LEAST,
      right: scrollWidth - clientWidth - scrollLeft >= LEAST,
      up: scrollTop >= LEAST,
      down: scrollHeight - clientHeight - scrollTop >= LEAST,
    };
    frame.dataset['more'] = Object.entries(more)
      .flatMap(([side, isThere]) => (isThere ? [side] : []))
      .join(' ');
    hint.hidden = scrollWidth - clientWidth < LEAST;
  };
  box.addEventListener('scroll', update, { passive: true });
  const observer = new ResizeObserver(update);
  observer.observe(box);
  // What is in the box can grow without it.
  for (const child of box.children) {
    observer.observe(child);
  }
  update();
}
