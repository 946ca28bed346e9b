import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ChainSet } from '../../../src/chains/chainSet';
import { computeChains } from '../../../src/chains/computeChains';
import { chainOptions } from '../../../src/chains/options';
import { SENTENCES, type Sentences } from '../../../src/threats/description';
import { THREAT_COLUMNS } from '../../../src/formats/threatColumns';
import { threatRow } from '../../../src/threats/threatRow';
import { ThreatRows } from '../../../src/threats/threatRows';
import { EXAMPLES, exampleFiles } from '../../support/exampleFiles';
import { modelFrom } from '../../support/modelFrom';
import { toYaml } from '../../support/randomModel';
import { ratedModel } from '../../support/randomTable';

/** Compares all rows with those made chain by chain; how many there are. */
function compare(set: ChainSet, sentences: Sentences = 'plain'): number {
  const rows = new ThreatRows(set, sentences);
  for (let position = 0; position < set.size; position++) {
    const row = threatRow(set.chain(position), set.model, sentences);
    assert.deepEqual(
      rows.parts(position).flatMap(({ cells }) => cells),
      THREAT_COLUMNS.map((column) => row[column]),
    );
  }
  return set.size;
}

/** The chains of an example, those of the autopilot shortened. */
function example(name: (typeof EXAMPLES)[number]): ChainSet {
  const { model } = modelFrom(exampleFiles(name));
  return computeChains(model, chainOptions(model.settings, { maxLength: 9 }));
}

describe('ThreatRows', () => {
  it('has the cells of every chain in random models, whatever the step rule and uniqueness', () => {
    let chains = 0;
    fc.assert(
      fc.property(ratedModel, (document) => {
        const set = computeChains(modelFrom(toYaml(document)).model);
        chains += Math.min(...SENTENCES.map((sentences) => compare(set, sentences)));
      }),
      { numRuns: 300 },
    );
    assert.ok(chains > 1000, String(chains));
  });

  it('has the cells of every chain in the examples', () => {
    for (const name of EXAMPLES) {
      for (const sentences of SENTENCES) {
        assert.ok(compare(example(name), sentences) > 30, name);
      }
    }
  });

  it('has the cells of entries with `into`, of Virtual components and of vectors of all versions', () => {
    const { model } = modelFrom(`components:
  A: {interfaces: [Door, Wire], assets: {X: {}, "Y, \\"Z\\"": {security: 2}}}
  Virtual-Join: {interfaces: [Wire, Cable]}
  B: {interfaces: [Cable, Door], assets: {"": {}}}
interfaces:
  Door: {entry: true, into: [A], attackers: [one, two], periods: [night]}
ratings:
  A:
    Door: {E: CVSS:4.0/AV:A/AC:H/AT:N/PR:N/UI:A/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N, all: 5}
    Wire: {all: CVSS:3.1/AV:P/AC:L/PR:H/UI:N/S:U/C:L/I:N/A:H}
  B:
    Cable: {E: CVSS:3.0/AV:N/AC:L/PR:L/UI:R/S:U/C:L/I:L/A:L, S: 7.5}
    Door: {all: 3.3}
`);
    for (const stepRule of ['same', 'elevation'] as const) {
      const set = computeChains(model, chainOptions(model.settings, { stepRule }));
      assert.ok(compare(set) >= 12, stepRule);
    }
  });

  it('shares the parts that depend on the asset, the entry, the vectors and the rating', () => {
    const set = example('autopilot');
    const rows = new ThreatRows(set);
    const shared = new Set<object>();
    for (let position = 0; position < set.size; position++) {
      for (const part of rows.parts(position)) {
        if (part.shared) {
          shared.add(part);
        }
      }
    }
    assert.ok(shared.size < 1000, String(shared.size));
  });
});
