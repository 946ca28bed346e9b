import { axisBottom, axisLeft, axisRight, line, scaleBand, scaleLinear, scaleSymlog, select } from 'd3';
import type { Summary } from '../../src/protocol/viewProtocol';
import { count, shortProbability } from '../../src/text/numbers';
import { element } from '../dom';
import { largest } from '../../src/text/arrays';

const HEIGHT = 220;
const MARGIN = { top: 14, right: 44, bottom: 40, left: 56 };

/** Chains per length as bars, and their best P as a line, with P' and the advised length M'. */
export function lengthChart(
  { lengths, advised, minProbability }: Pick<Summary, 'lengths' | 'advised' | 'minProbability'>,
  width: number,
): SVGSVGElement {
  const x = scaleBand()
    .domain(lengths.map(({ length }) => String(length)))
    .range([MARGIN.left, width - MARGIN.right])
    .padding(0.25);
  const chains = scaleSymlog()
    .domain([
      0,
      largest(
        lengths.map((item) => item.chains),
        1,
      ),
    ])
    .range([HEIGHT - MARGIN.bottom, MARGIN.top]);
  const probability = scaleLinear()
    .domain([0, 10])
    .range([HEIGHT - MARGIN.bottom, MARGIN.top]);
  const svg = select(document.createElementNS('http://www.w3.org/2000/svg', 'svg'))
    .attr('class', 'length-chart')
    .attr('width', width)
    .attr('height', HEIGHT)
    .attr('role', 'img')
    .attr('aria-label', 'Chains per length with the best P; the table below has the numbers.');
  const centre = (length: number): number => (x(String(length)) ?? 0) + x.bandwidth() / 2;
  svg
    .append('g')
    .selectAll('rect')
    .data(lengths)
    .join('rect')
    .attr('class', ({ length }) => (length <= advised ? 'bar' : 'bar beyond'))
    .attr('x', ({ length }) => x(String(length)) ?? 0)
    .attr('width', x.bandwidth())
    .attr('y', (item) => chains(item.chains))
    .attr('height', (item) => HEIGHT - MARGIN.bottom - chains(item.chains))
    .append('title')
    .text(
      (item) =>
        `Length ${item.length}: ${count(item.chains)} chains, P ${shortProbability(item.lowest)} to ${shortProbability(item.highest)}`,
    );
  svg
    .append('path')
    .attr('class', 'best')
    .attr(
      'd',
      line<Summary['lengths'][number]>(
        ({ length }) => centre(length),
        ({ highest }) => probability(highest),
      )(lengths),
    );
  svg
    .append('g')
    .selectAll('circle')
    .data(lengths)
    .join('circle')
    .attr('class', 'best-point')
    .attr('r', 3)
    .attr('cx', ({ length }) => centre(length))
    .attr('cy', ({ highest }) => probability(highest));
  const limit = probability(minProbability);
  svg
    .append('line')
    .attr('class', 'limit')
    .attr('x1', MARGIN.left)
    .attr('x2', width - MARGIN.right)
    .attr('y1', limit)
    .attr('y2', limit);
  svg
    .append('text')
    .attr('class', 'limit-label')
    .attr('x', width - MARGIN.right - 4)
    .attr('y', limit - 4)
    .attr('text-anchor', 'end')
    .text(`P' ${minProbability}`);
  svg
    .append('g')
    .attr('transform', `translate(0,${HEIGHT - MARGIN.bottom})`)
    .call(axisBottom(x));
  svg
    .append('g')
    .attr('transform', `translate(${MARGIN.left},0)`)
    .call(
      axisLeft(chains)
        .tickValues(countTicks(chains.domain()[1] ?? 1))
        .tickFormat((value) => count(Number(value))),
    );
  svg
    .append('g')
    .attr('transform', `translate(${width - MARGIN.right},0)`)
    .call(axisRight(probability).ticks(5));
  const titles = [
    ['length', width / 2, HEIGHT - 6, 'middle'],
    ['chains', MARGIN.left, 10, 'end'],
    ['best P', width - 4, 10, 'end'],
  ] as const;
  for (const [text, titleX, titleY, anchor] of titles) {
    svg
      .append('text')
      .attr('class', 'axis-title')
      .attr('x', titleX)
      .attr('y', titleY)
      .attr('text-anchor', anchor)
      .text(text);
  }
  return svg.node() as SVGSVGElement;
}

/** Powers of ten up to a number. */
function countTicks(most: number): number[] {
  const ticks = [0];
  for (let power = 1; power <= most; power *= 10) {
    ticks.push(power);
  }
  return ticks;
}

/** The numbers of the chart as a table. */
export function lengthTable({ lengths, advised }: Pick<Summary, 'lengths' | 'advised'>): HTMLElement {
  return element(
    'table',
    { class: 'numbers' },
    element('caption', {}, 'Chains per length'),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...['Length', 'Chains', 'Lowest P', 'Best P'].map((name) => element('th', { scope: 'col' }, name)),
      ),
    ),
    element(
      'tbody',
      {},
      ...lengths.map(({ length, chains, lowest, highest }) =>
        element(
          'tr',
          { class: length === advised ? 'advised' : undefined },
          element('th', { scope: 'row' }, length === advised ? `${length} (M')` : String(length)),
          ...[count(chains), shortProbability(lowest), shortProbability(highest)].map((text) =>
            element('td', {}, text),
          ),
        ),
      ),
    ),
  );
}
