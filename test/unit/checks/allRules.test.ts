import assert from 'node:assert/strict';
import { RULES } from '../../../src/checks/allRules';
import { checkModel } from '../../../src/checks/checkModel';
import { COMPUTED_RULES } from '../../../src/checks/computedRules';
import { fixesFor } from '../../../src/checks/fixesFor';
import { DIAGNOSTIC_CODES } from '../../../src/formats/diagnosticCodes';
import { formatMessage } from '../../../src/text/message';
import { applyFix, contextOf } from './checkTexts';
import { namesModel } from './namesModel';

describe('the rules', () => {
  it('are one for every code, under that code', () => {
    const rules = Object.entries({ ...RULES, ...COMPUTED_RULES });
    assert.deepEqual(
      rules.map(([code, rule]) => [code, rule.code]).sort(),
      DIAGNOSTIC_CODES.map((code) => [code, code]).sort(),
    );
  });
});

describe('fixesFor', () => {
  it('gives the fixes of the rule, and last the one that ignores the problem', () => {
    const text = namesModel('into: [Server]', 'into: [Sever]');
    const context = contextOf(text);
    const problem = checkModel(context).find(({ code }) => code === 'unknown-component');
    assert.ok(problem);
    const fixes = fixesFor(problem, context);
    assert.deepEqual(
      fixes.map(({ title }) => formatMessage(title)),
      ['Change "Sever" to "Server"', 'Ignore this unknown-component with a reason: fill in the comment'],
    );
    for (const fix of fixes) {
      const after = checkModel(contextOf(applyFix(text, fix)));
      assert.ok(!after.some(({ code }) => code === 'unknown-component'));
    }
  });

  it('gives only the latter where a rule has none of its own', () => {
    const text = 'components:\n  A: {interfaces: [x], assets: {D: {}}}\n  B: {interfaces: [y]}\n';
    const context = contextOf({ 'model.tmg.yaml': text });
    const syntax = { ...checkModel(context)[0], code: 'encoding-guessed' } as Parameters<typeof fixesFor>[0];
    assert.deepEqual(fixesFor(syntax, context), []);
  });
});
