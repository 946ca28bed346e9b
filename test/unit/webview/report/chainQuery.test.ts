import assert from 'node:assert/strict';
import fc from 'fast-check';
import { computeChains } from '../../../../src/chains/computeChains';
import { MOST_REPORT_CHAINS, REPORT_COLUMNS, reportTable } from '../../../../src/report/reportTable';
import { ALL_CHAINS } from '../../../../src/threats/tableQuery';
import { ThreatTable } from '../../../../src/threats/threatTable';
import { ModelWorkspace } from '../../../../src/workspace/modelWorkspace';
import { ChainQuery } from '../../../../webview/report/chainQuery';
import { toYaml } from '../../../support/randomModel';
import { queryOf, queryParts, ratedModel } from '../../../support/randomTable';

describe('ChainQuery', () => {
  it('finds and sorts the chains of random models as the table of the editor does', () => {
    let some = 0;
    fc.assert(
      fc.property(ratedModel, fc.array(queryParts, { minLength: 4, maxLength: 4 }), (document, queries) => {
        const workspace = new ModelWorkspace('/model');
        workspace.setText('model.tmg.yaml', toYaml(document));
        const snapshot = workspace.snapshot();
        const set = computeChains(snapshot.model);
        const report = new ChainQuery(reportTable(snapshot, set));
        const threats = new ThreatTable(set);
        for (const [index, parts] of queries.entries()) {
          const { text, types, ratings } = queryOf(set, parts);
          for (const column of REPORT_COLUMNS) {
            const sort = { column, descending: index % 2 === 0 };
            const expected = [...threats.positions({ ...ALL_CHAINS, text, types, ratings, sort })].filter(
              (position) => position < MOST_REPORT_CHAINS,
            );
            const found = report.positions({
              text,
              types: new Set(types.length > 0 ? types : set.graph.types),
              ratings: new Set(ratings.length > 0 ? ratings : (['High', 'Medium', 'Low'] as const)),
              sort,
            });
            assert.deepEqual(found, expected);
            some += found.length > 0 && found.length < set.size ? 1 : 0;
          }
        }
      }),
      { numRuns: 150 },
    );
    assert.ok(some > 100, `only ${some} queries let some chains through and not all`);
  });
});
