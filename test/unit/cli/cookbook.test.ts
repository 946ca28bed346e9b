import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runInProcess } from '../../support/cliRun';

/** The models of the cookbook by name: their files, and how many chains are promised. */
function recipes(): Map<string, { chains: number; readonly files: Record<string, string> }> {
  const found = new Map<string, { chains: number; readonly files: Record<string, string> }>();
  for (const [, text = ''] of readFileSync('docs/modelling.md', 'utf8').matchAll(/^```yaml\n([^]*?)^```/gm)) {
    const name = /^# model: (.*)$/m.exec(text)?.[1];
    if (name !== undefined) {
      const recipe = found.get(name) ?? { chains: 0, files: {} };
      recipe.chains = Number(/^# chains: (\d+)$/m.exec(text)?.[1] ?? recipe.chains);
      const number = Object.keys(recipe.files).length;
      recipe.files[number === 0 ? 'model.tmg.yaml' : `part${number}.tmg.yaml`] = text;
      found.set(name, recipe);
    }
  }
  return found;
}

describe('the recipes of docs/modelling.md', () => {
  it('are many', () => assert.ok(recipes().size > 10));

  for (const [name, { chains, files }] of recipes()) {
    it(`have no warnings and the chains that they promise: ${name}`, async () => {
      const check = await runInProcess(['check', '.', '--fail-on', 'warning'], { files });
      assert.equal(check.code, 0, check.out);
      const { out } = await runInProcess(['chains', '.', '--format', 'json'], { files });
      assert.equal((JSON.parse(out) as { total: number }).total, chains);
    });
  }
});
