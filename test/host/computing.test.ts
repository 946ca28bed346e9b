import assert from 'node:assert/strict';
import { commands, window } from 'vscode';
import { until } from '../support/until';
import { api, closeAll, file, open, replace } from './support';

describe('computing chains', () => {
  afterEach(closeAll);

  it('computes the golden counts, and again after an edit, in the background', async () => {
    const { services } = await api();
    const { document } = await open(file('plant/ratings.tmg.yaml'));
    await until(() => services.models.all.length > 0, 'a model');
    await commands.executeCommand('tmg.computeChains');
    const root = services.models.all.find(({ name }) => name === 'Client Server')?.root ?? assert.fail();
    const { phase, result } = services.computations.state(root);
    assert.equal(phase, 'current');
    const first = result ?? assert.fail();
    assert.equal(first.total, 36);
    assert.deepEqual(first.worst, { probability: 7.5, rating: 'High' });
    await replace(document, 'D: CVSS:3.1/AV:P/AC:L/PR:L/UI:R/S:U/C:N/I:H/A:H', 'D: none');
    const second = await until(() => {
      const newer = services.computations.current(root);
      return newer && newer !== first && newer;
    }, 'a newer result');
    assert.ok(second.total < 36);
    await commands.executeCommand('tmg.clearResults');
    assert.equal(services.computations.state(root).phase, 'none');
  });

  it('marks the lines of the chosen chain', async () => {
    const { services } = await api();
    await open(file('plant/ratings.tmg.yaml'));
    await commands.executeCommand('tmg.computeChains');
    const root = services.models.all.find(({ name }) => name === 'Client Server')?.root ?? assert.fail();
    const chain = await services.threads.chainEndpoint.request('detail', { root, position: 0 });
    const { path, assetId, type } = chain ?? assert.fail();
    await services.selection.choose(root, { kind: 'chain', path, asset: assetId, type });
    assert.equal(services.selection.chain?.steps[0]?.source?.path, `${root}/ratings.tmg.yaml`);
    assert.ok(window.visibleTextEditors.length > 0);
  });
});
