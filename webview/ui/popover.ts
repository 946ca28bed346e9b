/** Closes an open list on Escape, which goes no further, and as soon as something outside of it is used. */
export function closeOutside(details: HTMLDetailsElement, summary: HTMLElement): void {
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
}
