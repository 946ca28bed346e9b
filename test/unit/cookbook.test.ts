import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { computeChains } from '../../src/chains/computeChains';
import { mergeModel } from '../../src/model/mergeModel';
import { readBytes } from '../../src/workspace/readRecords';
import { parseYaml } from '../naive/document';
import { naiveChains } from '../naive/naiveChains';
import { runInProcess } from '../support/cliRun';

const PAGE = readFileSync('docs/modelling.md', 'utf8');

/** Recipes that show what a warning is about. */
const WARNED: Readonly<Record<string, readonly string[]>> = { 'permit-and-ports': ['filter-hides-pivot'] };

interface Recipe {
  chains: number;
  readonly files: Map<string, string>;
}

/** The models of the page by name: what they promise, and their files. */
function recipes(): Map<string, Recipe> {
  const found = new Map<string, Recipe>();
  for (const [, text = ''] of PAGE.matchAll(/^```yaml\n([^]*?)^```$/gm)) {
    const [, name, key, value = ''] = /^# model: (\S+)\n# (chains|file): (.+)\n/.exec(text) ?? [];
    assert.ok(name, `a block without a name: ${text}`);
    const recipe = found.get(name) ?? { chains: Number.NaN, files: new Map<string, string>() };
    if (key === 'chains') recipe.chains = Number(value);
    found.set(name, recipe);
    recipe.files.set(key === 'file' ? value : 'model.tmg.yaml', text);
  }
  return found;
}

describe('the recipes of the cookbook', () => {
  it('are many', () => {
    assert.ok(recipes().size >= 12);
  });

  for (const [name, { chains, files }] of recipes()) {
    it(`${name} has as many chains as it says`, () => {
      const records = [...files].map(([file, text]) => readBytes(file, new TextEncoder().encode(text)));
      assert.deepEqual(
        records.flatMap(({ findings }) => findings.map(({ code }) => code)),
        [],
      );
      assert.equal(naiveChains([...files.values()].map(parseYaml)).total, chains, 'naive implementation');
      assert.equal(computeChains(mergeModel(records, name).model).counts.total, chains);
    });

    it(`${name} has the warnings that its text speaks of`, async () => {
      const run = await runInProcess(['check', '.', '--format', 'json'], {
        files: Object.fromEntries(files),
      });
      const { models } = JSON.parse(run.out) as {
        models: { problems: { code: string; severity: string }[] }[];
      };
      const codes = models.flatMap(({ problems }) =>
        problems.filter(({ severity }) => severity !== 'information').map(({ code }) => code),
      );
      assert.deepEqual(codes, WARNED[name] ?? []);
    });
  }
});
