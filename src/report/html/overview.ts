import { isPartial, noChainDoes } from './noChain';
import { strideName } from '../../formats/stride';
import { count, plural, shortProbability } from '../../text/numbers';
import { listNames } from '../../text/listNames';
import { advisedRemark } from '../../threats/lengthSentences';
import type { ReportAsset, ReportData, ReportFix } from '../reportData';
import { joined, type Markup, tag } from './markup';
import { nameOf, pathOf, ratingOf, relationOf } from './names';
import { type HtmlColumn, htmlTable } from './table';
import { largest } from '../../text/arrays';

/** What is worst in sentences, the figures that go with them, and what they do not tell. */
export function overview(data: ReportData): Markup {
  return joined(
    tag('div', { class: 'lead' }, ...data.sentences.map((sentence) => tag('p', {}, sentence))),
    figures(data),
    ...warnings(data).map((warning) => tag('p', { class: 'warning' }, tag('strong', {}, 'Note: '), warning)),
  );
}

function figures(data: ReportData): Markup {
  const { ratings, thresholds, coverage } = data;
  const all = coverage.reduce((sum, { rated, none, missing }) => sum + rated + none + missing, 0);
  const missing = coverage.reduce((sum, row) => sum + row.missing, 0);
  const least = data.totalIsLowerBound ? (data.total > 0 ? 'at least ' : 'so far ') : '';
  const items: readonly (readonly [string, string, string, string])[] = [
    ['Attack chains', least + count(data.total), 'of all lengths and types', ''],
    ['High', count(ratings.High), `P of ${thresholds.high} or more`, 'high'],
    ['Medium', count(ratings.Medium), `P of ${thresholds.medium} or more`, 'medium'],
    ['Low', count(ratings.Low), 'the others', 'low'],
    ['Rated', all === 0 ? '-' : share(all - missing, all), 'of relations and types', ''],
    ["Length M'", count(data.advice.advised), advisedRemark(data.advice), ''],
  ];
  return tag(
    'dl',
    { class: 'figures' },
    ...items.map(([name, value, remark, className]) =>
      tag(
        'div',
        { class: className || undefined },
        tag('dt', {}, name),
        tag('dd', { class: 'value' }, value),
        tag('dd', { class: 'remark' }, remark),
      ),
    ),
  );
}

/** Rounded down, so that 100 % is said of nothing less. */
function share(part: number, all: number): string {
  return `${Math.floor((1000 * part) / all) / 10} %`;
}

function warnings({ errors, complete, kept, total, totalIsLowerBound }: ReportData): string[] {
  return [
    ...(errors > 0
      ? [
          `the model has ${plural(errors, 'error')}; this report is about what is valid in it. "tmg check" lists them.`,
        ]
      : []),
    ...(complete
      ? []
      : [
          kept > 0
            ? 'the search ended early: the best chains may be missing.'
            : 'the search ended early, before it had found a chain.',
        ]),
    ...(kept > 0 && (kept < total || totalIsLowerBound)
      ? [
          `figures other than the number of chains are those of the best ${count(kept)}, which is as many as are kept.`,
        ]
      : []),
  ];
}

/** The worst chain of each asset. */
export function worstPerAsset(data: ReportData): Markup {
  const { assetRows, assetCount, unreached, weight } = data;
  const rest = assetRows.length < assetCount ? `: the worst ${assetRows.length} of ${count(assetCount)}` : '';
  const columns: readonly HtmlColumn<ReportAsset>[] = [
    { title: 'Rating', cell: ({ rating }) => ratingOf(rating) },
    { title: 'P', kind: 'number', cell: ({ worst }) => shortProbability(worst) },
    { title: 'Asset', kind: 'asset', isRowHeader: true, cell: assetCell },
    ...(weight === undefined
      ? []
      : [
          {
            title: `Value: ${weight}`,
            kind: 'number',
            cell: (row: ReportAsset) => (row.weight === undefined ? 'not rated' : String(row.weight)),
          } as const,
          {
            title: 'Risk',
            kind: 'number',
            cell: (row: ReportAsset) => (row.risk === undefined ? '-' : shortProbability(row.risk)),
          } as const,
        ]),
    { title: 'STRIDE type', kind: 'type', cell: ({ type }) => strideName(type) },
    { title: 'Way of the worst chain', kind: 'way', cell: ({ path }) => pathOf(path) },
    { title: 'Chains', kind: 'number', cell: ({ chains }) => count(chains) },
    { title: 'At or above Medium', kind: 'number', cell: ({ medium }) => count(medium) },
  ];
  return joined(
    weight === undefined || assetRows.length === 0 ? undefined : tag('p', {}, rankSentence(weight)),
    assetRows.length === 0
      ? tag('p', {}, noChainDoes('reaches an asset', data))
      : htmlTable(`Assets by their worst chain${rest}`, columns, assetRows, 'roomy'),
    unreached.length > 0 ? tag('p', {}, noChainDoes(`reaches ${listNames(unreached, 10)}`, data)) : undefined,
  );
}

/** How assets are ranked where they are weighted. */
function rankSentence(weight: string): string {
  return `The order is that of risk: P x ${weight} / 5. An asset without a rating for ${weight} has no risk; it stands where it would with a rating of 5.`;
}

function assetCell({ name, component, facility }: ReportAsset): Markup {
  return joined(
    nameOf(name),
    tag(
      'span',
      { class: 'of' },
      'of ',
      nameOf(component),
      ...(facility === undefined ? [] : [', ', nameOf(facility)]),
    ),
  );
}

/** The relations that most chains at or above Medium cross. */
export function fixes(data: ReportData): Markup {
  const { fixes: rows } = data;
  if (rows.length === 0) {
    return tag(
      'p',
      {},
      isPartial(data) ? noChainDoes('crosses a rated relation', data) : 'No chain crosses a rated relation.',
    );
  }
  const most = largest(
    rows.map(({ medium }) => medium),
    1,
  );
  const columns: readonly HtmlColumn<ReportFix>[] = [
    { title: 'Relation', isRowHeader: true, cell: relationOf },
    { title: 'At or above Medium', kind: 'number', cell: ({ medium }) => count(medium) },
    { title: 'Compared', cell: ({ medium, rating }) => bar(medium / most, rating.toLowerCase()) },
    { title: 'All chains', kind: 'number', cell: ({ chains }) => count(chains) },
    { title: 'Worst P', kind: 'number', cell: ({ worst }) => shortProbability(worst) },
    { title: 'Rating', cell: ({ rating }) => ratingOf(rating) },
  ];
  return joined(
    tag(
      'p',
      {},
      'To make the first of these steps harder, or impossible, takes most chains at or above Medium away or down at once.',
    ),
    htmlTable('Relations that most chains at or above Medium cross', columns, rows),
  );
}

/** A bar for a share of a whole; the number stands beside it. */
function bar(part: number, className: string): Markup {
  return tag(
    'svg',
    { class: 'bar', viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    tag('rect', { class: className, width: Math.round(part * 1000) / 10, height: 8 }),
  );
}
