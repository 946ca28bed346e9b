import assert from 'node:assert/strict';
import { runInProcess } from '../../support/cliRun';
import { goldenModel } from '../../support/golden';
import { parseHtml, paragraphsOf } from '../../support/reports';

const GOLDEN = goldenModel('E: 6.8');
const ONE = { files: { 'model.tmg.yaml': GOLDEN } };
const DATED = ['report', '.', '--date', '2026-01-31'];

describe('tmg report', () => {
  it('writes a page to a file or a pipe, the same bytes for the same day', async () => {
    const piped = await runInProcess(DATED, ONE);
    assert.deepEqual([piped.code, piped.error], [0, '']);
    assert.equal(
      paragraphsOf(parseHtml(piped.out), 'summary')[0],
      '18 attack chains lead from 6 entry points to 3 assets.',
    );
    const run = await runInProcess([...DATED, '--output', 'out/report.html'], { ...ONE, terminal: true });
    assert.deepEqual(run, { code: 0, out: '', error: '', written: { 'out/report.html': piped.out } });
  });

  it('bears the date of today without another one', async () => {
    const before = new Date();
    const { out } = await runInProcess(['report', '.'], ONE);
    const days = [before, new Date()].map((day) =>
      [day.getFullYear(), day.getMonth() + 1, day.getDate()]
        .map((part) => String(part).padStart(2, '0'))
        .join('-'),
    );
    assert.ok(days.includes(/<time datetime="([^"]+)">/.exec(out)?.[1] ?? ''));
  });

  it('narrows the chains down as other commands do', async () => {
    const { out } = await runInProcess([...DATED, '--from', 'Internet', '--to', 'DB'], ONE);
    assert.equal(
      paragraphsOf(parseHtml(out), 'summary')[0],
      '1 attack chain leads from 1 entry point to 1 asset.',
    );
  });

  it('is what the threat table as HTML is', async () => {
    const [report, table] = [
      await runInProcess(['report', '.'], ONE),
      await runInProcess(['table', '.', '--format', 'html'], ONE),
    ];
    assert.equal(table.code, 0);
    assert.equal(table.out.replace(/\d+ \w+ \d{4}/g, ''), report.out.replace(/\d+ \w+ \d{4}/g, ''));
  });

  it('does not fill a terminal', async () => {
    const run = await runInProcess(DATED, { ...ONE, terminal: true });
    assert.deepEqual([run.code, run.out], [2, '']);
    assert.match(run.error, /nothing for a terminal; name a file with --output, or use a pipe\.\n$/);
  });

  for (const date of ['2026-02-30', '31.1.2026', '2026-1-31', '+02026-01-31', '']) {
    it(`refuses the date "${date}"`, async () => {
      const run = await runInProcess(['report', '.', '--date', date], ONE);
      assert.deepEqual([run.code, run.out], [2, '']);
      assert.match(run.error, /Give a day as 2026-01-31\./);
    });
  }

  it('is that of one model', async () => {
    const files = { 'a/model.tmg.yaml': GOLDEN, 'b/model.tmg.yaml': GOLDEN.replace('Client Server', 'B') };
    const several = await runInProcess(DATED, { files });
    assert.deepEqual([several.code, several.out], [2, '']);
    assert.match(several.error, /choose one with --model: "Client Server", "B"\.\n$/);
    const { code, out } = await runInProcess([...DATED, '--model', 'B'], { files });
    assert.equal(code, 0);
    assert.match(out, /<title>Threat report: B<\/title>/);
  });

  it('fails for a model with errors, and is written all the same', async () => {
    const files = { 'model.tmg.yaml': `${GOLDEN}filters: {banned: [[Servr]]}\n` };
    const run = await runInProcess(DATED, { files });
    assert.equal(run.code, 1);
    assert.match(run.error, /: error unknown-component: /);
    assert.match(paragraphsOf(parseHtml(run.out), 'summary').at(-1) ?? '', /^Note: the model has 1 error;/);
  });

  it('shows progress on standard error, and takes it away', async () => {
    const run = await runInProcess(DATED, { ...ONE, progress: true });
    assert.equal(run.code, 0);
    assert.ok(run.error === '' || run.error.endsWith('\r\u001b[K'));
  });
});
