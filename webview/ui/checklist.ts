import { element, setAttribute } from '../dom';
import { checkbox, type Checkbox } from './controls';
import { closeOutside } from './popover';

/** Something that can be ticked. */
export interface ChecklistItem {
  readonly value: string;
  readonly label: string;
}

/** Several of many: a button that opens a list of boxes to tick. */
export interface Checklist {
  readonly element: HTMLElement;
  /** Boxes that are there already stay, so that the focus does. */
  setItems(items: readonly ChecklistItem[], chosen: readonly string[]): void;
}

/**
 * @param label what is chosen, "Types"; the button shows how many are
 * @param onChange gets the values that are ticked, in the order of the items
 * @param icon name of a codicon; then the button shows neither label nor number
 */
export function checklist(
  label: string,
  onChange: (chosen: readonly string[]) => void,
  { icon }: { readonly icon?: string } = {},
): Checklist {
  const summary = element('summary', { class: 'checklist-button', title: label }, label);
  const list = element('div', { class: 'checklist-items', role: 'group', 'aria-label': label });
  const details = element('details', { class: 'checklist' }, summary, list);
  const boxes = new Map<string, Checkbox>();
  let shown = '';
  let known: readonly ChecklistItem[] = [];
  let chosen = new Set<string>();
  if (icon !== undefined) {
    setAttribute(summary, 'aria-label', label);
    summary.classList.add('icon');
    summary.replaceChildren(element('span', { class: `codicon codicon-${icon}`, 'aria-hidden': 'true' }));
  }
  const showCount = (): void => {
    if (icon === undefined) {
      summary.textContent = chosen.size > 0 ? `${label} (${chosen.size})` : label;
      summary.classList.toggle('active', chosen.size > 0);
    }
  };
  const makeBox = (value: string, text: string): HTMLElement => {
    const box = checkbox(text, chosen.has(value), (checked) => {
      if (checked) {
        chosen.add(value);
      } else {
        chosen.delete(value);
      }
      showCount();
      onChange(known.map((item) => item.value).filter((each) => chosen.has(each)));
    });
    boxes.set(value, box);
    return box.element;
  };
  /** Boxes are made when they are to be seen: there can be thousands. */
  const fill = (): void => {
    if (details.open && boxes.size === 0) {
      list.replaceChildren(...known.map((item) => makeBox(item.value, item.label)));
    }
  };
  details.addEventListener('toggle', fill);
  closeOutside(details, summary);
  return {
    element: details,
    setItems: (items, values) => {
      chosen = new Set(values);
      const wanted = JSON.stringify(items);
      if (wanted !== shown) {
        shown = wanted;
        known = items;
        boxes.clear();
        list.replaceChildren();
        fill();
      } else {
        boxes.forEach((box, value) => box.setChecked(chosen.has(value)));
      }
      details.hidden = items.length === 0;
      showCount();
    },
  };
}
