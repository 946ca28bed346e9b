import { element } from '../dom';
import { closeOutside } from './popover';

/** Controls that stand in a row where there is room, else behind a button. */
export interface Foldable {
  readonly element: HTMLElement;
  setFolded(folded: boolean): void;
}

/** @param label of the button */
export function foldable(label: string, content: HTMLElement): Foldable {
  const summary = element('summary', { class: 'checklist-button' }, label);
  const details = element('details', { class: 'checklist' }, summary);
  const holder = element('div', { class: 'foldable' }, content);
  closeOutside(details, summary);
  let isFolded = false;
  return {
    element: holder,
    setFolded: (folded) => {
      if (folded !== isFolded) {
        isFolded = folded;
        if (folded) {
          content.classList.add('checklist-items');
          details.append(content);
          holder.append(details);
        } else {
          content.classList.remove('checklist-items');
          holder.replaceChildren(content);
        }
      }
    },
  };
}
