import { plural, pluralSoFar } from '../text/numbers';
import { chainTable, tableSentence, worstChains } from './html/chains';
import { coverage } from './html/coverage';
import { graph } from './html/graph';
import { lengths } from './html/lengths';
import { htmlText, joined, Markup, tag } from './html/markup';
import { matrix } from './html/matrix';
import { method } from './html/method';
import { nameOf } from './html/names';
import { fixes, overview, worstPerAsset } from './html/overview';
import { PROGRAM } from './program';
import type { ReportData } from './reportData';
// Made of webview/report by `npm run build`.
import page from './reportPage.json';

interface Section {
  readonly id: string;
  readonly title: string;
  readonly write: (data: ReportData) => Markup;
}

const SECTIONS: readonly Section[] = [
  { id: 'summary', title: 'In short', write: overview },
  { id: 'fixes', title: 'What to fix first', write: fixes },
  { id: 'assets', title: 'The worst chain of each asset', write: worstPerAsset },
  { id: 'matrix', title: 'Assets by entry points', write: matrix },
  { id: 'coverage', title: 'How much is rated', write: coverage },
  { id: 'lengths', title: 'How long chains need to be', write: lengths },
  { id: 'graph', title: 'The graph', write: graph },
  { id: 'steps', title: 'The worst chains step by step', write: worstChains },
  { id: 'chains', title: 'The chains', write: chainTable },
  { id: 'method', title: 'Method and limits', write: method },
];

/** Nothing from elsewhere is loaded, and nothing runs but the script of the page itself. */
const POLICY = [
  "default-src 'none'",
  'img-src data:',
  `style-src '${page.styleHash}'`,
  `script-src '${page.scriptHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * A report as one HTML document that needs nothing else, piece by piece. The same data gives the same bytes. Every text
 * of the model is escaped, or goes to the script as JSON, which makes text nodes of it.
 */
export function* htmlReport(data: ReportData): Generator<string> {
  const title = `Threat report: ${data.model}`;
  yield `<!DOCTYPE html>\n<html lang="en">\n${head(title).html}\n<body>\n`;
  yield joined(tag('a', { class: 'skip', href: '#content' }, 'Skip to the content'), header(data), contents())
    .html;
  yield '\n<main id="content">\n';
  for (const { id, title: name, write } of SECTIONS) {
    yield tag(
      'section',
      { id, 'aria-labelledby': `${id}-title` },
      tag('h2', { id: `${id}-title` }, name),
      write(data),
    ).html;
    yield '\n';
  }
  yield `</main>\n${footer(data).html}\n<script>${page.script}</script>\n</body>\n</html>\n`;
}

function head(title: string): Markup {
  return tag(
    'head',
    {},
    tag('meta', { charset: 'utf-8' }),
    tag('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    tag('meta', { name: 'color-scheme', content: 'light dark' }),
    tag('meta', { name: 'referrer', content: 'no-referrer' }),
    tag('meta', { name: 'generator', content: `${PROGRAM.name} ${PROGRAM.version}` }),
    tag('title', {}, title),
    // Without one, browsers would ask the server for one.
    new Markup('<link rel="icon" href="data:,">'),
    new Markup(`<style>${page.style}</style>`),
  );
}

function header({
  model,
  date,
  total,
  totalIsLowerBound,
  entryCount,
  assetCount,
  table,
}: ReportData): Markup {
  const scope = `${pluralSoFar(total, totalIsLowerBound, 'attack chain')}, ${plural(entryCount, 'entry point')}, ${plural(assetCount, 'asset')}`;
  return tag(
    'header',
    {},
    tag('p', { class: 'kind' }, 'Threat report'),
    tag('h1', {}, nameOf(model)),
    tag('p', { class: 'meta' }, tag('time', { datetime: date }, longDate(date)), ` · ${scope}`),
    tag('p', { class: 'meta' }, `This file holds ${tableSentence(table)}.`),
  );
}

/** "31 January 2026"; what is no date stays as it is. */
function longDate(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime())
    ? date
    : new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

function contents(): Markup {
  return tag(
    'nav',
    { 'aria-label': 'Contents' },
    tag('ol', {}, ...SECTIONS.map(({ id, title }) => tag('li', {}, tag('a', { href: `#${id}` }, title)))),
  );
}

function footer({ date }: ReportData): Markup {
  return tag(
    'footer',
    {},
    new Markup(
      `<p>Made by ${htmlText(`${PROGRAM.name} ${PROGRAM.version}`)} on ${htmlText(longDate(date))}. P ranks chains; it is not a likelihood.</p>`,
    ),
  );
}
