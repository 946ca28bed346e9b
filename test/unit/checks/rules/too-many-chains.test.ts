import assert from 'node:assert/strict';
import { computeChains } from '../../../../src/chains/computeChains';
import { chainOptions } from '../../../../src/chains/options';
import { tooManyChains } from '../../../../src/checks/rules/too-many-chains';
import { contextOf } from '../checkTexts';

const text = `name: Many
components:
  A: {interfaces: [x, y], assets: {Key: {}, Lock: {}}}
ratingRules:
  - {match: {component: A}, all: 5.0}
`;

describe('too-many-chains', () => {
  it('reports more chains than the limit at the name of the model', () => {
    const context = contextOf(
      text.replace('name: Many', 'name: Many\nsettings: {countLimit: 5, maxChains: 3}'),
    );
    const findings = tooManyChains.check({ ...context, chains: computeChains(context.model) });
    assert.deepEqual(
      findings.map(({ file, range, message }) => [file, range, message.args]),
      [['model.tmg.yaml', { start: 6, end: 10 }, { countLimit: 5, kept: 3 }]],
    );
  });

  it('is at the limit, or the first component, where the model has no name', () => {
    const nameless = text.replace('name: Many', 'settings: {countLimit: 5}');
    for (const [source, start] of [
      [nameless, nameless.indexOf('5}')],
      [nameless.replace('settings: {countLimit: 5}\n', ''), 'components:\n  '.length],
    ] as const) {
      const context = contextOf(source);
      const chains = computeChains(context.model, chainOptions(context.model.settings, { countLimit: 5 }));
      assert.deepEqual(
        tooManyChains.check({ ...context, chains }).map(({ range }) => range.start),
        [start],
      );
    }
  });

  it('accepts as many as the limit, and a computation that was cancelled', () => {
    const context = contextOf(text.replace('name: Many', 'name: Many\nsettings: {countLimit: 24}'));
    assert.deepEqual(tooManyChains.check({ ...context, chains: computeChains(context.model) }), []);
    const cancelled = computeChains(context.model, chainOptions(context.model.settings), {
      cancelled: () => true,
      progress: () => undefined,
    });
    assert.deepEqual(tooManyChains.check({ ...context, chains: cancelled }), []);
  });
});
