import { element } from '../dom';
import { checkbox, type Checkbox } from './controls';

/** Several of many: a button that opens a list of boxes to tick. */
export interface Checklist {
  readonly element: HTMLElement;
  setItems(
    items: readonly { readonly value: string; readonly label: string }[],
    chosen: readonly string[],
  ): void;
}

/**
 * @param label what is chosen, "Types"; the button shows how many are
 * @param onChange gets the values that are ticked, in the order of the items
 */
export function checklist(label: string, onChange: (chosen: readonly string[]) => void): Checklist {
  const summary = element('summary', { class: 'checklist-button' }, label);
  const list = element('div', { class: 'checklist-items', role: 'group', 'aria-label': label });
  const details = element('details', { class: 'checklist' }, summary, list);
  const boxes = new Map<string, Checkbox>();
  let chosen = new Set<string>();
  const showCount = (): void => {
    summary.textContent = chosen.size > 0 ? `${label} (${chosen.size})` : label;
    summary.classList.toggle('active', chosen.size > 0);
  };
  const close = (): void => {
    details.open = false;
  };
  details.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && details.open) {
      event.stopPropagation();
      close();
      summary.focus();
    }
  });
  details.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !details.contains(relatedTarget)) {
      close();
    }
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !details.contains(target)) {
      close();
    }
  });
  return {
    element: details,
    setItems: (items, values) => {
      chosen = new Set(values);
      boxes.clear();
      list.replaceChildren(
        ...items.map(({ value, label: text }) => {
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
        }),
      );
      details.hidden = items.length === 0;
      showCount();
    },
  };
}
