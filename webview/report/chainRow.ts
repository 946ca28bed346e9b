import { strideName } from '../../src/formats/stride';
import type { ReportChain, ReportStep, ReportTable } from '../../src/report/reportTable';
import { shortProbability } from '../../src/text/numbers';
import { element } from '../dom';

/** The row of a chain, with a button that opens its steps. */
export function chainRow(
  table: ReportTable,
  position: number,
  onToggle: (position: number) => void,
): HTMLTableRowElement {
  const chain = table.chains[position] as ReportChain;
  const { probability, risk, rating, type, path } = chain;
  const asset = table.assets[chain.asset];
  const number = position + 1;
  const button = element(
    'button',
    { type: 'button', class: 'toggle', 'aria-expanded': 'false', 'aria-label': `Steps of chain ${number}` },
    String(number),
  );
  button.addEventListener('click', () => onToggle(position));
  return element(
    'tr',
    {},
    element('th', { scope: 'row', class: 'number' }, button),
    element('td', {}, element('span', { class: `rating ${rating.toLowerCase()}` }, rating)),
    element('td', { class: 'number' }, shortProbability(probability)),
    ...(table.hasRisk
      ? [element('td', { class: 'number' }, risk === undefined ? '' : shortProbability(risk))]
      : []),
    element('td', {}, strideName(type)),
    element(
      'td',
      { class: 'asset' },
      name(asset?.name ?? ''),
      element('span', { class: 'of' }, 'of ', name(asset?.component ?? '')),
    ),
    element('td', {}, name(table.entries[chain.entry]?.name ?? '')),
    element(
      'td',
      { class: 'path' },
      ...path
        .slice(1)
        .flatMap((index, at) => [
          ...(at === 0 ? [] : ['\u00a0› ']),
          element('bdi', { class: at % 2 === 0 ? 'into' : 'through' }, table.names[index] ?? ''),
        ]),
    ),
    element('td', { class: 'number' }, String(path.length - 1)),
  );
}

const STEP_COLUMNS = ['Step', 'Enters', 'Rated', 'Vector', 'In'] as const;

/** The row below that of a chain, with its steps. */
export function detailRow(table: ReportTable, position: number, columns: number): HTMLTableRowElement {
  const chain = table.chains[position] as ReportChain;
  const { who = '', when = '' } = table.entries[chain.entry] ?? {};
  const steps = chain.steps.map((index) => table.steps[index] as ReportStep);
  return element(
    'tr',
    { class: 'detail' },
    element(
      'td',
      { colspan: columns },
      element(
        'p',
        {},
        'Attacker: ',
        name(who),
        '. Period: ',
        name(when),
        '. Id: ',
        element('code', {}, chain.id),
        '.',
      ),
      element(
        'table',
        {},
        element('caption', { class: 'visually-hidden' }, `Steps of chain ${position + 1}`),
        element(
          'thead',
          {},
          element('tr', {}, ...STEP_COLUMNS.map((title) => element('th', { scope: 'col' }, title))),
        ),
        element('tbody', {}, ...steps.map((step, index) => stepRow(table, step, index + 1))),
      ),
    ),
  );
}

function stepRow({ names }: ReportTable, step: ReportStep, number: number): HTMLTableRowElement {
  return element(
    'tr',
    {},
    element('th', { scope: 'row', class: 'number' }, String(number)),
    element(
      'td',
      { class: 'path' },
      element('bdi', { class: 'through' }, names[step.interface] ?? ''),
      '\u00a0› ',
      element('bdi', { class: 'into' }, names[step.component] ?? ''),
    ),
    element('td', { class: 'rated' }, `${step.type} ${step.score}`),
    element('td', {}, element('code', {}, step.vector)),
    element('td', {}, element('code', {}, step.place), step.byRule ? ' by rule' : undefined),
  );
}

function name(text: string): HTMLElement {
  return element('bdi', {}, text);
}
