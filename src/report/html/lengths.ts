import type { LengthCount } from '../../chains/counts';
import { count, plural, shortProbability } from '../../text/numbers';
import { lengthSentences } from '../../threats/lengthSentences';
import { thereIsNoChain } from './noChain';
import type { ReportData } from '../reportData';
import { joined, type Markup, tag } from './markup';
import { type HtmlColumn, htmlTable } from './table';
import { largest } from '../../text/arrays';

const WIDTH = 720;
const HEIGHT = 240;
const MARGIN = { top: 24, right: 64, bottom: 36, left: 64 };
const BOTTOM = HEIGHT - MARGIN.bottom;
const RIGHT = WIDTH - MARGIN.right;
const PROBABILITY_TICKS = [0, 2, 4, 6, 8, 10] as const;

/** Chains and best P per length, as a chart and as numbers, with the length M'. */
export function lengths(data: ReportData): Markup {
  const { advice } = data;
  const { lengths: rows, advised, complete, minProbability } = advice;
  if (rows.length === 0) {
    return joined(
      tag('p', {}, thereIsNoChain(data)),
      ...lengthSentences(advice).map((sentence) => tag('p', {}, sentence)),
    );
  }
  const columns: readonly HtmlColumn<LengthCount>[] = [
    {
      title: 'Length',
      isRowHeader: true,
      cell: ({ length }) => (length === advised ? `${length} (M')` : String(length)),
    },
    { title: 'Chains', kind: 'number', cell: ({ chains }) => count(chains) },
    { title: 'Lowest P', kind: 'number', cell: ({ lowest }) => shortProbability(lowest) },
    { title: 'Best P', kind: 'number', cell: ({ highest }) => shortProbability(highest) },
  ];
  const sentences = [
    ...lengthSentences(advice),
    ...(complete ? [] : ['The chains per length were not counted to the end: there are more of them.']),
  ];
  return joined(
    ...sentences.map((sentence) => tag('p', {}, sentence)),
    chart(rows, advised, minProbability),
    htmlTable('Chains per length', columns, rows, 'narrow'),
  );
}

/** Chains as bars on a logarithmic scale, their best P as a line, and P' as a limit. */
function chart(rows: readonly LengthCount[], advised: number, minProbability: number): Markup {
  const most = largest(
    rows.map(({ chains }) => chains),
    1,
  );
  const slot = (RIGHT - MARGIN.left) / rows.length;
  const centre = (index: number): number => round(MARGIN.left + slot * (index + 0.5));
  const high = (share: number): number => round(BOTTOM - share * (BOTTOM - MARGIN.top));
  const chainsHigh = (chains: number): number => high(Math.log1p(chains) / Math.log1p(most));
  const probabilityHigh = (probability: number): number => high(probability / 10);
  const barWidth = round(Math.min(60, slot * 0.66));
  const limit = probabilityHigh(minProbability);
  return tag(
    'svg',
    {
      class: 'chart',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: 'img',
      'aria-label': `Chains per length with the best P; the table below has the numbers.`,
    },
    ...ticksUpTo(most).map((tick) =>
      joined(
        tag('line', {
          class: 'grid',
          x1: MARGIN.left,
          x2: RIGHT,
          y1: chainsHigh(tick),
          y2: chainsHigh(tick),
        }),
        text(MARGIN.left - 8, chainsHigh(tick) + 4, 'end', count(tick)),
      ),
    ),
    ...PROBABILITY_TICKS.filter((tick) => Math.abs(tick - minProbability) >= 0.8).map((tick) =>
      text(RIGHT + 8, probabilityHigh(tick) + 4, 'start', String(tick)),
    ),
    ...rows.map(({ length, chains, lowest, highest }, index) =>
      joined(
        tag(
          'rect',
          {
            class: length <= advised ? 'column' : 'column beyond',
            x: round(centre(index) - barWidth / 2),
            y: chainsHigh(chains),
            width: barWidth,
            height: round(BOTTOM - chainsHigh(chains)),
          },
          tag(
            'title',
            {},
            `Length ${length}: ${plural(chains, 'chain')}, P ${shortProbability(lowest)} to ${shortProbability(highest)}`,
          ),
        ),
        text(centre(index), BOTTOM + 16, 'middle', String(length)),
      ),
    ),
    tag('line', { class: 'limit', x1: MARGIN.left, x2: RIGHT, y1: limit, y2: limit }),
    text(RIGHT + 8, limit + 4, 'start', `P' ${minProbability}`, 'limit-label'),
    tag('polyline', {
      class: 'best',
      points: rows.map(({ highest }, index) => `${centre(index)},${probabilityHigh(highest)}`).join(' '),
    }),
    ...rows.map(({ highest }, index) =>
      tag('circle', { class: 'best-point', cx: centre(index), cy: probabilityHigh(highest), r: 4 }),
    ),
    text(MARGIN.left - 8, 12, 'end', 'chains', 'axis'),
    text(RIGHT + 8, 12, 'start', 'best P', 'axis'),
    text((MARGIN.left + RIGHT) / 2, HEIGHT - 4, 'middle', 'length', 'axis'),
  );
}

function text(x: number, y: number, anchor: string, content: string, className?: string): Markup {
  return tag('text', { class: className, x: round(x), y: round(y), 'text-anchor': anchor }, content);
}

/** Nothing, and powers of ten up to a number. */
function ticksUpTo(most: number): number[] {
  const ticks = [0];
  for (let power = 1; power <= most; power *= 10) {
    ticks.push(power);
  }
  return ticks;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
