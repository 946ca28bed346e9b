import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGraphMl } from '../../../../bench/graphml';
import { errorsOf, type ImportRun, importRun, notesOf, outline } from '../../../support/importing';
import { mutate } from '../../../support/mutations';
import { describeWithData } from '../../../support/testData';

/** Imports one file of a folder; its model has no errors, and nothing in the file is found wrong. */
async function sample(folder: string, file: string): Promise<ImportRun> {
  const run = await importRun({ [file]: readFileSync(join(folder, file)) });
  assert.deepEqual(errorsOf(run.snapshot), []);
  assert.deepEqual(notesOf(run.report, 'problem'), []);
  return run;
}

function external({ snapshot }: ImportRun): string[] {
  return [...snapshot.model.components.values()].filter((one) => one.external).map(({ name }) => name);
}

interface Cell {
  readonly shape: string;
  readonly source?: { readonly cell?: string };
  readonly target?: { readonly cell?: string };
}

/** Folders of samples that importers read. */
const FOLDERS = ['threat-dragon', 'threagile', 'otm', 'can-dbc', 'topology-zoo'] as const;

describeWithData('samples with damage', 'topologies', (folder) => {
  for (const kind of FOLDERS) {
    it(`${kind}: neither throw nor make a model with errors`, async () => {
      for (const file of readdirSync(join(folder, kind))) {
        const text = readFileSync(join(folder, kind, file), 'utf8');
        for (let seed = 0; seed < 20; seed++) {
          const { snapshot, texts, report } = await importRun({
            [file]: mutate(mutate(text, seed), seed + 1),
          });
          assert.deepEqual(errorsOf(snapshot), [], `${file} seed ${seed}`);
          assert.ok(Object.keys(texts).length > 0 || notesOf(report, 'problem').length > 0);
        }
      }
    });
  }
});

describeWithData('models of Threat Dragon', 'topologies/threat-dragon', (folder) => {
  for (const file of readdirSync(folder)) {
    it(`${file}: its elements, flows and boundaries`, async () => {
      const run = await sample(folder, file);
      const { detail } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
        detail: { diagrams: { cells: Cell[] }[] };
      };
      const cells = detail.diagrams.flatMap((diagram) => diagram.cells);
      const count = (...shapes: string[]): number =>
        cells.filter(({ shape }) => shapes.includes(shape)).length;
      const { model } = run.snapshot;
      assert.equal(model.components.size, count('process', 'store', 'actor'));
      assert.equal(model.interfaces.size, count('flow'));
      assert.equal(model.facilities.size, count('trust-boundary-box'));
      assert.equal(external(run).length, count('actor'));
      assert.ok(model.assets.size > 0);
      const ends = [...model.interfaces.values()].map(({ components }) => components.length);
      assert.ok(ends.every((number) => number === 2));
    });
  }

  it('payment-online.json: what lies in which boundary', async () => {
    const { components } = outline(await sample(folder, 'payment-online.json'));
    const places = Object.entries(components).map(([name, text]) => [name, text.split(' | ')[0]]);
    assert.deepEqual(Object.fromEntries(places), {
      Customer: '-',
      'Customer Client': 'Customer / Internet',
      'Merchant Web Server': 'Merchant / Web',
      'Stripe API service': 'Stripe / Web',
      'Stripe Payment Service': 'Stripe / Web',
    });
  });
});

describeWithData('models of Threagile', 'topologies/threagile', (folder) => {
  it('example.yaml: its technical assets, links, boundaries and data', async () => {
    const run = await sample(folder, 'example.yaml');
    const { model } = run.snapshot;
    assert.deepEqual([model.components.size, model.interfaces.size, model.facilities.size], [14, 20, 5]);
    assert.deepEqual(external(run), [
      'Customer Web Client',
      'Backoffice Client',
      'Backend Admin Client',
      'External Development Client',
    ]);
    const data = new Set([...model.assets.values()].map(({ name }) => name));
    assert.equal(data.size, 12);
    // The accounts are those of contracts, with two values of their own.
    assert.deepEqual(model.assets.get('Load Balancer/Customer Accounts')?.ratings, {
      security: 5,
      operation: 4,
    });
    assert.equal(model.components.get('Apache Webserver')?.facility, 'Web DMZ');
    assert.deepEqual(model.interfaces.get('Customer Traffic')?.components, [
      'Customer Web Client',
      'Load Balancer',
    ]);
    assert.equal(model.interfaces.get('Customer Traffic')?.entry, true);
  });

  it('stub.yaml: its two technical assets and the link', async () => {
    const { model } = (await sample(folder, 'stub.yaml')).snapshot;
    assert.deepEqual([model.components.size, model.interfaces.size, model.facilities.size], [2, 1, 1]);
  });
});

describeWithData('models in the Open Threat Model format', 'topologies/otm', (folder) => {
  it('example-open-threat-model.json: its components, data flows and trust zones', async () => {
    const run = await sample(folder, 'example-open-threat-model.json');
    const { model } = run.snapshot;
    assert.deepEqual([model.components.size, model.interfaces.size, model.facilities.size], [4, 2, 2]);
    assert.deepEqual(external(run), ['Web Client']);
    assert.deepEqual(model.assets.get('Web Service/Credit Card Data')?.ratings, {
      security: 5,
      operation: 5,
    });
    assert.match(
      model.components.get('Customer Database')?.relations.get('Dataflow between webservice and mongo.')
        ?.notes[0] ?? '',
      /^Spoofing, Tampering \(likelihood 50, impact 100, exposed\): Threat 1/,
    );
  });
});

describeWithData('CAN databases', 'topologies/can-dbc', (folder) => {
  for (const file of readdirSync(folder)) {
    it(`${file}: its nodes and messages`, async () => {
      const { model } = (await sample(folder, file)).snapshot;
      const text = readFileSync(join(folder, file), 'utf8');
      const named = (/^BU_:(.*)$/m.exec(text)?.[1] ?? '').trim().split(/\s+/);
      const messages = [...text.matchAll(/^BO_ \d+ (\w+):/gm)].map(([, name = '']) => name);
      const nodes = named.filter((name) => !/^(XXX|Vector__XXX)$/.test(name));
      assert.ok(nodes.every((name) => model.components.has(name)));
      const bus = [...model.components.values()].filter(({ labels }) => labels.has('Communication'));
      assert.equal(bus.length, 1);
      assert.equal(
        bus[0]?.assets.length,
        messages.filter((name) => name !== 'VECTOR__INDEPENDENT_SIG_MSG').length,
      );
      assert.equal(bus[0]?.relations.size, model.components.size - 1);
    });
  }
});

describeWithData('networks in GraphML', 'topologies/topology-zoo', (folder) => {
  for (const file of readdirSync(folder)) {
    it(`${file}: its places and lines`, async () => {
      const run = await sample(folder, file);
      const { model } = run.snapshot;
      const map = readGraphMl(readFileSync(join(folder, file), 'utf8'));
      assert.equal(model.components.size, map.nodes.length);
      assert.equal(model.interfaces.size, map.links.length);
      assert.equal(external(run).length, map.nodes.filter(({ internal }) => !internal).length);
      const countries = new Set(map.nodes.map(({ country }) => country).filter((country) => country !== ''));
      assert.deepEqual(new Set(model.facilities.keys()), countries);
      assert.ok([...model.interfaces.values()].every(({ components }) => components.length === 2));
    });
  }
});
