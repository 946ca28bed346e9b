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

  it('says that too many ways end without a chain', () => {
    const grid = gridModel(12, 'searchLimit: 1000, maxLength: 99', '["*", "*", "*", G11-11]');
    const context = contextOf(grid);
    const chains = computeChains(context.model);
    assert.deepEqual([chains.size, chains.complete, chains.counts.totalIsLowerBound], [0, false, true]);
    const [found] = tooManyChains.check({ ...context, chains });
    assert.match(
      found?.message.template ?? '',
      /^More than \{searchLimit\} ways end .* before it had found one; there may be some/,
    );
    assert.deepEqual(found?.message.args, { searchLimit: 1000 });
  });
});

/** A square of components, each joined to its neighbours, with an entry and an asset at two corners. */
function gridModel(size: number, settings: string, banned: string): string {
  const cells = Array.from({ length: size * size }, (_, index) => {
    const [x, y] = [index % size, Math.floor(index / size)];
    const names = [
      ...(x < size - 1 ? [`h${x}-${y}`] : []),
      ...(x > 0 ? [`h${x - 1}-${y}`] : []),
      ...(y < size - 1 ? [`v${x}-${y}`] : []),
      ...(y > 0 ? [`v${x}-${y - 1}`] : []),
      ...(index === 0 ? ['in'] : []),
    ];
    const asset = index === size * size - 1 ? ', assets: {A: {}}' : '';
    return `  G${x}-${y}: {interfaces: [${names.join(', ')}]${asset}}\n`;
  });
  return `settings: {stride: [E], ${settings}}
ratingRules: [{match: {interface: "*"}, all: 10}]
components:
${cells.join('')}interfaces: {in: {entry: true}}
filters: {banned: [${banned}]}
`;
}
