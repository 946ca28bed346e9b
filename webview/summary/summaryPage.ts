import type { ChainSelection } from '../../src/chains/chainSelection';
import { strideName } from '../../src/formats/stride';
import { isFiniteNumber, isObjectOf, isOptional } from '../../src/protocol/guard';
import type { Summary, ViewState } from '../../src/protocol/viewProtocol';
import { count, pluralSoFar, shortProbability } from '../../src/text/numbers';
import { leadSentences } from '../../src/threats/leadSentences';
import { lengthSentences } from '../../src/threats/lengthSentences';
import { element } from '../dom';
import type { PageHost } from '../host';
import { button, dropdown, progressRing, textField } from '../ui/controls';
import { lengthChart, lengthTable } from './lengthChart';
import { matrix } from './matrix';
import { largest } from '../../src/text/arrays';

const isStored = isObjectOf<{ minProbability: number | undefined; scroll: number | undefined }>({
  minProbability: isOptional(isFiniteNumber),
  scroll: isOptional(isFiniteNumber),
});

/** The page of the summary: what is worst, through what, what is not rated, and how long chains need to be. */
export class SummaryPage {
  private host: PageHost | undefined;
  private state: ViewState | undefined;
  private summary: Summary | undefined;
  private loaded = '';
  private minProbability: number | undefined;
  private readonly body = element('div', {
    class: 'summary-body',
    tabindex: 0,
    role: 'region',
    'aria-label': 'Summary',
  });
  private readonly status = element('span', { role: 'status', class: 'status' });
  private readonly models = dropdown<string>('Model', [], '', (root) => this.ask('showModel', { root }));
  private restoreScroll: number | undefined;

  constructor(private readonly root: HTMLElement) {}

  /** Builds the page as it was when it was there last. */
  start(host: PageHost): void {
    this.host = host;
    if (isStored(host.storedState)) {
      this.minProbability = host.storedState.minProbability;
      this.restoreScroll = host.storedState.scroll;
    }
    this.root.replaceChildren(
      element(
        'div',
        { class: 'toolbar', role: 'toolbar', 'aria-label': 'Summary' },
        this.models.element,
        this.status,
        element('span', { class: 'spacer' }),
        button('Show the graph', () => this.ask('showPage', { page: 'graph' }), { icon: 'type-hierarchy' })
          .element,
        button('Show the chain table', () => this.ask('showPage', { page: 'chains' }), { icon: 'table' })
          .element,
      ),
      this.body,
    );
    this.body.addEventListener('scrollend', () => this.store());
    new ResizeObserver(() => this.resized()).observe(this.body);
  }

  /** Shows what the host says. */
  update(state: ViewState): void {
    this.state = state;
    this.models.setOptions(
      state.models.map(({ root, name }) => ({ value: root, label: name })),
      state.root ?? '',
    );
    this.models.element.hidden = state.models.length < 2;
    this.status.textContent = statusText(state);
    const wanted = `${state.root} ${state.revision} ${this.minProbability}`;
    if (state.phase === 'current' && wanted !== this.loaded) {
      void this.load(wanted);
    } else if (!this.summary) {
      this.showEmpty(state);
    }
  }

  private async load(wanted: string): Promise<void> {
    const { root } = this.state ?? {};
    if (root === undefined || !this.host) {
      return;
    }
    this.loaded = wanted;
    const summary = await this.host.host.request('summary', { root, minProbability: this.minProbability });
    if (this.loaded === wanted && summary) {
      this.summary = summary;
      this.show(summary);
    }
  }

  private show(summary: Summary): void {
    const { state } = this;
    if (!state) {
      return;
    }
    this.body.replaceChildren(
      section('In short', ...leadSentences(summary, state.totals).map((text) => element('p', {}, text))),
      section(
        `Entry points by assets: the worst P${rest(summary)}`,
        element(
          'div',
          { class: 'scroller' },
          matrix(summary, {
            onCell: (entry, asset) =>
              this.narrow([
                { kind: 'entry', name: entry },
                { kind: 'asset', id: asset },
              ]),
            onEntry: (name) => this.narrow([{ kind: 'entry', name }]),
            onAsset: (id) => this.narrow([{ kind: 'asset', id }]),
          }),
        ),
      ),
      section('What to fix first', this.fixes(summary)),
      section('Rating coverage', coverage(summary)),
      section('How long chains need to be', this.lengths(summary)),
    );
    this.drawChart();
    if (this.restoreScroll !== undefined) {
      this.body.scrollTop = this.restoreScroll;
      this.restoreScroll = undefined;
    }
  }

