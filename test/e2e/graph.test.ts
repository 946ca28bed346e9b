import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../scripts/vscode/chromium';
import { readDot } from '../support/dotGrammar';
import { HOSTILE_NAMES } from '../support/drawnModel';
import { runTmg, withFolder } from '../support/runTmg';

/** What is found in a drawing. */
interface Parsed {
  readonly error: string;
  /** Names of elements. */
  readonly elements: readonly string[];
  readonly nodes: number;
}

/** Runs in the browser: parses a drawing as XML, and shows it as part of the page. */
const PARSE = `(text) => {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  document.body.append(document.importNode(parsed.documentElement, true));
  const names = [...parsed.querySelectorAll('*')].map(({ localName }) => localName);
  return {
    error: parsed.querySelector('parsererror')?.textContent ?? '',
    elements: [...new Set(names)].sort(),
    nodes: parsed.querySelectorAll('.node').length,
  };
}`;

const EXAMPLES = ['examples/client-server', 'examples/client-server-csv', 'examples/autopilot'];

describe('tmg graph', () => {
  let browser: Browser;

  before(async () => {
    browser = await launchChromium();
  });

  after(() => browser.close());

  /** What Chromium's XML parser makes of a text, and what the picture does when it is opened. */
  async function opened(svg: string) {
    const page = await browser.newPage();
    try {
      const dialogs: string[] = [];
      const requests: string[] = [];
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      page.on('request', (request) => requests.push(request.url()));
      const parsed = (await page.evaluate(`(${PARSE})(${JSON.stringify(svg)})`)) as Parsed;
      return { ...parsed, dialogs, requests: requests.filter((url) => !url.startsWith('about:')) };
    } finally {
      await page.close();
    }
  }

  for (const example of EXAMPLES) {
    it(`draws ${example} in every layout, well-formed and the same every time`, async () => {
      for (const layout of ['layered', 'facility', 'force']) {
        const run = runTmg(['graph', example, '--layout', layout]);
        assert.deepEqual([run.code, run.error], [0, '']);
        const { error, nodes, dialogs, requests } = await opened(run.out);
        assert.deepEqual([error, dialogs, requests], ['', [], []]);
        assert.ok(nodes > 10);
        assert.equal(runTmg(['graph', example, '--layout', layout]).out, run.out);
      }
    });
  }

  it('writes every format of the autopilot with a chain highlighted', () => {
    const { out } = runTmg(['chains', 'examples/autopilot', '--format', 'ndjson', '--top', '1']);
    const { id, path } = JSON.parse(out) as { id: string; path: string[] };
    const graph = (format: string): string => {
      const run = runTmg(['graph', 'examples/autopilot', '--chain', id, '--format', format]);
      assert.deepEqual([run.code, run.error], [0, '']);
      return run.out;
    };
    readDot(graph('dot'));
    assert.match(graph('mermaid'), /^ {2}linkStyle /m);
    const json = JSON.parse(graph('json')) as { nodes: { name: string }[]; path: { nodes: number[] } };
    assert.deepEqual(
      json.path.nodes.map((node) => json.nodes[node]?.name),
      path,
    );
  });

  it('runs nothing that stands in names', async () => {
    const components = HOSTILE_NAMES.map((name, index) => [
      name,
      { facility: name, interfaces: [name, `I${index}`] },
    ]);
    const model = JSON.stringify({ name: HOSTILE_NAMES[0], components: Object.fromEntries(components) });
    const svg = withFolder({ 'model.tmg.yaml': model }, (folder) => runTmg(['graph', folder]).out);
    const { error, elements, nodes, dialogs, requests } = await opened(svg);
    assert.deepEqual([error, dialogs, requests], ['', [], []]);
    assert.ok(nodes > HOSTILE_NAMES.length);
    const allowed = ['circle', 'desc', 'g', 'path', 'rect', 'style', 'svg', 'text', 'title'];
    assert.deepEqual(
      elements.filter((name) => !allowed.includes(name)),
      [],
    );
  });
});
