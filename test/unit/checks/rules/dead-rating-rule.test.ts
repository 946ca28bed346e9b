import assert from 'node:assert/strict';
import { deadRatingRule } from '../../../../src/checks/rules/dead-rating-rule';
import { contextOf, fixed, found, foundAt } from '../checkTexts';

describe('dead-rating-rule', () => {
  const model = (rules: string): string => `components:
  A: {interfaces: [USB1, LAN], facility: Hall}
  Virtual-B: {interfaces: [LAN, Plug]}
ratings:
  A:
    LAN: {all: 5.0}
ratingRules:
${rules}`;

  it('reports a rule that nothing matches', () => {
    assert.deepEqual(
      found(
        deadRatingRule,
        model('  - {match: {interface: USB*}, T: 5.0}\n  - {match: {facility: Yard}, T: 5.0}\n'),
      ),
      [{ file: 'model.tmg.yaml', at: '{match: {facility: Yard}, T: 5.0}', line: 9, args: {} }],
    );
  });

  it('reports a rule of which every type is rated otherwise, or that only matches Virtual components', () => {
    assert.deepEqual(foundAt(deadRatingRule, model('  - {match: {interface: LAN}, T: 5.0}\n')), [
      '{match: {interface: LAN}, T: 5.0}',
    ]);
    assert.deepEqual(foundAt(deadRatingRule, model('  - {match: {interface: Plug}, T: 5.0}\n')), [
      '{match: {interface: Plug}, T: 5.0}',
    ]);
    const shadowed = model('  - {match: {interface: USB*}, T: 5.0}\n  - {match: {component: A}, T: 6.0}\n');
    assert.deepEqual(foundAt(deadRatingRule, shadowed), ['{match: {component: A}, T: 6.0}']);
    assert.deepEqual(foundAt(deadRatingRule, shadowed.replace('T: 6.0', 'E: 6.0')), []);
  });

  it('says why', () => {
    const reasons = deadRatingRule
      .check(
        contextOf(
          model(
            '  - {match: {interface: LAN}, T: 5.0}\n  - {match: {interface: X}, T: 5.0}\n  - {match: {interface: USB1}}\n',
          ),
        ),
      )
      .map(({ message }) => message.template.split(',')[0]);
    assert.deepEqual(reasons, [
      'All that this rule matches is rated already',
      'No relation matches this rule',
      'This rule gives no rating',
    ]);
  });

  it('leaves a rule with a wrong cell to its error', () => {
    assert.deepEqual(foundAt(deadRatingRule, model('  - {match: {interface: USB1}, T: 11}\n')), []);
    assert.deepEqual(
      foundAt(deadRatingRule, model('  - {match: {interface: USB1}, T: no-such-vector}\n')),
      [],
    );
  });

  it('removes the rule', () => {
    const texts = model(
      '  - match: {interface: USB*}\n    T: 5.0\n  - match: {facility: Yard}\n    T: 5.0\n',
    );
    const [after] = fixed(deadRatingRule, texts).values();
    assert.equal(after?.['model.tmg.yaml']?.trimEnd(), model('  - match: {interface: USB*}\n    T: 5.0'));
  });
});
