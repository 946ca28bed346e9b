import { deepEqual } from 'node:assert/strict';
import { columnOffers } from '../../../src/language/columnOffers';

describe('columnOffers', () => {
  it('describes the column CVSS without naming a type', () => {
    const texts = columnOffers(['Component', 'Interface'])
      .filter(({ label }) => label === 'CVSS' || label === 'S')
      .map(({ label, documentation = '' }) => [label, documentation.split('\n')[0]?.slice(0, 14)]);
    deepEqual(texts, [
      ['CVSS', 'A CVSS vector,'],
      ['S', 'Spoofing'],
    ]);
  });
});
