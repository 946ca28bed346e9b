import { element } from '../dom';
import { checkbox, type Checkbox } from './controls';
import { closeOutside } from './popover';

/** Several of many: a button that opens a list of boxes to tick. */
export interface Checklist {
  readonly element: HTMLElement;
  /** Boxes that are there already stay, so that the focus does. */
  setItems(
    items: readonly { readonly value: string; readonly label: string }[],
    chosen: readonly string[],
  ): void;
}

/**
 * @param label what is chosen, "Types"; the button shows how many are
 * @param onChange gets the values that are ticked, in the order of the items
 */
export function checklist(
  label: string,
  onChange: (chosen: readonly string[]) => void,
  { showsCount = true }: { readonly showsCount?: boolean } = {},
): Checklist {
  const summary = element('summary', { class: 'checklist-button' }, label);
  const list = element('div', { class: 'checklist-items', role: 'group', 'aria-label': label });
  const details = element('details', { class: 'checklist' }, summary, list);
  const boxes = new Map<string, Checkbox>();
  let shown = '';
  let chosen = new Set<string>();
  const showCount = (): void => {
    const isCounted = showsCount && chosen.size > 0;
    summary.textContent = isCounted ? `${label} (${chosen.size})` : label;
    summary.classList.toggle('active', isCounted);
  };
  const makeBox = (value: string, text: string): HTMLElement => {
    const box = checkbox(text, chosen.has(value), (checked) => {
      if (checked) {
        chosen.add(value);
      } else {
        chosen.delete(value);
      }
      showCount();
      onChange([...boxes.keys()].filter((key) => chosen.has(key)));
    });
    boxes.set(value, box);
    return box.element;
  };
  closeOutside(details, summary);
  return {
    element: details,
    setItems: (items, values) => {
      chosen = new Set(values);
      const wanted = JSON.stringify(items);
      if (wanted !== shown) {
        shown = wanted;
        boxes.clear();
        list.replaceChildren(...items.map(({ value, label: text }) => makeBox(value, text)));
      } else {
        boxes.forEach((box, value) => box.setChecked(chosen.has(value)));
      }
      details.hidden = items.length === 0;
      showCount();
    },
  };
}
