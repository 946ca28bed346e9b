import assert from 'node:assert/strict';
import { fastTests } from '../../../scripts/fastTests';

describe('npm run test:fast', () => {
  const files = fastTests();

  it('takes tests that need one part alone', () => {
    assert.ok(files.length > 50);
    assert.ok(files.includes('test/unit/formats/yaml/jsonSchema.test.ts'));
  });

  it('leaves out what runs programs, tries random cases or goes to a limit, by itself or through a helper', () => {
    for (const slow of [
      'test/unit/naive.test.ts',
      'test/unit/cli/chains.test.ts',
      'test/unit/cli/jsonPage.test.ts',
      'test/unit/scripts/workplace.test.ts',
      'test/unit/cvss/score3.test.ts',
      'test/unit/chains/filterReach.test.ts',
      'test/unit/formats/limits.test.ts',
      'test/unit/formats/foreign/hostile.test.ts',
    ]) {
      assert.ok(!files.includes(slow), slow);
    }
  });
});
