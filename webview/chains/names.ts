import { element } from '../dom';
import { lineText, type PathName } from './cells';
import type { ChainRating } from '../../src/chains/chain';

/** A name from a file. Its direction of writing does not reach what stands around it. */
export function name(text: string): HTMLElement {
  return element('bdi', {}, text);
}

/** A rating in words, with a mark whose shape tells it apart as its colour does. */
export function ratingMark(rating: ChainRating): HTMLElement {
  return element(
    'span',
    { class: `rating rating-${rating}` },
    element('span', { class: 'rating-mark', 'aria-hidden': 'true' }),
    rating,
  );
}

/** Names of a path with signs between them; `isLater` puts one in front of them, too. */
export function pathNames(names: readonly PathName[], isLater: boolean): (Node | string)[] {
  return names.flatMap(({ text, isInterface }, index) => [
    ...(isLater || index > 0 ? [element('span', { class: 'then' }, ' › ')] : []),
    element('bdi', isInterface ? { class: 'interface' } : {}, text),
  ]);
}

/** A picture from the icons of VS Code, which is not read out. */
export function icon(kind: string, className = ''): HTMLElement {
  return element('span', { class: `codicon codicon-${kind} ${className}`.trim(), 'aria-hidden': 'true' });
}

/** A name in one line, cut if it is very long. */
export function shortName(text: string, longest = 120): HTMLElement {
  return name(lineText(text, longest));
}
