import { deepEqual } from 'node:assert/strict';
import { wordOffers } from '../../../src/language/keyOffers';

describe('wordOffers', () => {
  it('says what a STRIDE letter stands for, and nothing of ratings', () => {
    deepEqual(wordOffers(['settings', 'stride', 0]).slice(0, 2), [
      { label: 'S', kind: 'value', detail: 'Spoofing' },
      { label: 'T', kind: 'value', detail: 'Tampering' },
    ]);
  });

  it('has no title for words that are no letters', () => {
    deepEqual(wordOffers(['settings', 'score']), [
      { label: 'base', kind: 'value' },
      { label: 'overall', kind: 'value' },
    ]);
  });
});
