import assert from 'node:assert/strict';
import { STRIDE_TYPES } from '../../../src/formats/stride';
import { type LeadFigures, leadSentences } from '../../../src/threats/leadSentences';

const FIGURES: LeadFigures = {
  entries: [{ name: 'Uplink' }, { name: 'USB' }],
  assets: [{ label: 'Key of Gateway' }, { label: 'Log of Server' }],
  entryCount: 2,
  assetCount: 1234,
  cells: [
    { entry: 0, asset: 1, worst: 4.13123, rating: 'Medium' },
    { entry: 1, asset: 0, worst: 8.3, rating: 'High' },
  ],
  fixes: [{ label: 'USB > Gateway', medium: 1010 }],
  coverage: [
    { type: 'S', rated: 1000, none: 200, missing: 30 },
    { type: 'E', rated: 1, none: 0, missing: 3 },
  ],
};

describe('leadSentences', () => {
  it('says how many chains there are, what is worst, through what, and what is not rated', () => {
    assert.deepEqual(leadSentences(FIGURES, { total: 111_248, totalIsLowerBound: false }), [
      '111,248 attack chains lead from 2 entry points to 1,234 assets.',
      'The worst, with P 8.3 (High), begins at USB and reaches Key of Gateway.',
      'USB > Gateway is crossed by 1,010 of the chains at or above Medium: to make that step harder helps most.',
      '33 of 1,234 ratings are missing: chains through them are not counted.',
    ]);
  });

  it('speaks of one as of one, and of a lower bound as of one', () => {
    const coverage = [{ type: 'S', rated: 1, none: 0, missing: 1 }] as const;
    const figures: LeadFigures = { ...FIGURES, entryCount: 1, assetCount: 1, coverage };
    const [total, , , rated] = leadSentences(figures, { total: 1, totalIsLowerBound: false });
    assert.equal(total, '1 attack chain leads from 1 entry point to 1 asset.');
    assert.equal(rated, '1 of 2 ratings is missing: chains through it are not counted.');
    const [bound] = leadSentences(figures, { total: 2_000_000, totalIsLowerBound: true });
    assert.equal(bound, 'At least 2,000,000 attack chains lead from 1 entry point to 1 asset.');
  });

  it('advises no relation where no chain is at or above Medium', () => {
    const fixes = [{ label: 'USB > Gateway', medium: 0 }];
    const coverage = STRIDE_TYPES.map((type) => ({ type, rated: 4, none: 1, missing: 0 }));
    assert.deepEqual(
      leadSentences({ ...FIGURES, fixes, coverage }, { total: 9, totalIsLowerBound: false }).slice(2),
      ['Every relation is rated for every STRIDE type.'],
    );
  });

  it('calls rated only what was asked for, and says what was not', () => {
    const rated = { rated: 4, none: 1, missing: 0 };
    const said = (coverage: LeadFigures['coverage']): string | undefined =>
      leadSentences({ ...FIGURES, coverage }, { total: 9, totalIsLowerBound: false }).at(-1);
    assert.equal(
      said(STRIDE_TYPES.filter((type) => type !== 'R').map((type) => ({ type, ...rated }))),
      'Every relation is rated for Spoofing, Tampering, Information Disclosure, Denial of Service and Elevation of Privilege; Repudiation is not asked for.',
    );
    assert.equal(
      said([
        ...(['S', 'T', 'I', 'D'] as const).map((type) => ({ type, ...rated })),
        { type: 'E', ...rated, onlySteps: true },
      ]),
      'Every relation is rated for Spoofing, Tampering, Information Disclosure, Denial of Service and Elevation of Privilege (only as a step); Repudiation is not asked for.',
    );
  });

  it('says that there is no chain, and that ratings are missing', () => {
    for (const totals of [undefined, { total: 0, totalIsLowerBound: false }]) {
      assert.deepEqual(leadSentences({ ...FIGURES, coverage: [] }, totals), [
        'There is no attack chain from any entry point to any asset.',
      ]);
      assert.match(leadSentences(FIGURES, totals)[1] ?? '', /^33 of 1,234 ratings are missing/);
    }
  });
});
