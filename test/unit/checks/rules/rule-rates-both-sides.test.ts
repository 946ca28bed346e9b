import assert from 'node:assert/strict';
import { ruleRatesBothSides } from '../../../../src/checks/rules/rule-rates-both-sides';
import { fixed, found, foundAt } from '../checkTexts';

describe('rule-rates-both-sides', () => {
  const model = (rules: string): string => `components:
  Server: {interfaces: [TLS, USB1]}
  Client: {interfaces: [TLS]}
  Virtual-T: {interfaces: [TLS]}
ratingRules:
${rules}`;

  it('reports a rule by interface only that rates two components of one', () => {
    assert.deepEqual(found(ruleRatesBothSides, model('  - {match: {interface: TLS}, T: 5.0}\n')), [
      {
        file: 'model.tmg.yaml',
        at: 'TLS',
        line: 6,
        args: { interface: 'TLS', components: '"Server", "Client"', count: 1 },
      },
    ]);
    assert.deepEqual(foundAt(ruleRatesBothSides, model('  - {match: {interface: "*"}, T: 5.0}\n')), ['"*"']);
  });

  it('accepts rules with another pattern, of one side, or that leave the other side to its own rating', () => {
    assert.deepEqual(
      foundAt(ruleRatesBothSides, model('  - {match: {interface: TLS, component: "*"}, T: 5.0}\n')),
      [],
    );
    assert.deepEqual(foundAt(ruleRatesBothSides, model('  - {match: {interface: USB*}, T: 5.0}\n')), []);
    const own = 'ratings:\n  Client:\n    TLS: {T: 6.0}\n';
    assert.deepEqual(foundAt(ruleRatesBothSides, model(`  - {match: {interface: TLS}, T: 5.0}\n${own}`)), []);
  });

  it('offers no side where the pattern fits more interfaces: the others would lose their rating', () => {
    const text = model('  - {match: {interface: "*"}, T: 5.0}\n');
    assert.deepEqual(foundAt(ruleRatesBothSides, text), ['"*"']);
    assert.deepEqual([...fixed(ruleRatesBothSides, text).keys()], []);
  });

  it('lets the rule rate one side only', () => {
    assert.deepEqual(
      [...fixed(ruleRatesBothSides, model('  - match: {interface: TLS}\n    T: 5.0\n')).keys()],
      ['Let the rule rate "Server" only', 'Let the rule rate "Client" only'],
    );
  });
});
