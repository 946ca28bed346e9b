import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ChainSet } from '../../src/chains/chainSet';
import { computeChains } from '../../src/chains/computeChains';
import { mergeModel } from '../../src/model/mergeModel';
import { discoverModels } from '../../src/workspace/discovery';
import { nodeFileSystem } from '../../src/workspace/nodeFileSystem';
import { readBytes } from '../../src/workspace/readRecords';

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
  }[];
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
    chains: [...set.chains()].map(({ id, type, entry, path, asset, probability, rating }) => ({
      id,
      type,
      entry,
      path,
      asset: { id: asset.id },
      probability,
      rating,
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
      const expected = JSON.parse(readFileSync(`${PACK}/${name}/expected.json`, 'utf8')) as Expected;
      assert.deepEqual(found(await compute(resolve(PACK, name))), expected);
    });
  }
});
