/** Gives a cell its text as a tooltip where a part of it is cut off. */
export function showCut(target: EventTarget | null): void {
  const cell = target instanceof Element ? target.closest<HTMLElement>('.cell, .group-label') : null;
  const isCut = [cell, ...(cell?.children ?? [])].some(
    (part) => part && part.scrollWidth > part.clientWidth + 1,
  );
  if (cell) {
    cell.title = isCut ? (cell.textContent ?? '') : '';
  }
}

/** Makes elements the children of another one, in their order, and leaves alone those that are in place. */
export function place(parent: HTMLElement, children: readonly HTMLElement[]): void {
  let next = parent.firstElementChild;
  for (const child of children) {
    if (child === next) {
      next = next.nextElementSibling;
    } else {
      parent.insertBefore(child, next);
    }
  }
  while (next) {
    const gone = next;
    next = next.nextElementSibling;
    gone.remove();
  }
}
