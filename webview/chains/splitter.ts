import { element, setAttribute } from '../dom';
import { follow } from './gridHeader';

/** A bar between two parts, by which one of them is resized. */
export interface Splitter {
  readonly element: HTMLElement;
  /** @param isUpright whether the parts stand side by side */
  show(size: number, isUpright: boolean): void;
}

const STEP = 20;

/**
 * @param bounds what the part behind the bar may measure, in px
 * @param onSize is called all the time while the bar is dragged
 */
export function splitter(
  label: string,
  bounds: { readonly least: number; readonly most: number },
  onSize: (size: number) => void,
): Splitter {
  let size = 0;
  let isUpright = true;
  const bar = element('div', {
    class: 'splitter',
    role: 'separator',
    tabindex: 0,
    'aria-label': label,
    'aria-valuemin': bounds.least,
    'aria-valuemax': bounds.most,
  });
  const resize = (wanted: number): void => {
    onSize(Math.round(Math.min(bounds.most, Math.max(bounds.least, wanted))));
  };
  bar.addEventListener('pointerdown', (event) => {
    const start = size;
    bar.classList.add('active');
    follow(event, bar, {
      move: ({ clientX, clientY }) =>
        resize(start + (isUpright ? event.clientX - clientX : event.clientY - clientY)),
      end: () => bar.classList.remove('active'),
    });
  });
  bar.addEventListener('keydown', (event) => {
    const [more, less] = isUpright ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if ((event.key === more || event.key === less) && !event.altKey && !event.ctrlKey) {
      event.preventDefault();
      resize(size + (event.key === more ? STEP : -STEP));
    }
  });
  return {
    element: bar,
    show: (shown, upright) => {
      size = shown;
      isUpright = upright;
      setAttribute(bar, 'aria-valuenow', shown);
      setAttribute(bar, 'aria-orientation', upright ? 'vertical' : 'horizontal');
    },
  };
}
