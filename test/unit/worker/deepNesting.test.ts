import { assertLanguageHolds } from '../../fuzz/languageProperties';
import { assertModelHolds } from '../../fuzz/modelProperties';
import { Choices } from '../../fuzz/random';
import { deepFragments, deepTexts } from '../../support/deepTexts';

describe('deep nesting in the editor', () => {
  const limit = Error.stackTraceLimit;
  before(() => {
    Error.stackTraceLimit = 0;
  });
  after(() => {
    Error.stackTraceLimit = limit;
  });

  for (const [what, fragment] of Object.entries(deepFragments(1000))) {
    it(`is checked, mended and answered about like anything else: ${what}`, async () => {
      for (const [index, text] of deepTexts(fragment).entries()) {
        const texts = { 'model.tmg.yaml': text, 'more.tmg.yaml': 'components: {D: {interfaces: [x]}}\n' };
        assertModelHolds(texts, new Choices(index));
        await assertLanguageHolds(texts, 'model.tmg.yaml', new Choices(index));
      }
    });
  }
});
