import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chainMatrix } from '../../../src/chains/chainMatrix';
import { groupChains } from '../../../src/chains/groupChains';
import { safeText } from '../../../src/drawing/labelText';
import { rankedByRisk } from '../../../src/report/assetRanking';
import { htmlReport } from '../../../src/report/htmlReport';
import { MOST_REPORT_CHAINS, type ReportTable } from '../../../src/report/reportTable';
import { count, shortProbability } from '../../../src/text/numbers';
import { HOSTILE_NAMES, hostileText } from '../../support/drawnModel';
import { exampleFiles } from '../../support/exampleFiles';
import { goldenModel } from '../../support/golden';
import { paragraphsOf, type ParsedHtml, parseHtml, reportOf, rowsOf } from '../../support/reports';
import { elementsOf, textOf } from '../../support/wellFormedXml';

function textsOf({ root }: ParsedHtml, name: string): string[] {
  return elementsOf(root, name).map((element) => textOf(element).replace(/\s+/g, ' ').trim());
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}

const PLANT = {
  'model.tmg.yaml': `name: Plant
attackers: {crook: crook}
periods: {night: the night}
components:
  Portal: {facility: Office, interfaces: [Web, LAN], assets: {Records: {id: R-1, security: 4}}}
  PLC: {interfaces: [LAN, Bus], assets: {Process: {security: 5}, Recipe: {}}}
  Valve: {interfaces: [Bus], assets: {Position: {}}}
interfaces: {Web: {entry: true, attackers: [crook], periods: [night]}}
ratings:
  Portal:
    Web: {E: CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, T: 5, note: patched late, ref: SEC-1, techniques: {E: [T1190]}}
  PLC: {LAN: {E: none, T: 7.5}}
  Valve: {Bus: {T: 5}}
settings: {stride: [T, E], stepRule: elevation, weight: security}
`,
};

