import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CancellationTokenSource, commands, Uri } from 'vscode';
import { DOCUMENTS } from '../../src/protocol/documentProtocol';
import { until } from '../support/until';
import { api, closeAll, file, open } from './support';

describe('documents', () => {
  let folder: string;

  before(async () => {
    await api();
    folder = mkdtempSync(path.join(tmpdir(), 'tmg-documents-'));
  });

  afterEach(closeAll);

  async function rootOfPlant(): Promise<string> {
    const { services } = await api();
    await open(file('plant/ratings.tmg.yaml'));
    await services.models.settled();
    return services.models.all.find(({ name }) => name === 'Client Server')?.root ?? assert.fail();
  }

  it('are written in every format, each with what it is for', async () => {
    const { services } = await api();
    const root = await rootOfPlant();
    await commands.executeCommand('tmg.computeChains', root);
    const { writeDocument } = await import('../../src/extension/features/documents');
    const token = new CancellationTokenSource().token;
    const written = new Map<string, Buffer>();
    for (const document of DOCUMENTS) {
      const target = path.join(folder, document);
      assert.ok(await writeDocument(services, { root, document }, Uri.file(target), token, () => undefined));
      written.set(document, readFileSync(target));
    }
    const text = (document: string): string => written.get(document)?.toString('utf8') ?? '';
    assert.equal(text('csv').trimEnd().split('\n').length, 37);
    assert.equal((JSON.parse(text('json')) as unknown[]).length, 36);
    assert.match(text('md'), /^\|.*Full Description.*\|$/m);
    assert.match(text('report'), /^<!DOCTYPE html>[^]*36 attack chains[^]*<\/html>\s*$/i);
    assert.match(text('worksheet-csv'), /Component.*Interface/);
    assert.equal(text('xlsx').slice(0, 2), 'PK');
    assert.equal(text('worksheet-xlsx').slice(0, 2), 'PK');
  });

  it('are not written after a cancel', async () => {
    const { services } = await api();
    const root = await rootOfPlant();
    await commands.executeCommand('tmg.computeChains', root);
    const { writeDocument } = await import('../../src/extension/features/documents');
    const source = new CancellationTokenSource();
    source.cancel();
    const target = path.join(folder, 'cancelled.csv');
    const what = { root, document: 'csv' } as const;
    assert.equal(await writeDocument(services, what, Uri.file(target), source.token, () => undefined), false);
    assert.ok(!readdirSync(folder).includes('cancelled.csv'));
  });

  it('are written over no file of a model, and under no name that would make them one', async () => {
    const { services } = await api();
    const root = await rootOfPlant();
    await commands.executeCommand('tmg.computeChains', root);
    const { writeDocument } = await import('../../src/extension/features/documents');
    const token = new CancellationTokenSource().token;
    const place = mkdtempSync(path.join(folder, 'model-'));
    const taken = path.join(place, 'taken.tmg.csv');
    writeFileSync(taken, 'Component,Interface\n');
    const write = (document: 'csv' | 'report' | 'worksheet-csv', name: string): Promise<boolean> =>
      writeDocument(services, { root, document }, Uri.file(path.join(place, name)), token, () => undefined);
    await assert.rejects(write('csv', 'taken.tmg.csv'), /is a file of a model and would be lost/);
    await assert.rejects(write('worksheet-csv', 'taken.tmg.csv'), /would be lost/);
    await assert.rejects(write('report', 'NEW.TMG.YAML'), /would become a part of a model/);
    assert.ok(await write('worksheet-csv', 'new.tmg.csv'));
    assert.deepEqual(readdirSync(place).sort(), ['new.tmg.csv', 'taken.tmg.csv']);
    assert.equal(readFileSync(taken, 'utf8'), 'Component,Interface\n');
  });

  it('of other tools are imported into a folder, and never over files that are there', async () => {
    const source = path.join(folder, 'can.dbc');
    writeFileSync(
      source,
      'VERSION ""\nBU_: Gateway Brake\nBO_ 100 Speed: 8 Gateway\n SG_ Value : 0|16@1+ (1,0) [0|0] "" Brake\n',
    );
    const target = mkdtempSync(path.join(folder, 'imported-'));
    await commands.executeCommand('tmg.importModel', [Uri.file(source)], Uri.file(target));
    const files = readdirSync(target);
    assert.ok(files.length > 0 && files.every((name) => name.includes('.tmg.')), files.join(', '));
    const texts = files.map((name) => readFileSync(path.join(target, name), 'utf8'));
    assert.ok(texts.join('').includes('Gateway') && texts.join('').includes('Brake'));
    await commands.executeCommand('tmg.importModel', [Uri.file(source)], Uri.file(target));
    assert.deepEqual(
      files.map((name) => readFileSync(path.join(target, name), 'utf8')),
      texts,
    );
  });

  it('with filled ratings come back as edits of the model, its comments kept', async () => {
    const { services } = await api();
    const root = await rootOfPlant();
    const { document } = await open(file('plant/ratings.tmg.yaml'));
    const before = document.getText();
    const sheet = path.join(folder, 'filled.csv');
    writeFileSync(sheet, 'Component,Interface,D\nServer,Gateway1,5.5\n');
    await commands.executeCommand('tmg.importModel', [Uri.file(sheet)]);
    await until(() => document.getText() !== before && services.models.byRoot(root), 'the edit');
    const after = document.getText();
    assert.ok(after.includes('5.5'));
    const comments = (text: string): string[] => text.split('\n').filter((line) => line.includes('#'));
    assert.deepEqual(comments(after), comments(before));
  });
});
