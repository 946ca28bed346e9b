import { deepEqual, equal, ok } from 'node:assert/strict';
import { computeChains } from '../../../src/chains/computeChains';
import { MODEL_TEMPLATES, newModelText } from '../../../src/language/newModel';
import { snapshotOf } from '../../support/caret';

describe('newModelText', () => {
  for (const { id: template } of MODEL_TEMPLATES) {
    it(`gives a ${template} model without problems`, () => {
      const { model, problems } = snapshotOf({ 'model.tmg.yaml': newModelText(template, 'Mine') });
      deepEqual(
        problems.map(({ code, range }) => [code, range]),
        [],
      );
      equal(model.name, 'Mine');
      equal(model.settings.stepRule, 'elevation');
      const { size } = computeChains(model);
      ok(template === 'empty' ? size === 0 : size > 0);
    });
  }

  it('writes the name so that it is read as it is', () => {
    for (const name of ['Ä: b', '- x', "it's", '# 1', '$& $1', 'true', '"', 'a, b']) {
      const { model } = snapshotOf({ 'model.tmg.yaml': newModelText('empty', name) });
      equal(model.name, name);
    }
  });
});
