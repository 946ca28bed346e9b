import assert from 'node:assert/strict';
import { withoutIcons } from '../../../src/extension/iconText';

describe('withoutIcons', () => {
  it('lets a name draw no icon, and leaves all else as it is', () => {
    assert.equal(withoutIcons('$(error) Server $(sync~spin)'), String.raw`\$(error) Server \$(sync~spin)`);
    for (const name of ['$5 (net)', '$(not an icon)', '$()', 'a$b']) {
      assert.equal(withoutIcons(name), name);
    }
  });
});
