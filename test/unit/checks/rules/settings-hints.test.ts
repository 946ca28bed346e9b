import assert from 'node:assert/strict';
import { noStepRule } from '../../../../src/checks/rules/no-step-rule';
import { weightWithoutRating } from '../../../../src/checks/rules/weight-without-rating';
import { fixedText, found, foundAt } from '../checkTexts';

const COMPONENTS = `components:
  A: {assets: {D: {tech: 1}, E: {security: 2}}}
  Out: {labels: [EXT], assets: {F: {}}}
  Joint: {labels: [Virtual], assets: {G: {}}}
`;

describe('weight-without-rating', () => {
  it('reports assets that chains can end at and that lack the rating', () => {
    assert.deepEqual(foundAt(weightWithoutRating, `settings: {weight: tech}\n${COMPONENTS}`), ['E']);
    assert.deepEqual(foundAt(weightWithoutRating, COMPONENTS), []);
  });
});

describe('no-step-rule', () => {
  it('stands at the settings, else at the first component, and not where the rule is written', () => {
    assert.deepEqual(foundAt(noStepRule, `settings: {maxLength: 5}\n${COMPONENTS}`), ['settings']);
    assert.deepEqual(
      found(noStepRule, { 'b.tmg.yaml': COMPONENTS, 'a.tmg.yaml': 'name: x\n' }).map(({ at, file }) => [
        at,
        file,
      ]),
      [['A', 'b.tmg.yaml']],
    );
    assert.deepEqual(foundAt(noStepRule, `settings: {stepRule: same}\n${COMPONENTS}`), []);
    assert.deepEqual(foundAt(noStepRule, 'tmg: 1\n'), []);
  });

  it('writes either rule into the file with the settings', () => {
    const text = `settings: {maxLength: 5}\n${COMPONENTS}`;
    for (const [title, rule] of [
      ['Rate the steps before the last by E: stepRule: elevation', 'elevation'],
      ['Rate every step by the type of its chain: stepRule: same', 'same'],
    ] as const) {
      assert.equal(
        fixedText(noStepRule, text, title),
        `settings: {maxLength: 5, stepRule: ${rule}}\n${COMPONENTS}`,
      );
    }
  });
});
