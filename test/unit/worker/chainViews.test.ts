import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { adviseLength } from '../../../src/chains/advise';
import { computeChains } from '../../../src/chains/computeChains';
import { UNCONTROLLED } from '../../../src/chains/control';
import { chainOptions } from '../../../src/chains/options';
import type { Model } from '../../../src/model/model';
import type { Scene } from '../../../src/drawing/scene';
import type { DocumentRequests } from '../../../src/protocol/documentProtocol';
import {
  type ChainViewRequests,
  MOST_ROWS,
  MOST_SUMMARY_ROWS,
  PIECE_LENGTH,
  type Summary,
} from '../../../src/protocol/viewProtocol';
import { csvTable } from '../../../src/report/tableWriters';
import { ALL_CHAINS, TABLE_COLUMNS, type TableQuery } from '../../../src/threats/tableQuery';
import { ChainServer } from '../../../src/worker/chainServer';
import { denseModelText } from '../../support/denseModel';
import { modelFrom } from '../../support/modelFrom';
import { naiveRows, naiveTable } from '../../support/naiveTable';

const ROOT = '/w';
const EXAMPLE = new Map(
  readdirSync('examples/client-server').map((file) => [
    file,
    readFileSync(`examples/client-server/${file}`, 'utf8'),
  ]),
);

/** A chain thread without threads: its files are those of a map. */
class Bench {
  newestTicket = 1;
  private version = 0;
  readonly server: ChainServer;

  constructor(private files: ReadonlyMap<string, string> = EXAMPLE) {
    const changes = () => ({
      version: ++this.version,
      changed: [...this.files].map(([file, text]) => ({ file, text })),
      files: [...this.files.keys()],
    });
    const source = { request: () => Promise.resolve(changes()) } as unknown as ConstructorParameters<
      typeof ChainServer
    >[0];
    this.server = new ChainServer(source, { notify: () => undefined }, () => this.newestTicket);
  }

  static of(text: string): Bench {
    return new Bench(new Map([['model.tmg.yaml', text]]));
  }

  get model(): Model {
    return modelFrom(Object.fromEntries(this.files)).model;
  }

  replace(files: ReadonlyMap<string, string>): void {
    this.files = files;
  }

  async computed(): Promise<this> {
    assert.ok(await this.server.compute({ root: ROOT, ticket: this.newestTicket }));
    return this;
  }

  async rows(query: Partial<TableQuery>, from = 0, count = MOST_ROWS) {
    return this.server.tableRows({ root: ROOT, query: { ...ALL_CHAINS, ...query }, from, count });
  }

  async summary(minProbability?: number): Promise<Summary> {
    return (await this.server.summary({ root: ROOT, minProbability })) ?? assert.fail();
  }

  async scene(): Promise<Scene> {
    const pieces: string[] = [];
    for (let from: number | undefined = 0; from !== undefined; ) {
      const piece: ChainViewRequests['scene']['result'] = await this.server.scene({ root: ROOT, from });
      assert.ok(piece.text.length <= PIECE_LENGTH);
      pieces.push(piece.text);
      from = piece.next;
    }
    return JSON.parse(pieces.join('')) as Scene;
  }

  async table(query?: TableQuery): Promise<string> {
    let text = '';
    for (let from: number | undefined = 0; from !== undefined; ) {
      const piece: DocumentRequests['document']['result'] = await this.server.document({
        root: ROOT,
        document: 'csv',
        date: '2026-01-31',
        from,
        query,
      });
      text += new TextDecoder().decode(piece.bytes);
      from = piece.next;
    }
    return text;
  }
}

const bytes = (message: unknown): number => Buffer.byteLength(JSON.stringify(message));

