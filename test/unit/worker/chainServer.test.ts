import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { MessageChannel } from 'node:worker_threads';
import { adviseLength } from '../../../src/chains/advise';
import { NOTHING_ADVISED } from '../../../src/chains/advisedLength';
import { computeChains } from '../../../src/chains/computeChains';
import { chainOptions } from '../../../src/chains/options';
import type { ChainSelection } from '../../../src/chains/chainSelection';
import type { ChainEvents, ChainRequests, ModelSourceRequests } from '../../../src/protocol/chainProtocol';
import type { DocumentRequests } from '../../../src/protocol/documentProtocol';
import type { ChainViewRequests } from '../../../src/protocol/viewProtocol';
import { ALL_CHAINS, TABLE_COLUMNS } from '../../../src/threats/tableQuery';
import type { Nothing } from '../../../src/protocol/rpc';
import { entryPoints } from '../../../src/model/entryPoints';
import { csvTable } from '../../../src/report/tableWriters';
import { ChainServer } from '../../../src/worker/chainServer';
import { Endpoint, type RequestHandlers } from '../../../src/protocol/endpoint';
import { WorkspaceModels } from '../../../src/workspace/workspaceModels';
import { denseModelText } from '../../support/denseModel';

const ROOT = '/w';
const CSV = { root: ROOT, document: 'csv', date: '2026-01-31' } as const;

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('ChainServer', () => {
  let models: WorkspaceModels;
  let asked: number[];
  let newestTicket: number;
  /** Called whenever the server asks for the newest ticket. */
  let whenAsked: () => void;
  let chains: Endpoint<ChainRequests & ChainViewRequests & DocumentRequests, Nothing>;
  let close: () => void;

  beforeEach(() => {
    models = new WorkspaceModels();
    models.setTops([ROOT]);
    for (const file of readdirSync('examples/client-server')) {
      const text = readFileSync(`examples/client-server/${file}`, 'utf8');
      models.set(`${ROOT}/${file}`, { kind: 'text', text });
    }
    asked = [];
    newestTicket = 1;
    whenAsked = () => undefined;
    const source: RequestHandlers<ModelSourceRequests> = {
      changes: ({ root, since }) => {
        const snapshot = models.snapshot(root);
        const changed = models.changedSince(root, since).map(({ file, text }) => ({ file, text }));
        asked.push(changed.length);
        return (
          snapshot && {
            version: snapshot.version,
            changed,
            files: snapshot.records.map(({ file }) => file),
          }
        );
      },
    };
    const toSource = new MessageChannel();
    const toHost = new MessageChannel();
    new Endpoint(toSource.port1).serve(source);
    const endpoint = new Endpoint<Nothing, ChainEvents>(toHost.port1);
    endpoint.serve(
      new ChainServer(new Endpoint<ModelSourceRequests, Nothing>(toSource.port2), endpoint, () => {
        whenAsked();
        return newestTicket;
      }),
    );
    chains = new Endpoint<ChainRequests & ChainViewRequests & DocumentRequests, Nothing>(toHost.port2);
    close = () => {
      toSource.port1.close();
      toHost.port1.close();
    };
  });

  afterEach(() => close());

  const rowsOf = (through: readonly ChainSelection[], from: number, count: number) =>
    chains.request('tableRows', { root: ROOT, query: { ...ALL_CHAINS, through }, from, count });
  const compute = () => chains.request('compute', { root: ROOT, ticket: newestTicket });
  const edit = (file: string, before: string, after: string): void => {
    const path = `${ROOT}/${file}`;
    const text = models.snapshot(ROOT)?.records.find((record) => record.file === file)?.text ?? '';
    assert.ok(text.includes(before));
    models.set(path, { kind: 'text', text: text.replace(before, after) });
  };

  it('computes what the engine computes, with figures by component, asset and entry', async () => {
    const result = await compute();
    assert.equal(result?.total, 36);
    assert.equal(result?.model, 'Client Server');
    assert.deepEqual(result?.worst, { probability: 7.5, rating: 'High' });
    const { model } = models.snapshot(ROOT) ?? assert.fail();
    const expected = [...computeChains(model).chains()];
    for (const [name, { chains: count, worst }] of result.figures.components) {
      const through = expected.filter(({ path }) => path.includes(name));
      assert.equal(count, through.length, name);
      assert.equal(worst, through[0]?.probability, name);
    }
    for (const [id, { chains: count }] of result.figures.assets) {
      assert.equal(count, expected.filter(({ asset }) => asset.id === id).length, id);
    }
    for (const [name, { chains: count }] of result.figures.entries) {
      assert.equal(count, expected.filter(({ entry }) => entry === name).length, name);
    }
  });

  it('selects chains by every kind of selection', async () => {
    await compute();
    const { model } = models.snapshot(ROOT) ?? assert.fail();
    const expected = [...computeChains(model).chains()];
    const count = async (selection: ChainSelection): Promise<number> =>
      (await rowsOf([selection], 0, 0)).total;
    const last = { interface: 'Gateway1', component: 'Server' };
    assert.equal(await count({ kind: 'all' }), 36);
    assert.equal(
      await count({ kind: 'component', name: 'network' }),
      expected.filter(({ path }) => path.includes('network')).length,
    );
    assert.equal(
      await count({ kind: 'last-step', ...last }),
      expected.filter(({ path }) => path.at(-2) === 'Gateway1' && path.at(-1) === 'Server').length,
    );
    const crossed = ({ path }: { path: readonly string[] }): boolean =>
      path.some((name, index) => name === 'Gateway1' && path[index + 1] === 'Server');
    assert.equal(await count({ kind: 'relation', ...last }), expected.filter(crossed).length);
    assert.equal(await count({ kind: 'relation', interface: 'x', component: 'y' }), 0);
  });

  it('pages rows and groups, best first', async () => {
    await compute();
    const all = await rowsOf([], 0, 100);
    const page = await rowsOf([], 10, 5);
    assert.deepEqual(page.rows, all.rows.slice(10, 15));
    const { total, groups } = await chains.request('tableGroups', {
      root: ROOT,
      query: ALL_CHAINS,
      grouping: 'asset',
      from: 0,
      count: 2,
    });
    assert.equal(groups.length, 2);
    for (const group of groups) {
      const rows = await rowsOf([group.selection], 0, 1);
      assert.equal(rows.total, group.chains);
      assert.equal(rows.rows[0]?.cells[TABLE_COLUMNS.indexOf('Probability')], group.worst);
    }
    assert.ok(total >= 2);
  });

  it('leads from the steps of a chain to the lines that rate them', async () => {
    await compute();
    const detail = await chains.request('detail', { root: ROOT, position: 0 });
    assert.match(detail?.description ?? '', /Risk rating: High/);
    for (const { source, vector } of detail?.steps ?? []) {
      const line = readFileSync('examples/client-server/ratings.tmg.yaml', 'utf8').split('\n');
      assert.equal(source?.path, `${ROOT}/ratings.tmg.yaml`);
      assert.ok((line[(source?.range.start.line ?? 0) - 1] ?? '').includes(vector ?? '-'));
    }
    assert.equal(await chains.request('detail', { root: ROOT, position: 36 }), undefined);
  });

  it('fetches only what changed, and sees edits and removals', async () => {
    await compute();
    edit('ratings.tmg.yaml', 'UI:N/S:U/C:N/I:N/A:H', 'UI:R/S:U/C:N/I:N/A:H');
    const second = await compute();
    assert.deepEqual(asked, [3, 1]);
    assert.equal(second?.total, 36);
    assert.equal(second?.version, models.snapshot(ROOT)?.version);
    models.remove(`${ROOT}/ratings.tmg.yaml`);
    assert.equal((await compute())?.total, 0);
    assert.deepEqual(asked, [3, 1, 0]);
  });

  it('gives no result for a ticket that is not the newest', async () => {
    const outdated = chains.request('compute', { root: ROOT, ticket: 0 });
    assert.equal(await outdated, undefined);
    assert.equal(await chains.request('compute', { root: '/nowhere', ticket: newestTicket }), undefined);
  });

  it('writes the table in pieces that make up the whole', async () => {
    await compute();
    const { bytes, next } = await chains.request('document', { ...CSV, from: 0 });
    assert.equal(next, undefined);
    assert.equal(decode(bytes).trimEnd().split('\n').length, 37);
  });

  it('explains why there is no chain, with the place of what is in the way', async () => {
    const request = { root: ROOT, from: 'Internet', to: 'Server/DB', ticket: newestTicket };
    assert.ok((await chains.request('why', request)).best);
    edit(
      'ratings.tmg.yaml',
      'Gateway1:\n      D: CVSS:3.1/AV:N/AC:L',
      'Gateway1:\n      D: none # CVSS:3.1/AV:N/AC:L',
    );
    edit('ratings.tmg.yaml', 'E: CVSS:3.1/AV:N/AC:H/PR:H', 'E: none # CVSS:3.1/AV:N/AC:H/PR:H');
    const { maxLength, best, cuts } = await chains.request('why', request);
    assert.deepEqual([maxLength, best], [13, undefined]);
    assert.match(cuts[0]?.sentence ?? '', /not possible/);
    assert.equal(cuts[0]?.steps[0]?.place?.path, `${ROOT}/ratings.tmg.yaml`);
  });

  it('forgets a result that is cleared', async () => {
    await compute();
    await chains.request('clear', { root: ROOT });
    assert.deepEqual(await rowsOf([], 0, 9), { total: 0, kept: 0, rows: [] });
  });

  it('writes a large table in several pieces, and from the start when asked again', async () => {
    const root = `${ROOT}/large`;
    const text = denseModelText({ components: 8, interfaces: 12, seed: 3, scores: 'differ' });
    models.set(`${root}/model.tmg.yaml`, {
      kind: 'text',
      text: text.replace('settings: {', 'settings: {maxChains: 6000, '),
    });
    const computed = await chains.request('compute', { root, ticket: newestTicket });
    assert.equal(computed?.kept, 6000);
    const { model } = models.snapshot(root) ?? assert.fail();
    const whole = [...csvTable(computeChains(model))].join('');
    for (let round = 0; round < 2; round++) {
      const pieces: string[] = [];
      for (let from: number | undefined = 0; from !== undefined; ) {
        const piece: DocumentRequests['document']['result'] = await chains.request('document', {
          ...CSV,
          root,
          from,
        });
        pieces.push(decode(piece.bytes));
        from = piece.next;
      }
      assert.ok(pieces.length > 1, String(pieces.length));
      assert.equal(pieces.join(''), whole);
      // What is left over of a table in the other format does not come into this one.
      await chains.request('document', { ...CSV, root, document: 'json', from: 0 });
    }
  });

  it('advises a length for a P, and lists what chains can begin and end at', async () => {
    const { model } = models.snapshot(ROOT) ?? assert.fail();
    const advice = await chains.request('advise', { root: ROOT, minProbability: 4, ticket: newestTicket });
    const options = chainOptions(model.settings);
    assert.deepEqual(advice, adviseLength(model, options));
    const { entries, assets, minProbability } = await chains.request('endpoints', { root: ROOT });
    assert.deepEqual(
      entries,
      entryPoints(model).map(({ name }) => name),
    );
    assert.deepEqual(assets.map(({ id }) => id).sort(), [...model.assets.keys()].sort());
    assert.equal(minProbability, model.settings.thresholds.medium);
  });

  it('answers with nothing about a model that is not there', async () => {
    const root = '/nowhere';
    const ticket = newestTicket;
    assert.deepEqual(await chains.request('why', { root, from: 'a', to: 'b', ticket }), {
      maxLength: 0,
      best: undefined,
      cuts: [],
    });
    const advice = await chains.request('advise', { root, minProbability: 0, ticket });
    assert.deepEqual(advice, { ...NOTHING_ADVISED, lengths: [], complete: true });
    assert.deepEqual(await chains.request('endpoints', { root }), {
      entries: [],
      assets: [],
      minProbability: 0,
    });
    assert.deepEqual(
      await chains.request('tableGroups', { root, query: ALL_CHAINS, grouping: 'asset', from: 0, count: 9 }),
      { total: 0, chains: 0, groups: [] },
    );
    const { bytes, next } = await chains.request('document', { ...CSV, root, from: 0 });
    assert.deepEqual([bytes.length, next], [0, undefined]);
  });

  it('reports progress, and gives up as soon as a newer computation is wanted', async () => {
    const root = `${ROOT}/large`;
    const text = denseModelText({ components: 12, interfaces: 20, seed: 3, scores: 'differ' });
    models.set(`${root}/model.tmg.yaml`, { kind: 'text', text });
    const found: number[] = [];
    chains.serve({}, { progress: (event: ChainEvents['progress']) => found.push(event.found) });
    assert.ok(await chains.request('compute', { root, ticket: newestTicket }));
    assert.ok(found.length > 0 && found.every((count, index) => count >= (found[index - 1] ?? 0)));
    let asks = 0;
    whenAsked = () => {
      asks++;
      newestTicket = asks > 3 ? 2 : 1;
    };
    assert.equal(await chains.request('compute', { root, ticket: 1 }), undefined);
    assert.ok(asks < 10, `asked ${asks} times`);
  });
});
