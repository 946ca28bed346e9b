import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ChainSet } from '../../src/chains/chainSet';
import { computeChains } from '../../src/chains/computeChains';
import { mergeModel } from '../../src/model/mergeModel';
import { discoverModels } from '../../src/workspace/discovery';
import { nodeFileSystem } from '../../src/workspace/nodeFileSystem';
import { readBytes } from '../../src/workspace/readRecords';
import { runInProcess } from '../support/cliRun';

const PACK = 'test/conformance';

/** What `expected.json` of a case holds. */
interface Expected {
  readonly total: number;
  readonly totalIsLowerBound: boolean;
  readonly kept: number;
  readonly byType: Readonly<Record<string, number>>;
  readonly byLength: Readonly<Record<string, number>>;
  readonly chains: readonly {
    readonly id: string;
    readonly type: string;
    readonly entry: string;
    readonly path: readonly string[];
    readonly asset: { readonly id: string };
    readonly probability: number;
    readonly rating: string;
    readonly risk?: number;
  }[];
}

/** What `expected.json` of a case about advice holds besides. */
interface ExpectedAdvice {
  readonly advised: number;
  readonly cut: number;
  readonly enough: number;
  readonly lengths: readonly {
    readonly length: number;
    readonly chains: number;
    readonly lowest: number;
    readonly highest: number;
  }[];
}

const expectedIn = (name: string): Expected & { readonly advice?: ExpectedAdvice } =>
  JSON.parse(readFileSync(`${PACK}/${name}/expected.json`, 'utf8')) as ReturnType<typeof expectedIn>;

/** What `tmg advise --format json` says. */
interface AdviceOutput extends Pick<ExpectedAdvice, 'advised' | 'lengths'> {
  readonly lengthCuts?: { readonly chains: number; readonly sufficientLength: number } | null;
}

async function compute(folder: string): Promise<ChainSet> {
  const [location] = await discoverModels(nodeFileSystem, folder, folder);
  assert.ok(location);
  const records = location.files.map((file) => readBytes(file, readFileSync(`${folder}/${file}`)));
  return computeChains(mergeModel(records, 'case').model);
}

function found(set: ChainSet): Expected {
  return {
    total: set.counts.total,
    totalIsLowerBound: set.counts.totalIsLowerBound,
    kept: set.size,
    byType: Object.fromEntries([...set.counts.byType].filter(([, chains]) => chains > 0)),
    byLength: Object.fromEntries(set.counts.byLength.map(({ length, chains }) => [length, chains])),
    chains: [...set.chains()].map(({ id, type, entry, path, asset, probability, rating, risk }) => ({
      id,
      type,
      entry,
      path,
      asset: { id: asset.id },
      probability,
      rating,
      ...(risk !== undefined && { risk }),
    })),
  };
}

describe('the conformance pack', () => {
  const cases = readdirSync(PACK, { withFileTypes: true }).filter((entry) => entry.isDirectory());

  it('has 30 cases and more', () => {
    assert.ok(cases.length >= 30);
  });

  for (const { name } of cases) {
    it(name, async () => {
      const { advice, ...expected } = expectedIn(name);
      assert.deepEqual(found(await compute(resolve(PACK, name))), expected);
      if (advice !== undefined) {
        const { out } = await runInProcess(['advise', `${PACK}/${name}`, '--format', 'json']);
        const { advised, lengths, lengthCuts } = JSON.parse(out) as AdviceOutput;
        const { chains: cut = 0, sufficientLength: enough = advised } = lengthCuts ?? {};
        assert.deepEqual({ advised, cut, enough, lengths }, advice);
      }
    });
  }
});