describe('the chain thread about its table', () => {
  it('gives pages that make up the whole, in the order of the query', async () => {
    const bench = await Bench.of(
      denseModelText({ components: 7, interfaces: 9, seed: 21, scores: 'differ' }),
    ).computed();
    const query: TableQuery = {
      ...ALL_CHAINS,
      types: ['S', 'E'],
      sort: { column: 'First Entry-Point', descending: true },
    };
    const set = computeChains(bench.model);
    const expected = naiveTable(naiveRows(set), query);
    assert.ok(expected.length > 20);
    for (const [from, count] of [
      [0, 10],
      [7, 5],
      [expected.length - 3, 50],
      [expected.length, 5],
      [0, 0],
    ] as const) {
      const page = await bench.rows(query, from, count);
      assert.equal(page.total, expected.length);
      assert.equal(page.kept, set.size);
      assert.deepEqual(
        page.rows,
        expected.slice(from, from + count).map(({ position, chain, cells }) => ({
          position,
          cells: TABLE_COLUMNS.map((column) => cells[column] ?? null),
          rating: chain.rating,
          key: { kind: 'chain', path: chain.path, asset: chain.asset.id, type: chain.type },
        })),
      );
    }
  });

  it('finds the chain of every row again, in the table and by itself', async () => {
    const { server } = await new Bench().computed();
    const query: TableQuery = { ...ALL_CHAINS, sort: { column: 'Length', descending: true } };
    const { rows } = await server.tableRows({ root: ROOT, query, from: 0, count: MOST_ROWS });
    for (const [index, { key, position }] of rows.entries()) {
      assert.equal(await server.tableIndex({ root: ROOT, query, key }), index);
      assert.ok(key.kind === 'chain');
      const detail = await server.detail({ root: ROOT, key });
      assert.equal(detail?.position, position);
      assert.deepEqual(detail, await server.detail({ root: ROOT, position }));
      const others: TableQuery = { ...query, types: key.type === 'E' ? ['D'] : ['E'] };
      assert.equal(await server.tableIndex({ root: ROOT, query: others, key }), -1);
    }
    const key = { kind: 'chain', path: ['nowhere', 'Server'], asset: 'Server/DB', type: 'E' } as const;
    assert.equal(await server.detail({ root: ROOT, key }), undefined);
    assert.equal(await server.tableIndex({ root: ROOT, query, key }), -1);
    assert.equal(
      await server.tableIndex({ root: ROOT, query, key: { kind: 'component', name: 'Server' } }),
      -1,
    );
  });

  it('groups what the query lets through', async () => {
    const { server } = await new Bench().computed();
    const query: TableQuery = { ...ALL_CHAINS, types: ['D'], minLength: 5 };
    const all = await server.tableRows({ root: ROOT, query, from: 0, count: MOST_ROWS });
    for (const grouping of ['asset', 'entry', 'last-step', 'relation'] as const) {
      const page = { root: ROOT, query, grouping, from: 0, count: 100 };
      const { total, chains, groups } = await server.tableGroups(page);
      assert.equal(chains, all.total);
      assert.equal(groups.length, total);
      for (const group of groups) {
        const through = { ...query, through: [group.selection] };
        const rows = await server.tableRows({ root: ROOT, query: through, from: 0, count: 1 });
        assert.equal(rows.total, group.chains, group.label);
        const column = TABLE_COLUMNS.indexOf('Probability');
        assert.equal(rows.rows[0]?.cells[column], group.worst);
      }
      assert.deepEqual((await server.tableGroups({ ...page, from: 1, count: 2 })).groups, groups.slice(1, 3));
    }
  });

  it('writes what the query lets through, in its order', async () => {
    const bench = await new Bench().computed();
    const query: TableQuery = {
      ...ALL_CHAINS,
      text: 'front',
      sort: { column: 'Probability', descending: false },
    };
    const set = computeChains(bench.model);
    const positions = naiveTable(naiveRows(set), query).map(({ position }) => position);
    assert.ok(positions.length > 3 && positions.length < set.size);
    assert.equal(await bench.table(query), [...csvTable(set, { positions })].join(''));
    assert.equal(await bench.table(), [...csvTable(set)].join(''));
  });

  it('keeps pages below a size, and goes on where one ends', async () => {
    const long = (letter: string): string => letter.repeat(10_000);
    const names = Array.from({ length: 12 }, (_, index) => long(String.fromCharCode(97 + index)));
    const bench = await Bench.of(
      [
        'components:',
        ...names.map((name) => `  ${name}: {interfaces: [${long('x')}], assets: {${long('y')}: {}}}`),
        `interfaces: {${long('x')}: {entry: true, attackers: [${long('z')}]}}`,
        'ratings:',
        ...names.map((name) => `  ${name}: {${long('x')}: {all: 5}}`),
        '',
      ].join('\n'),
    ).computed();
    const { total } = await bench.rows({}, 0, 0);
    assert.equal(total, 72);
    const seen: number[] = [];
    while (seen.length < total) {
      const page = await bench.rows({}, seen.length);
      assert.ok(page.rows.length > 0);
      assert.ok(bytes(page) < 700_000, String(bytes(page)));
      seen.push(...page.rows.map(({ position }) => position));
    }
    assert.deepEqual(seen, [...seen.keys()]);
    const query = ALL_CHAINS;
    const groups = { root: ROOT, query, grouping: 'relation', from: 0, count: MOST_ROWS } as const;
    assert.ok(bytes(await bench.server.tableGroups(groups)) < 700_000);
    assert.ok(bytes(await bench.server.tableFacets({ root: ROOT })) < 1_000_000);
  });

  it('answers with nothing where nothing is computed', async () => {
    const { server } = new Bench();
    const query = ALL_CHAINS;
    const key = { kind: 'chain', path: ['Gateway1', 'Server'], asset: 'Server/DB', type: 'E' } as const;
    assert.deepEqual(await server.tableRows({ root: ROOT, query, from: 0, count: 9 }), {
      total: 0,
      kept: 0,
      rows: [],
    });
    const groups = await server.tableGroups({ root: ROOT, query, grouping: 'asset', from: 0, count: 9 });
    assert.deepEqual(groups, { total: 0, chains: 0, groups: [] });
    assert.equal(await server.tableIndex({ root: ROOT, query, key }), -1);
    assert.deepEqual((await server.tableFacets({ root: ROOT })).assets, []);
    assert.equal(await server.detail({ root: ROOT, key }), undefined);
    assert.equal(await server.summary({ root: ROOT, minProbability: undefined }), undefined);
  });
});

