import assert from 'node:assert/strict';
import { RULES } from '../../../src/checks/allRules';
import { fixed } from './checkTexts';

const VECTOR = 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';

/** A file after the only fix of a code in it. */
function mended(code: keyof typeof RULES, text: string, file = 'model.tmg.yaml'): string {
  const results = [...fixed(RULES[code], { [file]: text })];
  assert.equal(results.length, 1, `one fix among ${results.map(([title]) => title).join(', ')}`);
  return results[0]?.[1][file] ?? '';
}

function mendedTable(code: keyof typeof RULES, text: string): string {
  return mended(code, text, 'a.tmg.csv');
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

  it('use the name that an aliased vector has', () => {
    const text = `vectors:\n  root: &u ${VECTOR} # kept\n  other: *u\nratings:\n  A: {x: {T: *u}}\n`;
    assert.equal(
      mended('yaml-alias', text),
      `vectors:\n  root: ${VECTOR} # kept\n  other: ${VECTOR}\nratings:\n  A: {x: {T: root}}\n`,
    );
  });

  it('write the value where the name of the anchor is that of another vector', () => {
    const other = VECTOR.replace('AV:P', 'AV:N');
    const text = `vectors: {u: ${other}}\nratings:\n  A: {x: {T: &u ${VECTOR}, E: *u}}\n`;
    assert.equal(
      mended('yaml-alias', text),
      `vectors: {u: ${other}}\nratings:\n  A: {x: {T: ${VECTOR}, E: ${VECTOR}}}\n`,
    );
  });

  it('offer nothing for the alias of a map, or of one of two anchors', () => {
    const map = 'ratings:\n  A: &a {x: {T: 5.0}}\n  B: *a\n';
    assert.deepEqual([...fixed(RULES['yaml-alias'], map).keys()], []);
    const two = 'ratings:\n  A: {x: {T: &a 5.0, E: *a}, y: {T: &a 6.0, E: *a}}\n';
    assert.deepEqual([...fixed(RULES['yaml-alias'], two).keys()], []);
  });

  it('remove the second of two equal keys, which is not read', () => {
    const flow = 'ratings:\n  A: {x: {T: 5.0, T: 6.0}}\n';
    assert.equal(mended('duplicate-key', flow), 'ratings:\n  A: {x: {T: 5.0}}\n');
    const block = 'components:\n  A:\n    interfaces: [x] # kept\n  B: {}\n  A:\n    facility: F\n  C: {}\n';
    assert.equal(
      mended('duplicate-key', block),
      'components:\n  A:\n    interfaces: [x] # kept\n  B: {}\n  C: {}\n',
    );
    const table = `Vector,CVSS\na,${VECTOR}\na,${VECTOR}\nb,${VECTOR}\n`;
    assert.equal(mendedTable('duplicate-key', table), `Vector,CVSS\na,${VECTOR}\nb,${VECTOR}\n`);
  });

  it('do not remove whole sections or columns', () => {
    const sections = 'components: {A: {}}\ncomponents: {B: {}}\n';
    assert.equal(fixed(RULES['duplicate-key'], sections).size, 0);
    const columns = { 'a.tmg.csv': 'Component,Interface,T,T\nA,x,5.0,\n' };
    assert.equal(fixed(RULES['duplicate-key'], columns).size, 0);
  });

  it('mend cells and headers in CSV, quoted ones too', () => {
    assert.equal(
      mendedTable('unknown-column', 'Component,"Facilty",Asset\nA,F,D\n'),
      'Component,"Facility",Asset\nA,F,D\n',
    );
    assert.equal(
      mendedTable('missing-column', 'Component;Interfce;STRIDE;CVSS\nA;x;T;5,0\n'),
      'Component;Interface;STRIDE;CVSS\nA;x;T;5,0\n',
    );
    assert.equal(
      mendedTable('wrong-type', 'Component,Interface,STRIDE,CVSS\nA,x,Tampring,5.0\n'),
      'Component,Interface,STRIDE,CVSS\nA,x,Tampering,5.0\n',
    );
    const broken = `Vector;CVSS\nv;"${VECTOR.replace('AC:L', 'AC:l')}"\n`;
    assert.equal(mendedTable('invalid-cvss', broken), `Vector;CVSS\nv;"${VECTOR}"\n`);
    const comment = 'Component,Interface\n# tmg-ignore orphan-interfac: spare\nA,x\n';
    assert.equal(mendedTable('wrong-type', comment), comment.replace('interfac:', 'interface:'));
  });

  it('write a score with the decimal comma of its cell', () => {
    assert.equal(
      mendedTable('invalid-score', 'Component;Interface;T\nA;x;7,15\n'),
      'Component;Interface;T\nA;x;7,2\n',
    );
    assert.equal(
      mendedTable('invalid-score', 'Component,Interface,T\nA,x,7.15\n'),
      'Component,Interface,T\nA,x,7.2\n',
    );
  });
});
