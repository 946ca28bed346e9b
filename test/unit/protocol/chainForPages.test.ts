import assert from 'node:assert/strict';
import { chainForPages } from '../../../src/protocol/chainForPages';
import type { ChainDetail } from '../../../src/protocol/chainProtocol';

const LONG = 'name '.repeat(20_000);
const CHAIN: ChainDetail = {
  position: 0,
  probability: 5,
  rating: 'Medium',
  type: 'E',
  path: ['Internet', 'Web'],
  asset: 'Orders',
  component: 'Web',
  id: '0123456789abcdef',
  root: '/model',
  assetId: 'Web/Orders',
  risk: undefined,
  description: LONG,
  formula: '5',
  attackers: 'An attacker',
  period: 'At any time',
  markdown: LONG,
  steps: [
    {
      interface: 'Internet',
      component: 'Web',
      ratedType: 'E',
      score: 5,
      vector: undefined,
      vectorInWords: [],
      byRule: false,
      probability: 5,
      reason: LONG,
      techniques: [],
      notes: [LONG],
      references: ['short'],
      source: undefined,
      componentPlace: undefined,
      relationPlace: undefined,
    },
  ],
};

describe('a chain as pages get it', () => {
  it('has sentences of a bounded length, and its names whole', () => {
    const sent = chainForPages(CHAIN) ?? assert.fail();
    assert.ok(JSON.stringify(sent).length < 20_000);
    assert.ok(sent.description.startsWith('name name') && sent.description.endsWith('…'));
    assert.deepEqual(
      [sent.path, sent.assetId, sent.steps[0]?.references],
      [CHAIN.path, CHAIN.assetId, ['short']],
    );
    assert.equal(sent.markdown, '');
  });

  it('is nothing where there is none', () => {
    assert.equal(chainForPages(undefined), undefined);
  });
});
