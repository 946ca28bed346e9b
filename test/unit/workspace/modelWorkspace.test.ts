import assert from 'node:assert/strict';
import { computeChains } from '../../../src/chains/computeChains';
import { loadModel, ModelWorkspace } from '../../../src/workspace/modelWorkspace';
import { readBytes } from '../../../src/workspace/readRecords';
import { SIZE_LIMITS } from '../../../src/workspace/fileKinds';
import { goldenModel } from '../../support/golden';
import { memoryFileSystem } from '../../support/memoryFileSystem';

const codes = (workspace: ModelWorkspace): string[] => workspace.snapshot().problems.map(({ code }) => code);

describe('ModelWorkspace', () => {
  it('hands out the same snapshot until a file changes', () => {
    const workspace = new ModelWorkspace('/models/plant');
    workspace.setText('model.tmg.yaml', goldenModel('all: 5'));
    const first = workspace.snapshot();
    workspace.setText('model.tmg.yaml', goldenModel('all: 5'));
    assert.equal(workspace.snapshot(), first);
    workspace.setText('model.tmg.yaml', goldenModel('all: 6'));
    const second = workspace.snapshot();
    assert.ok(second.version > first.version);
    assert.equal(computeChains(first.model).probability(0), 5);
    assert.equal(computeChains(second.model).probability(0), 6);
  });

  it('is named after its folder where no file names it', () => {
    const workspace = new ModelWorkspace('/models/plant');
    workspace.setText('a.tmg.yaml', 'components: {A: {interfaces: [X]}}\n');
    assert.equal(workspace.snapshot().model.name, 'plant');
  });

  it('forgets a file and what it said', () => {
    const workspace = new ModelWorkspace('/m');
    workspace.setText('a.tmg.yaml', 'components: {A: {interfaces: [X]}}\n');
    workspace.setText('b.tmg.yaml', 'components: {B: {interfaces: [X]}}\n');
    assert.deepEqual([...workspace.snapshot().model.components.keys()], ['A', 'B']);
    workspace.remove('a.tmg.yaml');
    assert.deepEqual([...workspace.snapshot().model.components.keys()], ['B']);
  });

  it('reports binary, oversized and guessed files, and reads the others all the same', async () => {
    const files = {
      '/m/model.tmg.yaml': goldenModel('all: 5'),
      '/m/junk.tmg.yaml': Uint8Array.from({ length: 4000 }, (_, i) => (i * 37) % 256),
      '/m/big.tmg.yaml': new Uint8Array(SIZE_LIMITS.yaml + 1).fill(32),
      '/m/latin.tmg.csv': Uint8Array.from(
        [...'Component,Interface\nTür,X\n'].map((letter) => letter.charCodeAt(0)),
      ),
    };
    const workspace = await loadModel(
      memoryFileSystem(files),
      { root: '/m', files: Object.keys(files).map((file) => file.slice(3)) },
      () => {
        throw new Error('no file should fail');
      },
    );
    assert.deepEqual(
      codes(workspace)
        .filter((code) => ['not-text', 'file-too-large', 'encoding-guessed'].includes(code))
        .sort(),
      ['encoding-guessed', 'file-too-large', 'not-text'],
    );
    assert.ok(workspace.snapshot().model.components.has('Tür'));
    assert.ok(workspace.snapshot().model.components.has('Server'));
  });

  it('passes files that cannot be read to the caller', async () => {
    const failed: string[] = [];
    await loadModel(
      memoryFileSystem({}),
      { root: '/m', files: ['gone.tmg.yaml'] },
      (file) => void failed.push(file),
    );
    assert.deepEqual(failed, ['/m/gone.tmg.yaml']);
  });
});

describe('readBytes', () => {
  it('reads a byte order mark and UTF-16 as spreadsheets write it', () => {
    const text = 'Component\tInterface\r\nA\tX\r\n';
    const utf16 = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
    const utf8 = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf8'));
    for (const bytes of [utf16, utf8]) {
      const records = readBytes('a.tmg.csv', bytes);
      assert.deepEqual(records.findings, []);
      assert.deepEqual(
        records.components.map(({ name }) => name.value),
        ['A'],
      );
    }
  });
});