describe('the chain thread about a chain', () => {
  it('explains its steps with the places they come from', async () => {
    const bench = await new Bench().computed();
    const detail = (await bench.server.detail({ root: ROOT, position: 16 })) ?? assert.fail();
    assert.equal(detail.formula, '(6.8 x 8.1 x 7.5) / 100 = 4.131');
    assert.equal(detail.assetId, 'Client Computer/Frontend');
    assert.equal(detail.attackers, 'An attacker');
    assert.equal(detail.period, 'At any time');
    assert.equal(detail.risk, undefined);
    assert.ok(detail.markdown.startsWith('## Frontend of Client Computer: Elevation of Privilege, Medium\n'));
    const [, router] = detail.steps;
    assert.equal(router?.probability, 5.508);
    assert.match(router?.reason ?? '', /^The attacker holds network, which shares Gateway2 with Router;/);
    assert.equal(router?.vectorInWords[0], 'Attack Vector: Network');
    const line = (place: { path: string; range: { start: { line: number } } } | undefined): string =>
      EXAMPLE.get((place?.path ?? '').replace(`${ROOT}/`, ''))?.split('\n')[
        (place?.range.start.line ?? 0) - 1
      ] ?? '';
    assert.match(line(router?.componentPlace), /^ {2}Router:/);
    assert.match(line(router?.relationPlace), /interfaces: \[Gateway2, LAN1\]/);
    assert.ok(line(router?.source).includes(router?.vector ?? '-'));
  });
});

describe('the chain thread about a scene', () => {
  it('draws a model without chains, then with figures, then as it was computed last', async () => {
    const bench = new Bench();
    const before = await bench.scene();
    assert.equal(before.computed, false);
    assert.ok(before.nodes.some(({ name }) => name === 'Router'));
    await bench.computed();
    const after = await bench.scene();
    assert.equal(after.computed, true);
    assert.equal(after.nodes.find(({ name }) => name === 'Server')?.figure?.chains, 24);
    bench.replace(new Map([['model.tmg.yaml', 'components: {A: {interfaces: [x]}}\n']]));
    assert.deepEqual(await bench.scene(), after);
    await bench.server.clear({ root: ROOT });
    assert.deepEqual(
      (await bench.scene()).nodes.map(({ name }) => name),
      ['A', 'x'],
    );
  });

  it('comes in pieces that split no character', async () => {
    const name = (index: number): string => `${'😀'.repeat(300)}${index}`;
    const text = Array.from({ length: 600 }, (_, index) => `  ${name(index)}: {interfaces: [x]}`).join('\n');
    const bench = Bench.of(`components:\n${text}\n`);
    const first = await bench.server.scene({ root: ROOT, from: 0 });
    assert.ok(first.next !== undefined && !/\p{Cs}/u.test(first.text));
    assert.equal((await bench.scene()).nodes.length, 601);
  });
});

