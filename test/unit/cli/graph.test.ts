import assert from 'node:assert/strict';
import type { SceneJson } from '../../../src/drawing/sceneJson';
import type { ChainJson } from '../../../src/report/chainJson';
import { runInProcess } from '../../support/cliRun';
import { readDot } from '../../support/dotGrammar';
import { goldenModel } from '../../support/golden';
import { elementsOf, parseXml } from '../../support/wellFormedXml';

const GOLDEN = goldenModel('E: 6.8');
const ONE = { files: { 'model.tmg.yaml': GOLDEN } };
const TWO = {
  files: { 'a/model.tmg.yaml': GOLDEN, 'b/model.tmg.yaml': GOLDEN.replace('Client Server', 'Second') },
};

async function json(args: readonly string[]): Promise<SceneJson> {
  const run = await runInProcess(['graph', '.', '--format', 'json', ...args], ONE);
  assert.deepEqual([run.code, run.error], [0, '']);
  return JSON.parse(run.out) as SceneJson;
}

describe('tmg graph', () => {
  it('draws SVG in layers, the same every time', async () => {
    const run = await runInProcess(['graph', '.'], ONE);
    assert.deepEqual([run.code, run.error], [0, '']);
    assert.equal(parseXml(run.out).name, 'svg');
    assert.deepEqual(await runInProcess(['graph', '.', '--format', 'svg', '--layout', 'layered'], ONE), run);
  });

  it('writes DOT and Mermaid', async () => {
    const dot = await runInProcess(['graph', '.', '--format', 'dot'], ONE);
    assert.equal(readDot(dot.out).nodes.size, 11);
    const mermaid = await runInProcess(['graph', '.', '--format', 'mermaid'], ONE);
    assert.match(mermaid.out, /^---\ntitle: "Client Server"\n---\nflowchart LR\n/);
    assert.deepEqual([dot.code, dot.error, mermaid.code, mermaid.error], [0, '', 0, '']);
  });

  it('writes JSON with figures and places, by the layout that is asked for', async () => {
    const layered = await json([]);
    assert.deepEqual([layered.model, layered.computed, layered.layout], ['Client Server', true, 'layered']);
    const router = layered.nodes.find(({ name }) => name === 'Router');
    assert.ok((router?.figure?.chains ?? 0) > 0);
    const force = await json(['--layout', 'force']);
    assert.equal(force.layout, 'force');
    assert.notDeepEqual(
      force.nodes.map(({ x, y }) => [x, y]),
      layered.nodes.map(({ x, y }) => [x, y]),
    );
  });

  it('counts only the chains that the options let through', async () => {
    const all = await json([]);
    const some = await json(['--from', 'Terminal']);
    const chains = ({ nodes }: SceneJson): number =>
      nodes.reduce((sum, { figure }) => sum + (figure?.chains ?? 0), 0);
    assert.ok(chains(some) > 0 && chains(some) < chains(all));
    assert.equal(some.nodes.find(({ name }) => name === 'Internet')?.figure, null);
  });

  it('highlights a chain by its id', async () => {
    const listed = await runInProcess(['chains', '.', '--format', 'json'], ONE);
    const { chains } = JSON.parse(listed.out) as { chains: ChainJson[] };
    const chain = chains.find(({ path }) => path.length > 4);
    assert.ok(chain);
    const { nodes, path } = await json(['--chain', chain.id]);
    assert.deepEqual(
      path?.nodes.map((node) => nodes[node]?.name),
      chain.path,
    );
    const svg = await runInProcess(['graph', '.', '--chain', chain.id], ONE);
    const steps = elementsOf(parseXml(svg.out), 'g').filter(
      (group) => group.attributes.get('class') === 'step',
    );
    assert.equal(steps.length, chain.path.length / 2);
    const caption = new RegExp(
      `${chain.asset.name} of ${chain.asset.component}.*P \\d[\\d.]*, ${chain.rating};`,
      's',
    );
    for (const format of ['svg', 'dot', 'mermaid']) {
      const { out } = await runInProcess(['graph', '.', '--chain', chain.id, '--format', format], ONE);
      assert.match(out, caption, format);
    }
  });

  it('highlights a chain by its number in the list', async () => {
    const options = ['--from', 'Terminal'];
    for (const more of [[], options]) {
      const listed = await runInProcess(['chains', '.', ...more, '--format', 'json'], ONE);
      const { chains } = JSON.parse(listed.out) as { chains: ChainJson[] };
      for (const which of ['2', '#2']) {
        const { nodes, path } = await json([...more, '--chain', which]);
        assert.deepEqual(
          path?.nodes.map((node) => nodes[node]?.name),
          chains[1]?.path,
        );
      }
    }
  });

  it('highlights the best chain between two ends where it does not say which', async () => {
    const ends = ['--from', 'Internet', '--to', 'Frontend'];
    const why = await runInProcess(['why', '.', ...ends, '--format', 'json'], ONE);
    const { best } = JSON.parse(why.out) as { best: ChainJson };
    const { nodes, path } = await json([...ends, '--chain']);
    assert.deepEqual(
      path?.nodes.map((node) => nodes[node]?.name),
      best.path,
    );
  });

  it('says which chains there are where an id or a number is unknown', async () => {
    for (const which of ['0123456789abcdef', '19', '#0', 'x', '-1']) {
      const run = await runInProcess(['graph', '.', `--chain=${which}`], ONE);
      assert.deepEqual([run.code, run.out], [2, '']);
      assert.equal(
        run.error,
        `tmg: Model "Client Server" has no chain "${which}" within length 13 and with these options; tmg chains lists their ids and numbers, which are 1 to 18.\n`,
      );
    }
    const none = await runInProcess(['graph', '.', '--type', 'S', '--chain'], ONE);
    assert.equal(none.code, 2);
    assert.match(
      none.error,
      /has no chain within length 13 and with these options; tmg chains says why there is none\.\n$/,
    );
  });

  it('refuses formats, layouts and colours that it does not have', async () => {
    for (const wrong of [
      ['--format', 'png'],
      ['--layout', 'circle'],
      ['--colour', 'red'],
    ]) {
      const run = await runInProcess(['graph', '.', ...wrong], ONE);
      assert.deepEqual([run.code, run.out], [2, '']);
      assert.match(run.error, /Allowed choices are/);
    }
  });

  it('is that of one model', async () => {
    const several = await runInProcess(['graph', '.'], TWO);
    assert.deepEqual([several.code, several.out], [2, '']);
    assert.match(several.error, /choose one with --model: "Client Server", "Second"\.\n$/);
    assert.equal((await runInProcess(['graph', '.', '--model', 'Second'], TWO)).code, 0);
  });

  it('goes to a file', async () => {
    const plain = await runInProcess(['graph', '.'], ONE);
    const run = await runInProcess(['graph', '.', '--output', 'graph.svg'], ONE);
    assert.deepEqual(run, { code: 0, out: '', error: '', written: { 'graph.svg': plain.out } });
  });

  it('fails for a model with errors, and is drawn all the same', async () => {
    const files = { 'model.tmg.yaml': `${GOLDEN}filters: {banned: [[Servr]]}\n` };
    const run = await runInProcess(['graph', '.'], { files });
    assert.equal(run.code, 1);
    assert.match(run.error, /: error unknown-component: /);
    assert.equal(parseXml(run.out).name, 'svg');
  });
});
