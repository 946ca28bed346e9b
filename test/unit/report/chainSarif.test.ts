import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Result } from 'sarif';
import type { ChainSet } from '../../../src/chains/chainSet';
import { computeChains } from '../../../src/chains/computeChains';
import { chainOptions } from '../../../src/chains/options';
import { ChainJsonWriter } from '../../../src/report/chainJson';
import { CHAIN_RULES, chainResult } from '../../../src/report/chainSarif';
import { SarifLocations } from '../../../src/report/sarifLocations';
import { sarifLog } from '../../../src/report/sarifLog';
import type { Snapshot } from '../../../src/workspace/snapshot';
import { SourceLocator } from '../../../src/workspace/sourceLocator';
import { EXAMPLES, exampleFiles } from '../../support/exampleFiles';
import { memoryModel } from '../../support/memoryModel';
import { randomFiles, toYaml } from '../../support/randomModel';
import { placeOf, sarifRun } from '../../support/sarif';

const LEVELS = { High: 'error', Medium: 'warning', Low: 'note' } as const;

function resultsOf(snapshot: Snapshot, set: ChainSet, positions: readonly number[]): Result[] {
  const locations = new SarifLocations(snapshot, '/model');
  const results = positions.map((position) =>
    chainResult(set, set.chain(position), snapshot.origins, locations),
  );
  return sarifRun(
    [...sarifLog({ analysis: 'chains', rules: CHAIN_RULES, results, notifications: () => [] })].join(''),
  ).results;
}

/** Checks that results say of chains what their JSON says. */
function check(snapshot: Snapshot, set: ChainSet, positions: readonly number[]): void {
  const writer = new ChainJsonWriter(set, snapshot.origins, new SourceLocator(snapshot));
  const results = resultsOf(snapshot, set, positions);
  assert.equal(results.length, positions.length);
  for (const [index, result] of results.entries()) {
    const chain = set.chain(positions[index] as number);
    const json = writer.chain(chain);
    const places = json.steps.map(({ source }) => `${source?.file}:${source?.line}:${source?.column}`);
    assert.equal(result.level, LEVELS[chain.rating]);
    assert.ok(Math.abs((result.rank ?? 0) - chain.probability * 10) < 1e-9);
    assert.deepEqual(result.locations?.map(placeOf), [places.at(-1)]);
    assert.deepEqual((result.relatedLocations ?? []).map(placeOf), places.slice(0, -1));
    const [flow, ...others] = result.codeFlows ?? [];
    assert.deepEqual(others, []);
    assert.deepEqual(
      flow?.threadFlows[0]?.locations?.map(({ location }) => placeOf(location)),
      places,
    );
    assert.deepEqual(result.partialFingerprints, {
      'chain/v1': chain.id,
      primaryLocationLineHash: chain.id,
    });
    assert.deepEqual(result.properties?.['path'], chain.path);
    assert.equal(result.properties?.['probability'], chain.probability);
  }
}

describe('chains as SARIF', () => {
  for (const name of EXAMPLES) {
    it(`are valid and lead to the ratings in examples/${name}`, async () => {
      const snapshot = await memoryModel(exampleFiles(name));
      const set = computeChains(snapshot.model);
      const positions = [...Array(set.size).keys()].filter(
        (position) => position % 97 === 0 || position < 40,
      );
      check(snapshot, set, positions);
    });
  }

  it('are valid and lead to the ratings in random models', async () => {
    let chains = 0;
    await fc.assert(
      fc.asyncProperty(randomFiles, async (documents) => {
        const texts = [...documents].map(([file, document]) => [file, toYaml(document)]);
        const snapshot = await memoryModel(Object.fromEntries(texts));
        const set = computeChains(snapshot.model);
        check(snapshot, set, [...Array(Math.min(set.size, 50)).keys()]);
        chains += set.size;
      }),
      { numRuns: 100 },
    );
    assert.ok(chains > 300, String(chains));
  });

  it('say what happens, and link to the steps before', async () => {
    const snapshot = await memoryModel(exampleFiles('client-server'));
    const set = computeChains(
      snapshot.model,
      chainOptions(snapshot.model.settings, { types: ['E'], from: new Set(['Internet']) }),
    );
    const position = [...set.chains()].findIndex(({ asset }) => asset.name === 'DB');
    const [result] = resultsOf(snapshot, set, [position]);
    assert.equal(result?.ruleId, 'chain-elevation-of-privilege-low');
    assert.equal(
      result.message.text,
      'At any time, an attacker attacks network from Internet, then Server from Gateway1, and accomplishes Elevation of Privilege over DB of Server. Risk rating: Low. P = 3.876. The steps before are rated here: [1](1).',
    );
    assert.deepEqual(
      result.relatedLocations?.map(({ id, message }) => [id, message?.text]),
      [[1, 'Step 1: attacks network from Internet, E 6.8']],
    );
    assert.equal(result.codeFlows?.[0]?.message?.text, 'From Internet to DB of Server');
  });

  it('have a rule for every STRIDE type and rating, which says how bad it is as GitHub reads it', () => {
    assert.equal(CHAIN_RULES.length, 18);
    assert.deepEqual(
      CHAIN_RULES.slice(-3).map(({ id, properties }) => [id, properties]),
      [
        ['chain-elevation-of-privilege-high', { tags: ['security'], 'security-severity': '8.0' }],
        ['chain-elevation-of-privilege-medium', { tags: ['security'], 'security-severity': '5.5' }],
        ['chain-elevation-of-privilege-low', { tags: ['security'], 'security-severity': '2.0' }],
      ],
    );
  });

  it('have a rank without the dust of doubles, and point to their rule', async () => {
    const snapshot = await memoryModel(exampleFiles('autopilot'));
    const set = computeChains(snapshot.model);
    const positions = Array.from({ length: 2000 }, (_, index) => index * 50);
    for (const { rank, ruleId, ruleIndex } of resultsOf(snapshot, set, positions)) {
      assert.ok(String(rank).length <= 13, String(rank));
      assert.equal(CHAIN_RULES[ruleIndex ?? -1]?.id, ruleId);
    }
  });

  it('show hostile names as text', async () => {
    for (const name of [
      '[click](javascript:alert(1))',
      'a](1)[b](99)',
      '{0} {{1}} }{',
      'one\ntwo\u202ethree\u0007',
      '<img src=x onerror=alert(1)>',
      'half \ud800 of a pair',
      '\\',
    ]) {
      const quoted = JSON.stringify(name);
      const snapshot = await memoryModel({
        'model.tmg.yaml': `components:
  ${quoted}: {interfaces: [${quoted}, x]}
  B: {interfaces: [x], assets: {${quoted}: {}}}
interfaces: {${quoted}: {entry: true}}
ratingRules: [{match: {component: "*"}, T: 5}]
`,
      });
      const set = computeChains(snapshot.model);
      assert.equal(set.size, 1);
      const [result] = resultsOf(snapshot, set, [0]);
      const texts = [
        result?.message.text ?? '',
        result?.relatedLocations?.[0]?.message?.text ?? '',
        result?.codeFlows?.[0]?.message?.text ?? '',
      ];
      for (const text of texts) {
        assert.doesNotMatch(text, /[\p{Cc}\p{Cs}\u202e]/u);
        assert.deepEqual(text.replace(/The steps before.*/, '').match(/\]\(/g), null, text);
      }
    }
  });
});
