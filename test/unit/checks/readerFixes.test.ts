import assert from 'node:assert/strict';
import { RULES } from '../../../src/checks/allRules';
import { fixed } from './checkTexts';

const VECTOR = 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';

/** The model file after the only fix of a code. */
function mended(code: keyof typeof RULES, text: string): string {
  const results = [...fixed(RULES[code], text)];
  assert.equal(results.length, 1, `one fix among ${results.map(([title]) => title).join(', ')}`);
  return results[0]?.[1]['model.tmg.yaml'] ?? '';
}

describe('fixes of what a reader finds', () => {
  it('write the key, word, score or metric that was meant', () => {
    assert.equal(mended('unknown-key', 'componets: {A: {}} # kept\n'), 'components: {A: {}} # kept\n');
    assert.equal(
      mended('wrong-type', 'settings: {stepRule: "elevaton"}\n'),
      'settings: {stepRule: elevation}\n',
    );
    assert.equal(mended('invalid-score', 'ratings: {A: {x: {T: 7.15}}}\n'), 'ratings: {A: {x: {T: 7.2}}}\n');
    const broken = `vectors:\n  v: ${VECTOR.replace('AC:L', 'AC:l')} # kept\n`;
    assert.equal(mended('invalid-cvss', broken), `vectors:\n  v: ${VECTOR} # kept\n`);
  });

  it('write the code that a comment meant', () => {
    const text = '# tmg-ignore missing-ratings: agreed with Ops\ncomponents: {}\n';
    assert.equal(mended('wrong-type', text), text.replace('ratings', 'rating'));
  });

  it('name an aliased vector, in one file or two', () => {
    const text = `ratings:\n  A:\n    x: {T: &usb ${VECTOR}, E: *usb} # kept\n`;
    assert.equal(
      mended('yaml-alias', text),
      `ratings:\n  A:\n    x: {T: usb, E: usb} # kept\nvectors: {usb: ${VECTOR}}\n`,
    );
    const files = fixed(RULES['yaml-alias'], { 'model.tmg.yaml': 'tmg: 1\n', 'b.tmg.yaml': text });
    const [after] = [...files.values()];
    assert.equal(after?.['b.tmg.yaml'], 'ratings:\n  A:\n    x: {T: usb, E: usb} # kept\n');
    assert.equal(after?.['model.tmg.yaml'], `tmg: 1\nvectors: {usb: ${VECTOR}}\n`);
  });

  it('write the value of another alias where it stands', () => {
    const text = 'components:\n  A: {facility: &f Hall}\n  B: {facility: *f}\n';
    assert.equal(mended('yaml-alias', text), 'components:\n  A: {facility: Hall}\n  B: {facility: Hall}\n');
  });

  it('offer nothing for the alias of a map', () => {
    const text = 'ratings:\n  A: &a {x: {T: 5.0}}\n  B: *a\n';
    assert.deepEqual([...fixed(RULES['yaml-alias'], text).keys()], []);
  });
});
