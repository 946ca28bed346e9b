import { strideName } from '../../formats/stride';
import { plural, pluralSoFar, shortProbability } from '../../text/numbers';
import { thereIsNoChain } from './noChain';
import type { ReportData } from '../reportData';
import type { ReportTable } from '../reportTable';
import { listNames } from '../../text/listNames';
import type { WorstChain, WorstChains, WorstStep } from '../worstChains';
import { joined, jsonBlock, type Markup, tag } from './markup';
import { nameOf, ratingOf, relationOf } from './names';

/** Element in which the script of the page builds the table, and the one that holds what it shows. */
export const CHAIN_TABLE_IDS = { table: 'chain-table', data: 'chain-data' } as const;

/** The place of the table of chains, and what the script fills it with. */
export function chainTable(data: ReportData): Markup {
  const { table } = data;
  if (table.chains.length === 0) {
    return tag('p', {}, thereIsNoChain(data));
  }
  return joined(
    tag(
      'p',
      {},
      `This table holds ${tableSentence(table)}. All words have to be in the names of interfaces, components or assets of a chain.`,
    ),
    tag(
      'noscript',
      {},
      tag('p', { class: 'warning' }, 'The table is made by the script of this page, which is not run here.'),
    ),
    tag('div', { id: CHAIN_TABLE_IDS.table }),
    jsonBlock(CHAIN_TABLE_IDS.data, table),
  );
}

/** "the best 2,000 of 111,248 chains". */
export function tableSentence({ chains, total, totalIsLowerBound }: ReportTable): string {
  const all = pluralSoFar(total, totalIsLowerBound, 'chain');
  if (total === 0 && totalIsLowerBound) {
    return all;
  }
  return chains.length < total || totalIsLowerBound
    ? `the best ${chains.length.toLocaleString('en-US')} of ${all}`
    : `all ${plural(total, 'chain')}`;
}

/** The worst chains step by step: why each can be taken, its vector, where it is rated, and what is noted. */
export function worstChains(data: ReportData): Markup {
  const { worst } = data;
  return worst.length === 0 ? tag('p', {}, thereIsNoChain(data)) : joined(...worst.map(explainedChains));
}

function explainedChains({ shared, chains: [first, ...others], more }: WorstChains): Markup {
  if (!first) {
    return joined();
  }
  const tone = `chain ${first.rating.toLowerCase()}`;
  if (others.length === 0) {
    return tag('article', { class: tone }, ...chainParts(first, 'h3', 0));
  }
  const all = [first, ...others];
  const way = shared.at(-1);
  return tag(
    'article',
    { class: tone },
    tag('h3', {}, `${all.length + more.length} ways on from `, nameOf(way?.component ?? '')),
    tag('p', {}, `They have ${plural(shared.length, 'step')} in common:`),
    tag('ol', { class: 'steps' }, ...shared.map((step, index) => explainedStep(step, index > 0))),
    ...all.map((chain) => tag('div', { class: 'branch' }, ...chainParts(chain, 'h4', shared.length))),
    more.length > 0 ? tag('p', {}, `From there chains lead to ${listNames(more, 12)}, too.`) : undefined,
  );
}

/** A chain from a step on; those before it are explained already. */
function chainParts(chain: WorstChain, heading: 'h3' | 'h4', from: number): (Markup | undefined)[] {
  const { assets, component, facility, type, probability, rating, risk, steps } = chain;
  return [
    tag(
      heading,
      {},
      ...assets.map((name, index) =>
        joined(index === 0 ? undefined : index === assets.length - 1 ? ' and ' : ', ', nameOf(name)),
      ),
      ' of ',
      nameOf(component),
      ...(facility === undefined ? [] : [', ', nameOf(facility)]),
    ),
    tag(
      'p',
      { class: 'facts' },
      ratingOf(rating),
      ` P ${shortProbability(probability)}, ${strideName(type)}`,
      risk === undefined ? undefined : `, risk ${shortProbability(risk)}`,
    ),
    tag('p', {}, chain.description),
    tag(
      'ol',
      { class: 'steps' },
      ...steps.slice(from).map((step, index) => explainedStep(step, from + index > 0, from + index + 1)),
    ),
    steps.length > 1 ? tag('p', { class: 'formula' }, `P = ${chain.formula}`) : undefined,
  ];
}

function explainedStep(step: WorstStep, isLater: boolean, number?: number): Markup {
  const { type, score, vector, place, facility, notes, references, techniques } = step;
  const facts: readonly (readonly [string, Markup | string])[] = [
    ['Rated', `${type} ${score}`],
    ...(isLater ? ([['P so far', shortProbability(step.probability)]] as const) : []),
    ...(facility === undefined ? [] : ([['Facility', nameOf(facility)]] as const)),
    ...(vector === '' ? [] : ([['Vector', tag('code', {}, vector)]] as const)),
    ...(place === '' ? [] : ([['In', tag('code', {}, place)]] as const)),
    ...notes.map((note) => ['Note', tag('bdi', {}, note)] as const),
    ...references.map((reference) => ['Reference', tag('bdi', {}, reference)] as const),
    ...techniques.map((technique) => ['Technique', tag('bdi', {}, technique)] as const),
  ];
  return tag(
    'li',
    { value: number },
    tag('p', { class: 'step-name' }, relationOf(step)),
    tag('p', {}, step.reason),
    tag(
      'dl',
      { class: 'step-facts' },
      ...facts.map(([name, value]) => tag('div', {}, tag('dt', {}, name), tag('dd', {}, value))),
    ),
  );
}
