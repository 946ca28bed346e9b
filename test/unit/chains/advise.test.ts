import assert from 'node:assert/strict';
import fc from 'fast-check';
import { adviceOf, adviseLength } from '../../../src/chains/advise';
import { computeChains } from '../../../src/chains/computeChains';
import { chainOptions } from '../../../src/chains/options';
import { checkChains } from '../../../src/checks/checkModel';
import { lengthSentences } from '../../../src/threats/lengthSentences';
import { formatMessage } from '../../../src/text/message';
import { parseYaml } from '../../naive/document';
import { naiveAdvice } from '../../naive/naiveAdvice';
import { modelOf, single } from '../../support/chainLines';
import { modelFrom } from '../../support/modelFrom';
import { randomModel, toYaml } from '../../support/randomModel';

/** Components in a row, each rated alike, the last one with an asset. */
function row(components: number, score: string, settings = '{}'): string {
  const names = Array.from({ length: components }, (_, index) => index);
  return `name: Row
settings: ${settings}
components:
${names.map((at) => `  C${at}: {interfaces: [I${at}, I${at + 1}]${at === components - 1 ? ', assets: {A: {}}' : ''}}`).join('\n')}
interfaces: {I0: {entry: true}}
ratingRules: [{match: {interface: "*"}, E: ${score}}]
`;
}

function messages(text: string): string[] {
  const { model, origins } = modelFrom(text);
  return checkChains({ model, origins, chains: computeChains(model) })
    .filter(({ code }) => code === 'length-cuts-chains')
    .map(({ message }) => formatMessage(message));
}

describe('the advised length', () => {
  it('is that of the longest chain, however short the maximum length is: 9 and 12 in a row', () => {
    for (const [components, needed, score] of [
      [9, 17, 8.337],
      [12, 23, 7.847],
    ] as const) {
      for (const maxLength of [1, 5, 13]) {
        const { model } = modelFrom(row(components, '9.8', `{maxLength: ${maxLength}}`));
        const { advice, size } = computeChains(model);
        assert.equal(size, 0);
        assert.deepEqual(
          [advice.advised, advice.advisedIsLowerBound, advice.lengthCuts],
          [needed, false, { chains: 1, chainsIsLowerBound: false, sufficientLength: needed }],
        );
        assert.deepEqual(lengthSentences(advice), [
          `Maximum length ${maxLength} leaves out 1 chain with P of at least 4; the shortest that leaves out none of them is ${needed}.`,
        ]);
      }
      const whole = computeChains(modelFrom(row(components, '9.8', `{maxLength: ${needed}}`)).model);
      assert.equal(Number(whole.probability(0).toPrecision(4)), score);
      assert.equal(whole.advice.lengthCuts, null);
      assert.deepEqual(lengthSentences(whole.advice), [
        `Maximum length M' ${needed} is enough to find every chain with P of at least 4.`,
      ]);
    }
  });

  it('is what every chain of every length says, in random models', () => {
    let cuts = 0;
    fc.assert(
      fc.property(randomModel, (document) => {
        const expected = naiveAdvice([parseYaml(toYaml(document))], { countLimit: 1e9 });
        const model = modelOf(single(document));
        const options = chainOptions(model.settings, { countLimit: 1e9 });
        const advice = adviseLength(model, options);
        assert.deepEqual(advice.lengths, expected.lengths);
        assert.deepEqual([advice.advised, advice.advisedIsLowerBound], [expected.advised, false]);
        assert.deepEqual(
          advice.lengthCuts,
          expected.cut === 0
            ? null
            : { chains: expected.cut, chainsIsLowerBound: false, sufficientLength: expected.enough },
        );
        cuts += expected.cut > 0 ? 1 : 0;
        assert.deepEqual(adviceOf(computeChains(model, options)), advice);
      }),
      { numRuns: 200 },
    );
    assert.ok(cuts > 3, `${cuts} models whose maximum length cuts chains`);
  });

  it('is never called enough where a limit ended the search', () => {
    const assets = 'C0: {interfaces: [I0, I1], assets: {A: {}, B: {}, C: {}}}';
    for (const settings of ['{maxLength: 5, countLimit: 2}', '{maxLength: 5, searchLimit: 1}']) {
      const text = row(9, '9.8', settings).replace('C0: {interfaces: [I0, I1]}', assets);
      const { model } = modelFrom(`${text}filters: {banned: [[C7, C8]]}\n`);
      const advice = adviseLength(model);
      assert.deepEqual([advice.advised, advice.advisedIsLowerBound, advice.lengthCuts], [1, true, null]);
      assert.deepEqual(lengthSentences(advice), [
        'The longest chain found with P of at least 4 has length 1; the search ended early, so that there may be longer ones.',
      ]);
    }
  });

  it('is a lower bound beyond the longest length there is', () => {
    const { model } = modelFrom(row(156, '10'));
    const advice = adviseLength(model);
    assert.deepEqual([advice.advised, advice.advisedIsLowerBound, advice.lengthCuts], [0, true, null]);
    assert.ok(!lengthSentences(advice).join(' ').includes('enough'));
    const { model: longest } = modelFrom(row(154, '10', '{maxLength: 307}'));
    const set = computeChains(longest);
    assert.deepEqual([set.size, set.advice.advised, Math.round(set.probability(0) * 1e9)], [1, 307, 1e10]);
  });
});

describe('length-cuts-chains', () => {
  it('says how many chains are cut off, and which length cuts off none', () => {
    assert.deepEqual(messages(row(9, '9.8')), [
      'Maximum length 13 leaves out 1 chain with P of at least 4; 17 is the shortest maxLength that leaves out none of them.',
    ]);
    assert.deepEqual(messages(row(9, '9.8', '{maxLength: 17}')), []);
    assert.deepEqual(messages(row(9, '5')), [], 'what is below Medium does not count');
  });

  it('says "at least" where the search ended early', () => {
    const text = row(9, '9.8', '{maxLength: 3, countLimit: 1}').replace(
      'assets: {A: {}}',
      'assets: {A: {}, B: {}}',
    );
    assert.deepEqual(messages(text), [
      'Maximum length 3 leaves out at least 1 chain with P of at least 4; raise maxLength as far as the number of chains allows.',
    ]);
  });
});
