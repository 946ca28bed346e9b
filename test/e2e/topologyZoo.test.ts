import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGraphMl } from '../../bench/graphml';
import { topologyModel } from '../../bench/topologyModel';
import { runTmg, withFolder } from '../support/runTmg';
import { describeWithData } from '../support/testData';

describeWithData('real networks of the Internet Topology Zoo', 'topologies/topology-zoo', (folder) => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphml'));

  it('are there', () => {
    assert.ok(files.length > 0);
  });

  for (const file of files) {
    it(`${file}: no errors, and chains`, () => {
      const map = readGraphMl(readFileSync(join(folder, file), 'utf8'));
      assert.ok(map.nodes.length > 1 && map.links.length > 0);
      withFolder(Object.fromEntries(topologyModel(file, map)), (model) => {
        const check = runTmg(['check', model, '--format', 'json']);
        assert.equal(check.code, 0, check.out + check.error);
        const chains = runTmg(['chains', model, '--format', 'json', '--top', '1']);
        assert.equal(chains.code, 0, chains.error);
        const { total, complete } = JSON.parse(chains.out) as { total: number; complete: boolean };
        assert.ok(total > 0 && complete);
      });
    });
  }
});
