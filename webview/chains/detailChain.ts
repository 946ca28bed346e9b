import type { ChainDetail, ChainStepDetail } from '../../src/protocol/chainProtocol';
import type { FilePlace } from '../../src/protocol/places';
import { strideName } from '../../src/formats/stride';
import { shortProbability } from '../../src/text/numbers';
import { element } from '../dom';
import { name, ratingMark } from './names';
import { placeText, webAddress } from './texts';
import { safeText } from '../../src/drawing/labelText';

/** Opens a place in a text. */
type OpenPlace = (place: FilePlace) => void;

/** A chain explained: what happens, how its P comes about, and each of its steps. */
export function detailChain(chain: ChainDetail, openPlace: OpenPlace): HTMLElement {
  const { rating, probability, type, formula, risk, attackers, period, description } = chain;
  return element(
    'div',
    { class: 'chain' },
    element(
      'p',
      { class: 'verdict' },
      ratingMark(rating),
      element('span', { class: 'verdict-figure' }, `P ${shortProbability(probability)}`),
      element('span', {}, strideName(type)),
    ),
    text('p', 'sentence', description),
    element(
      'dl',
      { class: 'facts' },
      ...fact('Asset', chain.asset),
      ...fact('Component', chain.component),
      ...fact('How P comes about', formula, 'code'),
      ...(risk === undefined ? [] : fact('Risk', shortProbability(risk))),
      ...fact('Attacker', attackers),
      ...fact('Period', period),
    ),
    element('h3', {}, chain.steps.length === 1 ? 'One step' : `${chain.steps.length} steps`),
    element('ol', { class: 'steps' }, ...chain.steps.map((step) => stepItem(step, openPlace))),
  );
}

function stepItem(step: ChainStepDetail, openPlace: OpenPlace): HTMLElement {
  const { vector, vectorInWords, techniques, notes, references } = step;
  return element(
    'li',
    { class: 'step' },
    element(
      'h4',
      {},
      element('bdi', { class: 'interface' }, safeText(step.interface)),
      element('span', { class: 'then' }, ' › '),
      name(safeText(step.component)),
    ),
    element(
      'p',
      { class: 'step-figures' },
      element('span', {}, `${strideName(step.ratedType)} ${shortProbability(step.score)}`),
      element('span', {}, `P so far ${shortProbability(step.probability)}`),
    ),
    text('p', 'reason', step.reason),
    vector === undefined
      ? undefined
      : element(
          'p',
          { class: 'vector' },
          element('code', {}, safeText(vector)),
          step.byRule ? ' by a rule' : '',
        ),
    vectorInWords.length === 0 ? undefined : text('p', 'vector-words', vectorInWords.join(' · ')),
    list('Techniques', techniques),
    list('Notes', notes),
    list('References', references),
    places(step, openPlace),
  );
}

function places(step: ChainStepDetail, openPlace: OpenPlace): HTMLElement | undefined {
  const known: readonly (readonly [string, FilePlace | undefined])[] = [
    [step.byRule ? 'Rule' : 'Rating', step.source],
    ['Relation', step.relationPlace],
    ['Component', step.componentPlace],
  ];
  const links = known.flatMap(([label, place]) => {
    if (!place) {
      return [];
    }
    const link = element(
      'button',
      { type: 'button', class: 'place', title: safeText(place.path) },
      `${label} `,
      element('span', { class: 'place-file' }, name(safeText(placeText(place)))),
    );
    link.addEventListener('click', () => openPlace(place));
    return [link];
  });
  return links.length === 0 ? undefined : element('p', { class: 'places' }, ...links);
}

function list(label: string, texts: readonly string[]): HTMLElement | undefined {
  if (texts.length === 0) {
    return undefined;
  }
  return element(
    'div',
    { class: 'list' },
    element('span', { class: 'list-label' }, label),
    element('ul', { 'aria-label': label }, ...texts.map((each) => element('li', {}, reference(each)))),
  );
}

/** Only what leads to a web page can be clicked. */
function reference(each: string): Node | string {
  const address = webAddress(each);
  const shown = name(safeText(each));
  return address === undefined
    ? shown
    : element('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, shown);
}

function fact(label: string, value: string, kind?: 'code'): HTMLElement[] {
  const shown = name(safeText(value));
  return [element('dt', {}, label), element('dd', {}, kind ? element('code', {}, shown) : shown)];
}

function text(tag: 'p', className: string, content: string): HTMLElement {
  return element(tag, { class: className, dir: 'auto' }, safeText(content));
}
