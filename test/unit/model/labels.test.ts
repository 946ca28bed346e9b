import assert from 'node:assert/strict';
import { isExternal, isVirtual } from '../../../src/model/labels';

describe('isVirtual', () => {
  it('goes by the label, or by how the name begins, and not by what else is in it', () => {
    assert.ok(isVirtual('Joint', new Set(['Virtual'])));
    assert.ok(isVirtual('Virtual-Switch', new Set()));
    for (const name of [
      'Non-Virtual-Switch',
      'A Virtual-Machine',
      'virtual-switch',
      'VirtualSwitch',
      ' Virtual-X',
    ]) {
      assert.ok(!isVirtual(name, new Set(['Communication'])), name);
    }
  });
});

describe('isExternal', () => {
  it('goes by the label alone', () => {
    assert.ok(isExternal(new Set(['EXT'])));
    assert.ok(!isExternal(new Set(['Ext', 'Virtual'])));
  });
});
