import assert from 'node:assert/strict';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ThreadData } from '../../src/worker/threadData';
import { deepFragments, deepTexts } from '../support/deepTexts';
import { runTmg, withFolder } from '../support/runTmg';

const FILES = Object.values(deepFragments()).flatMap(deepTexts);

describe('deep nesting', () => {
  it('ends no command: it is an error like others', () => {
    const files = Object.fromEntries(FILES.map((text, index) => [`${index}/model.tmg.yaml`, text]));
    withFolder(files, (folder) => {
      const { code, out, error } = runTmg(['check', folder]);
      assert.equal(code, 1, error);
      assert.match(out, /yaml-syntax: This is nested more than 64 levels deep; write it flatter\./);
    });
  });

  it('ends no language thread, and so no editor', async () => {
    const workerData: ThreadData = { role: 'language' };
    const worker = new Worker(path.resolve('dist/thread.js'), { workerData });
    const checked = new Promise<void>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the thread ended with ${code}`)));
      worker.on('message', ({ method, params }: { method?: string; params?: { change: number } }) => {
        if (method === 'checked' && params?.change === FILES.length) {
          resolve();
        }
      });
    });
    const notify = (method: string, params: unknown): void =>
      worker.postMessage({ kind: 'notification', method, params });
    notify('tops', { tops: ['/w'] });
    for (const [index, text] of FILES.entries()) {
      notify('file', {
        path: `/w/${index}/model.tmg.yaml`,
        content: { kind: 'text', text },
        change: index + 1,
      });
    }
    try {
      await checked;
    } finally {
      worker.removeAllListeners('exit');
      await worker.terminate();
    }
  });
});
