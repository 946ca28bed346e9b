import assert from 'node:assert/strict';
import { chainOptions } from '../../../src/chains/options';
import { type Cut, type Explanation, explainWhy } from '../../../src/chains/why';
import { modelFrom } from '../../support/modelFrom';

function why(text: string, settings: Parameters<typeof chainOptions>[1] = {}): Explanation {
  const { model } = modelFrom(text);
  return explainWhy(
    model,
    chainOptions(model.settings, { from: new Set(['In']), to: new Set(['Z/A']), ...settings }),
  );
}
const brief = (cuts: readonly Cut[]): unknown[] =>
  cuts.map(({ cause, relations }) => [
    cause,
    relations.map((relation) => `${relation.interface} > ${relation.component}`),
  ]);

const model = (b: string, more = ''): string => `components:
  X: {interfaces: [In, L]}
  Y: {interfaces: [L, M]${b}}
  Z: {interfaces: [M], assets: {A: {}}}
interfaces: {In: {entry: true}}
ratings:
  X: {In: {T: 9, E: 5}}
  Z: {M: {T: 8, E: 5}}
${more}`;
const RATED = '  Y: {L: {T: 7, E: 5}}\n';

describe('explainWhy', () => {
  it('gives the best chain where there is one', () => {
    const { best, cuts } = why(model('', RATED));
    assert.deepEqual(best?.path, ['In', 'X', 'L', 'Y', 'M', 'Z']);
    assert.equal(best?.probability, 5.04);
    assert.deepEqual(cuts, []);
  });

  it('names the relation that is not rated', () => {
    assert.deepEqual(brief(why(model('')).cuts), [['missing-rating', ['L > Y']]]);
  });

  it('names the relation that is rated as not possible', () => {
    assert.deepEqual(brief(why(model('', '  Y: {L: {all: none}}\n')).cuts), [['none', ['L > Y']]]);
    assert.deepEqual(brief(why(model('', '  Y: {L: {all: 0}}\n')).cuts), [['none', ['L > Y']]]);
  });

  it('names the component that is out of scope', () => {
    assert.deepEqual(brief(why(model(', labels: [EXT]', RATED)).cuts), [['EXT', ['L > Y']]]);
  });

  it('names the step that a filter bans', () => {
    assert.deepEqual(brief(why(model('', `${RATED}filters: {banned: [[X, Y]]}\n`)).cuts), [
      ['filter', ['L > Y']],
    ]);
  });

  it('says how long the way would be', () => {
    const { cuts } = why(model('', RATED), { maxLength: 3 });
    assert.deepEqual(brief(cuts), [['length', []]]);
    assert.equal(cuts[0]?.length, 5);
  });

  it('says that nothing connects them', () => {
    assert.deepEqual(brief(why(model('', RATED).replace('[L, M]', '[L, N]')).cuts), [['disconnected', []]]);
  });

  it('lists what stands in the way together where no single cause is enough', () => {
    const text = model(', labels: [EXT]').replace('X: {In: {T: 9, E: 5}}', 'X: {In: {all: none}}');
    const [cut] = why(text).cuts;
    assert.equal(cut?.cause, 'together');
    assert.deepEqual(
      cut?.relations.map(({ component, obstacles }) => [component, obstacles]),
      [
        ['X', ['none']],
        ['Y', ['EXT', 'missing-rating']],
      ],
    );
  });

  it('goes round a ban over the medium that it has entered by', () => {
    const text = `components:
  X: {interfaces: [In, L]}
  Y: {interfaces: [L, M]}
  V: {interfaces: [M, L]}
  W: {interfaces: [L, K]}
  Z: {interfaces: [K], assets: {A: {}}}
interfaces: {In: {entry: true}}
ratingRules: [{match: {interface: "*"}, T: 9}]
filters: {banned: [[X, W]]}
`;
    assert.deepEqual(why(text).best?.path, ['In', 'X', 'L', 'V', 'L', 'W', 'K', 'Z']);
  });

  it('names the filter where all other ways meet a component twice', () => {
    const text = `components:
  X: {interfaces: [In, L]}
  Hub: {interfaces: [L, M, N]}
  Y: {interfaces: [M]}
  Z: {interfaces: [N], assets: {A: {}}}
interfaces: {In: {entry: true}}
ratingRules: [{match: {interface: "*"}, T: 9}]
filters: {only: [{from: X, via: Hub, to: [Y]}]}
`;
    assert.deepEqual(brief(why(text).cuts), [['filter', ['N > Z']]]);
  });

  it('lets elevation rate the steps before the last', () => {
    const text = model('', '  Y: {L: {T: 7, E: none}}\n');
    assert.ok(why(text).best);
    const { best, cuts } = why(text, { stepRule: 'elevation' });
    assert.equal(best, undefined);
    assert.deepEqual(brief(cuts), [['none', ['L > Y']]]);
  });
});
