import type { ChainRating } from '../../chains/chain';
import { joined, type Markup, tag } from './markup';

/** A name, which may be written from right to left, kept apart from the text around it. */
export function nameOf(name: string): Markup {
  return tag('bdi', {}, name);
}

/** A path: interfaces and components in turn, components heavier. */
export function pathOf(path: readonly string[]): Markup {
  return tag(
    'span',
    { class: 'path' },
    ...path.map((name, index) =>
      joined(
        index === 0 ? undefined : '\u00a0› ',
        tag('bdi', { class: index % 2 === 0 ? 'through' : 'into' }, name),
      ),
    ),
  );
}

/** A relation in the direction of the attack. */
export function relationOf(step: { readonly interface: string; readonly component: string }): Markup {
  return pathOf([step.interface, step.component]);
}

/** A rating as a word on a coloured plate. */
export function ratingOf(rating: ChainRating): Markup {
  return tag('span', { class: `rating ${rating.toLowerCase()}` }, rating);
}