describe('htmlReport', () => {
  it('says in sentences what is worst, through what, and how much is rated', async () => {
    const page = parseHtml((await reportOf(PLANT)).html);
    assert.deepEqual(textsOf(page, 'h1'), ['Plant']);
    assert.deepEqual(paragraphsOf(page, 'summary'), [
      '4 attack chains lead from 1 entry point to 3 assets.',
      'The worst, with P 9.8 (High), begins at Web and reaches Records of Portal.',
      'Web > Portal is crossed by 4 of the chains at or above Medium: to make that step harder helps most.',
      '5 of 10 ratings are missing: chains through them are not counted.',
      'Nothing is said of Spoofing, Repudiation, Information Disclosure and Denial of Service: the model does not ask for them.',
    ]);
    assert.match(
      textsOf(page, 'header')[0] ?? '',
      /31 January 2026 · 4 attack chains, 1 entry point, 3 assets/,
    );
    assert.match(textsOf(page, 'header')[0] ?? '', /This file holds all 4 chains\.$/);
    assert.deepEqual(
      textsOf(page, 'dd')
        .slice(0, 12)
        .filter((_, index) => index % 2 === 0),
      ['4', '3', '1', '0', '50 %', '3'],
    );
  });

  it('lists the worst chain of each asset, and what no chain reaches', async () => {
    const page = parseHtml((await reportOf(PLANT)).html);
    assert.deepEqual(rowsOf(page, /^Assets by their worst chain$/), [
      [
        'High',
        '9.8',
        'Recordsof Portal, Office',
        '4',
        '7.84',
        'Elevation of Privilege',
        'Web › Portal',
        '2',
        '2',
      ],
      ['High', '7.35', 'Processof PLC', '5', '7.35', 'Tampering', 'Web › Portal › LAN › PLC', '1', '1'],
      ['High', '7.35', 'Recipeof PLC', 'not rated', '-', 'Tampering', 'Web › Portal › LAN › PLC', '1', '1'],
    ]);
    assert.deepEqual(paragraphsOf(page, 'assets'), [
      'The order is that of risk: P x security / 5. An asset without a rating for security has no risk; it stands where it would with a rating of 5.',
      'No chain reaches Position of Valve within length 13.',
    ]);
  });

  it('lists what is not rated, and the chains per length with the advised one', async () => {
    const page = parseHtml((await reportOf(PLANT)).html);
    assert.deepEqual(rowsOf(page, /^Relations per STRIDE type$/), [
      ['Tampering', '3', '0', '2', ''],
      ['Elevation of Privilege', '1', '1', '3', ''],
    ]);
    assert.deepEqual(rowsOf(page, /^Relations that lack ratings$/), [
      ['Bus › PLC', 'not rated', 'not rated'],
      ['LAN › Portal', 'not rated', 'not rated'],
      ['Bus › Valve', '5.0', 'not rated'],
    ]);
    assert.deepEqual(rowsOf(page, /^Chains per length$/), [
      ['1', '2', '5', '9.8'],
      ["3 (M')", '2', '7.35', '7.35'],
    ]);
    assert.deepEqual(paragraphsOf(page, 'lengths'), [
      "Maximum length M' 3 is enough to find every chain with P of at least 4.",
    ]);
  });

  it('explains the worst chains with notes, references and places', async () => {
    const page = parseHtml((await reportOf(PLANT)).html);
    const [first, second] = elementsOf(page.root, 'article');
    assert.ok(first && second);
    assert.deepEqual(
      [first, second].map((article) => elementsOf(article, 'h3').map(textOf)),
      [['Records of Portal, Office'], ['Process and Recipe of PLC']],
    );
    const facts = elementsOf(first, 'dl').flatMap((list) =>
      list.children.map((fact) =>
        typeof fact === 'string'
          ? fact
          : fact.children.map((part) => (typeof part === 'string' ? part : textOf(part))).join(': '),
      ),
    );
    assert.deepEqual(facts, [
      'Rated: E 9.8',
      'Facility: Office',
      'Vector: CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
      'In: model.tmg.yaml:11',
      'Note: patched late',
      'Reference: SEC-1',
      'Technique: T1190',
    ]);
    const sentences = elementsOf(second, 'p').map(textOf);
    assert.ok(
      sentences.includes(
        'In the period "the night", an attacker (crook) attacks Portal from Web, then PLC from LAN, and accomplishes Tampering with Process of PLC. Risk rating: High.',
      ),
    );
    assert.equal(sentences.at(-1), 'P = (9.8 x 7.5) / 10 = 7.35');
  });

  it('tells chains once that differ in the last step only, and ranks them by risk where there is a weight', async () => {
    const files = (settings: string) => ({
      'model.tmg.yaml': `components:
  Hub: {facility: Office, interfaces: [Web, To Low, To High, To Unrated]}
  Low: {interfaces: [To Low], assets: {Low asset: {security: 1}}}
  High: {interfaces: [To High], assets: {High asset: {security: 5}}}
  Unrated: {interfaces: [To Unrated], assets: {Unrated asset: {}}}
interfaces: {Web: {entry: true}}
ratings:
  Hub: {Web: {E: 9}}
  Low: {To Low: {E: 9.9}}
  High: {To High: {E: 7}}
  Unrated: {To Unrated: {E: 8}}
settings: {stride: [E]${settings}}
`,
    });
    const cards = async (settings: string): Promise<string[][]> => {
      const page = parseHtml((await reportOf(files(settings))).html);
      return elementsOf(page.root, 'article').map((article) => [
        ...elementsOf(article, 'h3').map(textOf),
        ...elementsOf(article, 'h4').map(textOf),
        ...elementsOf(article, 'li').map(({ attributes, children }) => {
          const name = children.find((child) => typeof child !== 'string');
          return `${attributes.get('value') ?? ''} ${name ? textOf(name).replaceAll('\u00a0', ' ') : ''}`;
        }),
      ]);
    };
    assert.deepEqual(await cards(''), [
      [
        '3 ways on from Hub',
        'Low asset of Low',
        'Unrated asset of Unrated',
        'High asset of High',
        ' Web › Hub',
        '2 To Low › Low',
        '2 To Unrated › Unrated',
        '2 To High › High',
      ],
    ]);
    const byRisk = await cards(', weight: security');
    assert.deepEqual(byRisk[0]?.slice(1, 4), [
      'Unrated asset of Unrated',
      'High asset of High',
      'Low asset of Low',
    ]);
  });

  it('is about what was asked for, and says so', async () => {
    const { data, html } = await reportOf(PLANT, { types: ['T'], stepRule: 'same', to: new Set(['R-1']) });
    const page = parseHtml(html);
    assert.deepEqual(rowsOf(page, /^Relations per STRIDE type$/), [['Tampering', '3', '0', '2', '']]);
    assert.deepEqual([data.total, data.unreached], [1, []]);
    const settings = new Map(rowsOf(page, /^Settings/) as [string, string][]);
    assert.deepEqual(
      [settings.get('stride'), settings.get('stepRule'), settings.get('Only to')],
      ['T', 'same', 'R-1'],
    );
    assert.ok(paragraphsOf(page, 'method').some((text) => text.includes('All steps are rated by the type')));
  });

  it('says that there is nothing where there is no chain', async () => {
    const { html } = await reportOf({
      'model.tmg.yaml': 'name: Bare\ncomponents: {A: {interfaces: [x], assets: {K: {}}}}\n',
    });
    const page = parseHtml(html);
    assert.deepEqual(paragraphsOf(page, 'summary'), [
      'There is no attack chain from any entry point to any asset within length 13.',
      '6 of 6 ratings are missing: chains through them are not counted.',
    ]);
    assert.deepEqual(paragraphsOf(page, 'chains'), ['There is no chain within length 13.']);
    assert.deepEqual(paragraphsOf(page, 'assets'), [
      'No chain reaches an asset within length 13.',
      'No chain reaches K of A within length 13.',
    ]);
    assert.equal(page.raw.has('chain-data'), false);
    parseHtml((await reportOf({ 'model.tmg.yaml': '' })).html);
  });

  it('says where its figures are not all of them', async () => {
    const model = `${goldenModel('all: 6.8')}settings: {countLimit: 20, maxChains: 10}\nfilters: {banned: [[Servr]]}\n`;
    const page = parseHtml((await reportOf({ 'model.tmg.yaml': model })).html);
    const paragraphs = paragraphsOf(page, 'summary');
    assert.match(paragraphs[0] ?? '', /^At least \d+ attack chains lead from /);
    assert.deepEqual(paragraphs.slice(-2), [
      'Note: the model has 1 error; this report is about what is valid in it. "tmg check" lists them.',
      'Note: figures other than the number of chains are those of the best 10, which is as many as are kept.',
    ]);
    assert.match(
      paragraphsOf(page, 'chains')[0] ?? '',
      /^This table holds the best 10 of at least \d+ chains\./,
    );
  });

  describe('of the autopilot', () => {
    it('gives the numbers of the engine', async () => {
      const { set, data, html } = await reportOf(exampleFiles('autopilot'));
      const page = parseHtml(html);
      assert.ok(html.includes('the best 2,000 of 111,248 chains'));
      assert.equal(data.total, set.counts.total);
      const ratings = [...set.chains()].map(({ rating }) => rating);
      for (const rating of ['High', 'Medium', 'Low'] as const) {
        assert.equal(data.ratings[rating], ratings.filter((found) => found === rating).length);
      }
      const assets = rowsOf(page, /^Assets by their worst chain$/);
      assert.deepEqual(
        assets.map(([, worst, , , , , , chains, medium]) => [worst, chains, medium]),
        rankedByRisk(set, groupChains(set, ['asset'])).map(({ best, chains, medium }) => [
          shortProbability(set.probability(best)),
          count(chains),
          count(medium),
        ]),
      );
      assert.deepEqual(
        rowsOf(page, /^Relations that most/).map(([name, medium, , chains]) => [name, medium, chains]),
        groupChains(set, ['relation'])
          .slice(0, 20)
          .map(({ key: [step], medium, chains }) => [
            typeof step === 'object' ? `${step.interface} › ${step.component}` : '',
            count(medium),
            count(chains),
          ]),
      );
      assert.equal(sum(data.cells.map(({ chains }) => chains)), set.size);
      const cells = rowsOf(page, /^Worst P by asset and entry point/).flatMap(([, ...row]) => row);
      assert.equal(cells.filter((text) => text !== 'no chain').length, chainMatrix(set, 1000).cells.length);
      assert.deepEqual(
        rowsOf(page, /^Chains per length$/).map(([, chains, lowest, highest]) => [chains, lowest, highest]),
        set.counts.byLength.map(({ chains, lowest, highest }) => [
          count(chains),
          shortProbability(lowest),
          shortProbability(highest),
        ]),
      );
    });

    it('holds the best chains as they are', async () => {
      const { set, html } = await reportOf(exampleFiles('autopilot'));
      const table = JSON.parse(parseHtml(html).raw.get('chain-data') ?? '') as ReportTable;
      assert.equal(table.chains.length, MOST_REPORT_CHAINS);
      for (const [position, chain] of table.chains.entries()) {
        const expected = set.chain(position);
        assert.deepEqual(
          [
            chain.id,
            chain.probability,
            chain.risk,
            chain.rating,
            chain.type,
            chain.path.map((name) => table.names[name]),
          ],
          [expected.id, expected.probability, expected.risk, expected.rating, expected.type, expected.path],
        );
        assert.deepEqual(
          chain.steps.map((index) => {
            const step = table.steps[index];
            return [
              step && table.names[step.interface],
              step && table.names[step.component],
              step?.type,
              step?.score,
            ];
          }),
          expected.steps.map((step) => [
            step.interface,
            step.component.name,
            step.ratedType,
            step.rating.score,
          ]),
        );
      }
    });

    it('has the same bytes every time, whatever the order of the files, and stays small', async () => {
      const files = exampleFiles('autopilot');
      const { html } = await reportOf(files);
      const turned = Object.fromEntries(Object.entries(files).toReversed());
      assert.equal((await reportOf(turned)).html === html, true);
      assert.ok(Buffer.byteLength(html) < 3_000_000, `${Buffer.byteLength(html)} bytes`);
    });

    it('can be written of data that came from another thread', async () => {
      const { data, html } = await reportOf(exampleFiles('autopilot'));
      assert.equal([...htmlReport(structuredClone(data))].join('') === html, true);
    });
  });

  it('lets in nothing but its own style sheet and script', async () => {
    const { html } = await reportOf(exampleFiles('autopilot'));
    const { root, raw } = parseHtml(html);
    const hash = (text: string | undefined): string =>
      `'sha256-${createHash('sha256')
        .update(text ?? '')
        .digest('base64')}'`;
    const policy = elementsOf(root, 'meta').find(({ attributes }) => attributes.has('http-equiv'));
    assert.deepEqual(policy?.attributes.get('content')?.split('; '), [
      "default-src 'none'",
      'img-src data:',
      `style-src ${hash(raw.get('style'))}`,
      `script-src ${hash(raw.get('script'))}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    const links = [...html.matchAll(/ (?:href|src)="([^"]{1,5})/g)].map(([, link = '']) => link);
    assert.deepEqual(
      links.filter((link) => !link.startsWith('#') && !link.startsWith('data:')),
      [],
    );
    assert.equal(/ (?:style|on\w+)="/.test(html), false);
  });

  it('shows hostile names as text and nothing else', async () => {
    const name = HOSTILE_NAMES.slice(0, 5).join(' ');
    const marked = JSON.parse(hostileText()) as {
      components: Record<string, { interfaces: string[] }>;
    } & object;
    const [component = '', { interfaces: [first = ''] = [] } = {}] =
      Object.entries(marked.components)[0] ?? [];
    const text = JSON.stringify({
      ...marked,
      attackers: { a: name },
      periods: { p: name },
      interfaces: { [first]: { entry: true, attackers: ['a'], periods: ['p'] } },
      ratings: { [component]: { [first]: { E: '6.8', note: name, ref: name, techniques: [name] } } },
    });
    const { html, data } = await reportOf({ 'model.tmg.yaml': text });
    const { root, raw } = parseHtml(html);
    assert.ok(data.table.chains.length > 20);
    const elements = new Set([...html.matchAll(/<(\w+)/g)].map(([, element]) => element));
    assert.deepEqual(
      ['iframe', 'object', 'embed', 'form', 'base'].filter((element) => elements.has(element)),
      [],
    );
    assert.equal(elementsOf(root, 'img').length, 1);
    assert.equal(elementsOf(root, 'script').length, 2);
    assert.equal(/[\u202e\u2066\ud800](?![\udc00-\udfff])/.test(html), false);
    const table = raw.get('chain-data') ?? '';
    assert.equal(table.includes('<'), false);
    assert.deepEqual(
      (JSON.parse(table) as ReportTable).names.filter((shown) => shown !== safeText(shown)),
      [],
    );
    const shown = elementsOf(root, 'bdi').map(textOf);
    assert.ok(shown.includes(safeText(component)));
    assert.ok(shown.includes(safeText(name)));
  });
});