  private fixes({ fixes }: Summary): HTMLElement {
    const most = largest(
      fixes.map(({ medium }) => medium),
      1,
    );
    const rows = fixes.map((fix) => {
      const bar = element('span', { class: `fix-bar rating-${fix.rating}`, 'aria-hidden': 'true' });
      bar.style.width = `${(100 * fix.medium) / most}%`;
      const name = element('button', { type: 'button', class: 'link', dir: 'auto' }, fix.label);
      name.addEventListener('click', () => {
        if (fix.selection.kind === 'relation') {
          const { kind, interface: through, component } = fix.selection;
          void this.ask('choose', { key: { kind, interface: through, component } });
        }
      });
      const { place } = fix;
      return element(
        'tr',
        {},
        element('th', { scope: 'row' }, name),
        element('td', { class: 'number' }, count(fix.medium)),
        element('td', { class: 'number' }, count(fix.chains)),
        element('td', { class: 'number' }, `${shortProbability(fix.worst)} ${fix.rating}`),
        element('td', { class: 'bar-cell' }, bar),
        element(
          'td',
          {},
          place
            ? button(`Open the line of ${fix.label}`, () => this.ask('openPlace', { place }), {
                icon: 'go-to-file',
              }).element
            : undefined,
        ),
      );
    });
    return fixes.length === 0
      ? element('p', {}, 'No chain crosses a rated relation.')
      : element(
          'table',
          { class: 'numbers fixes' },
          element('caption', {}, 'Relations that most chains at or above Medium cross'),
          element(
            'thead',
            {},
            element(
              'tr',
              {},
              ...['Relation', 'At or above Medium', 'Chains', 'Worst'].map((name) =>
                element('th', { scope: 'col' }, name),
              ),
              element('td', {}),
              element('td', {}),
            ),
          ),
          element('tbody', {}, ...rows),
        );
  }

  private lengths(summary: Summary): HTMLElement {
    const limit = textField(
      "P': the least P that counts",
      { value: String(summary.minProbability) },
      (text) => this.limit(text),
    );
    return element(
      'div',
      {},
      ...lengthSentences(summary).map((sentence) => element('p', {}, sentence)),
      summary.complete
        ? undefined
        : element('p', {}, 'The chains per length were not counted to the end: there are more of them.'),
      element('label', { class: 'limit-field' }, "P' ", limit.element),
      element('div', { class: 'chart' }),
      lengthTable(summary),
    );
  }

  private limit(text: string): void {
    const value = Number(text);
    if (text.trim() !== '' && value >= 0 && value <= 10 && value !== this.minProbability) {
      this.minProbability = value;
      this.store();
      clearTimeout(this.limitTimer);
      this.limitTimer = setTimeout(() => this.state && this.update(this.state), 400);
    }
  }

  private limitTimer: ReturnType<typeof setTimeout> | undefined;

  private drawChart(): void {
    const chart = this.body.querySelector('.chart');
    if (chart && this.summary) {
      const width = Math.max(280, Math.min(720, this.body.clientWidth - 48));
      chart.replaceChildren(lengthChart(this.summary, width));
    }
  }

  private resized(): void {
    if (this.summary) {
      this.drawChart();
    }
  }

  private showEmpty(state: ViewState): void {
    const parts: Node[] = [];
    if (state.root === undefined) {
      parts.push(element('p', {}, 'There is no model. Run "TMG: New Model" to write the first one.'));
    } else if (state.phase === 'computing') {
      parts.push(
        progressRing('Computing attack chains'),
        element('p', {}, 'Computing attack chains'),
        button('Cancel', () => this.ask('cancel', {})).element,
      );
    } else {
      parts.push(
        element('p', {}, 'The attack chains have not been computed.'),
        button('Compute', () => this.ask('compute', {}), { primary: true }).element,
      );
    }
    this.body.replaceChildren(element('div', { class: 'empty' }, ...parts));
  }

  private narrow(narrowing: readonly ChainSelection[]): void {
    this.ask('narrow', { narrowing });
    this.ask('showPage', { page: 'chains' });
  }

  private store(): void {
    this.host?.store({ minProbability: this.minProbability, scroll: this.body.scrollTop });
  }

  private ask(...[method, params]: Parameters<PageHost['host']['request']>): void {
    void this.host?.host.request(method, params);
  }
}

function section(title: string, ...children: readonly HTMLElement[]): HTMLElement {
  return element('section', {}, element('h2', {}, title), ...children);
}

function rest({ entries, entryCount, assets, assetCount }: Summary): string {
  return entries.length < entryCount || assets.length < assetCount
    ? ` (the worst ${entries.length} of ${count(entryCount)} entry points, ${assets.length} of ${count(assetCount)} assets)`
    : '';
}

function coverage({ coverage: rows }: Summary): HTMLElement {
  return element(
    'table',
    { class: 'numbers coverage' },
    element('caption', {}, 'Relations per STRIDE type'),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...['Type', 'Rated', 'None', 'Not rated'].map((name) => element('th', { scope: 'col' }, name)),
        element('td', {}),
      ),
    ),
    element(
      'tbody',
      {},
      ...rows.map(({ type, rated, none, missing }) => {
        const all = Math.max(1, rated + none + missing);
        const bar = element('span', { class: 'coverage-bar', 'aria-hidden': 'true' });
        for (const [part, className] of [
          [rated, 'rated'],
          [none, 'considered'],
          [missing, 'missing'],
        ] as const) {
          const piece = element('span', { class: className });
          piece.style.width = `${(100 * part) / all}%`;
          bar.append(piece);
        }
        return element(
          'tr',
          {},
          element('th', { scope: 'row' }, strideName(type)),
          ...[rated, none, missing].map((value) => element('td', { class: 'number' }, count(value))),
          element('td', { class: 'bar-cell' }, bar),
        );
      }),
    ),
  );
}

function statusText({ phase, totals }: ViewState): string {
  const total = totals ? pluralSoFar(totals.total, totals.totalIsLowerBound, 'chain') : '';
  return phase === 'outdated' ? `${total} (outdated)` : total;
}