describe('the chain thread in summary', () => {
  it('counts entry points by assets as a naive count does', async () => {
    const bench = await new Bench().computed();
    const summary = await bench.summary();
    const chains = [...computeChains(bench.model).chains()];
    assert.equal(summary.entryCount, new Set(chains.map(({ entry }) => entry)).size);
    assert.equal(summary.assetCount, new Set(chains.map(({ asset }) => asset.id)).size);
    for (const [index, { name, chains: count, worst }] of summary.entries.entries()) {
      const own = chains.filter(({ entry }) => entry === name);
      assert.deepEqual([count, worst], [own.length, own[0]?.probability]);
      assert.ok(index === 0 || worst <= (summary.entries[index - 1]?.worst ?? 0));
    }
    assert.equal(
      summary.cells.reduce((sum, cell) => sum + cell.chains, 0),
      chains.length,
    );
    for (const { entry, asset, chains: count, worst, rating } of summary.cells) {
      const own = chains.filter(
        (chain) =>
          chain.entry === summary.entries[entry]?.name && chain.asset.id === summary.assets[asset]?.id,
      );
      assert.deepEqual([count, worst, rating], [own.length, own[0]?.probability, own[0]?.rating]);
    }
    assert.deepEqual(summary.assets.map(({ label }) => label).sort(), [
      'Backend of Server',
      'DB of Server',
      'Frontend of Client Computer',
    ]);
    assert.deepEqual(summary.coverage, [
      { type: 'D', rated: 8, none: 0, missing: 0 },
      { type: 'E', rated: 8, none: 0, missing: 0 },
    ]);
    assert.deepEqual(summary.thresholds, { medium: 4, high: 7 });
  });

  it('lists what to fix first, with its place', async () => {
    const bench = await new Bench().computed();
    const { fixes } = await bench.summary();
    const { groups } = await bench.server.tableGroups({
      root: ROOT,
      query: ALL_CHAINS,
      grouping: 'relation',
      from: 0,
      count: 20,
    });
    assert.deepEqual(
      fixes.map(({ place: _place, ...group }) => group),
      groups,
    );
    assert.deepEqual(fixes[0]?.place, {
      path: `${ROOT}/topology.tmg.yaml`,
      range: { start: { line: 5, column: 18 }, end: { line: 5, column: 26 } },
    });
  });

  it('advises a length for the P given, else that of the settings, else Medium', async () => {
    const bench = await new Bench().computed();
    for (const [given, asked] of [
      [2, 2],
      [0, 0],
      [undefined, 4],
      [2, 2],
    ] as const) {
      const { lengths, advised, complete, minProbability } = await bench.summary(given);
      const expected = adviseLength(bench.model, chainOptions(bench.model.settings), UNCONTROLLED, asked);
      assert.deepEqual(
        { lengths, advised, complete },
        { lengths: expected.lengths, advised: expected.advised, complete: expected.complete },
      );
      assert.equal(minProbability, asked);
    }
    const text = 'settings: {minProbability: 1.5}\ncomponents: {A: {interfaces: [x], assets: {K: {}}}}\n';
    assert.equal((await (await Bench.of(text).computed()).summary()).minProbability, 1.5);
  });

  it('ends counting for a newer computation, and counts to the end when asked again', async () => {
    const bench = await Bench.of(
      denseModelText({ components: 12, interfaces: 20, seed: 3, scores: 'differ' }),
    ).computed();
    let asks = 0;
    Object.defineProperty(bench, 'newestTicket', { get: () => (asks++ < 3 ? 1 : 2), configurable: true });
    assert.equal((await bench.summary()).complete, false);
    assert.ok(asks < 10, `asked ${asks} times`);
    const { complete, lengths } = await bench.summary();
    assert.equal(complete, true);
    assert.ok(lengths.length > 3);
  });

  it('lists no more rows than its page shows', async () => {
    const names = Array.from({ length: MOST_SUMMARY_ROWS + 5 }, (_, index) => `C${index}`);
    const bench = await Bench.of(
      [
        'components:',
        ...names.map((name) => `  ${name}: {interfaces: [I${name}], assets: {K: {}}}`),
        'ratingRules: [{match: {interface: "*"}, E: 5}]',
        '',
      ].join('\n'),
    ).computed();
    const summary = await bench.summary();
    assert.equal(summary.entries.length, MOST_SUMMARY_ROWS);
    assert.equal(summary.assets.length, MOST_SUMMARY_ROWS);
    assert.equal(summary.entryCount, MOST_SUMMARY_ROWS + 5);
    assert.equal(summary.assetCount, MOST_SUMMARY_ROWS + 5);
    assert.ok(summary.cells.every(({ entry, asset }) => entry < 60 && asset < 60));
  });
});
