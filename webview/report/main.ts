import type { ReportTable } from '../../src/report/reportTable';
import { element, setAttribute } from '../dom';
import { ChainTable } from './chainTable';
import { showScrollCues } from './scrollCues';

/** Gives the report what only a script can: the table of chains, and a graph that can be enlarged. */
function main(): void {
  const data = document.getElementById('chain-data')?.textContent;
  const place = document.getElementById('chain-table');
  if (data && place) {
    new ChainTable(place, JSON.parse(data) as ReportTable).start();
  }
  const image = document.getElementById('graph-image');
  const box = image?.closest('.scroller');
  if (image && box) {
    const button = element(
      'button',
      { type: 'button', class: 'plain enlarge', 'aria-pressed': 'false' },
      'Full size',
    );
    button.addEventListener('click', () => {
      setAttribute(button, 'aria-pressed', String(image.classList.toggle('full')));
    });
    (box.closest('.scroll-frame') ?? box).before(button);
  }
  showScrollCues();
}

main();
