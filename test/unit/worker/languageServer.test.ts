import assert from 'node:assert/strict';
import type { SelectionKey } from '../../../src/protocol/selectionKey';
import { fingerprint } from '../../../src/text/fingerprint';
import type { LanguageServer } from '../../../src/worker/languageServer';
import {
  type Checked,
  LanguageSession,
  MODEL,
  MODEL_PATH,
  RATINGS_PATH,
} from '../../support/languageSession';

/** Errors and warnings of all files, as `code text`. */
function serious(session: LanguageSession, checked: Checked | undefined): string[] {
  return (checked?.files ?? []).flatMap(({ problems }) =>
    problems
      .filter(({ severity }) => severity !== 'information')
      .map((problem) => `${problem.code} ${session.textAt(problem)}`),
  );
}

describe('LanguageServer', () => {
  let session: LanguageSession;
  let ask: LanguageServer['requests'];

  beforeEach(() => {
    session = new LanguageSession();
    ask = session.server.requests;
    session.flush();
  });

  describe('publishes problems', () => {
    it('of all files at once, with the models and the newest change', () => {
      const fresh = new LanguageSession();
      const checked = fresh.flush();
      assert.equal(checked?.change, 2);
      assert.deepEqual(
        checked?.models.map(({ version, ...model }) => [model, version > 0]),
        [[{ root: '/w/plant', name: 'Plant', components: 2, assets: 1, errors: 0, warnings: 0 }, true]],
      );
      assert.deepEqual(checked?.changedRoots, ['/w/plant']);
    });

    it('only of files in which they change, and takes them back', () => {
      session.replace(RATINGS_PATH, 'Server', 'Servr');
      const broken = session.flush();
      assert.deepEqual(
        broken?.files.map(({ path }) => path),
        [MODEL_PATH, RATINGS_PATH],
      );
      assert.deepEqual(serious(session, broken), ['unknown-component Servr']);
      assert.equal(broken?.models[0]?.errors, 1);
      session.replace(RATINGS_PATH, '# who', '# Who');
      assert.deepEqual(session.flush()?.files, [], 'a comment changes no problem');
      session.replace(RATINGS_PATH, 'Servr', 'Server');
      const mended = session.flush();
      assert.deepEqual(mended?.files.find(({ path }) => path === RATINGS_PATH)?.problems, []);
    });

    it('not of a file that is gone, nor of a model without files', () => {
      session.replace(RATINGS_PATH, 'Server', 'Servr');
      session.flush();
      session.remove(RATINGS_PATH);
      const less = session.flush();
      assert.deepEqual(less?.files.find(({ path }) => path === RATINGS_PATH)?.problems, []);
      session.remove(MODEL_PATH);
      const none = session.flush();
      assert.deepEqual([none?.models, none?.changedRoots], [[], ['/w/plant']]);
    });

    it('with the places that belong to them in other files', () => {
      session.write('/w/plant/more.tmg.yaml', 'components:\n  Kiosk: {facility: Yard}\n');
      const [problem] = session.flush()?.files.flatMap(({ problems }) => problems) ?? [];
      assert.equal(problem?.code, 'conflicting-facility');
      assert.deepEqual(
        problem.related.map((place) => [place.path, session.textAt(place)]),
        [[MODEL_PATH, 'Hall']],
      );
    });
  });

  it('hands the texts of a model to the chain thread, and then only what changed', () => {
    const first = session.server.source.changes({ root: '/w/plant', since: 0 });
    assert.ok(first && 'version' in first);
    assert.deepEqual(first.changed.map(({ file }) => file).sort(), ['model.tmg.yaml', 'ratings.tmg.yaml']);
    session.replace(RATINGS_PATH, '5.7', '5.8');
    const next = session.server.source.changes({ root: '/w/plant', since: first.version });
    assert.ok(next && 'version' in next);
    assert.deepEqual(
      next.changed.map(({ file }) => file),
      ['ratings.tmg.yaml'],
    );
    assert.deepEqual([...next.files].sort(), ['model.tmg.yaml', 'ratings.tmg.yaml']);
    assert.equal(session.server.source.changes({ root: '/elsewhere', since: 0 }), undefined);
  });

  describe('answers about names', () => {
    it('leads from a rating to the declaration, and back to all places', async () => {
      const at = session.at(RATINGS_PATH, 'Kiosk');
      const definition = await ask.definition(at);
      assert.deepEqual(
        definition?.places.map((place) => [place.path, session.textAt(place)]),
        [[MODEL_PATH, 'Kiosk']],
      );
      const places = await ask.references({ ...at, includeDeclaration: true });
      assert.deepEqual(
        places.map((place) => session.textAt(place)),
        ['Kiosk', 'Kiosk'],
      );
      const [own] = await ask.highlights(at);
      assert.equal(own?.kind, 'reference');
    });

    it('explains what stands at a place', async () => {
      const vector = await ask.hover(session.at(RATINGS_PATH, '{all: usb}', 'usb'));
      assert.match(vector?.markdown ?? '', /6\.8/);
      assert.equal(await ask.hover(session.at(RATINGS_PATH, '# who')), undefined);
    });

    it('renames in all files, so that nothing is unknown then', async () => {
      const at = session.at(MODEL_PATH, 'Kiosk');
      const prepared = await ask.prepareRename(at);
      assert.deepEqual(prepared.kind === 'name' && prepared.placeholder, 'Kiosk');
      const renamed = await ask.rename({ ...at, newName: 'Terminal: new' });
      assert.ok(renamed.kind === 'edits');
      session.apply(renamed.changes);
      assert.deepEqual(serious(session, session.flush()), []);
      assert.ok(session.texts.get(RATINGS_PATH)?.includes('Terminal: new'));
      const refused = await ask.rename({ ...at, newName: 'Server' });
      assert.equal(refused.kind, 'refused');
    });

    it('says what commands at a place are for', async () => {
      const target = async (path: string, line: string, part: string) =>
        ask.target(session.at(path, line, part));
      assert.deepEqual(await target(MODEL_PATH, 'Records: {', 'Records'), {
        root: '/w/plant',
        component: 'Server',
        asset: 'Server/Records',
        interface: undefined,
        key: { kind: 'asset', id: 'Server/Records' },
      });
      const through = await target(RATINGS_PATH, 'USB: {all', 'USB');
      assert.deepEqual([through?.component, through?.interface], ['Kiosk', 'USB']);
      assert.deepEqual(through?.key, { kind: 'interface', name: 'USB' });
      const rating = await target(RATINGS_PATH, 'USB: {all', '{all');
      assert.deepEqual(rating?.key, { kind: 'relation', interface: 'USB', component: 'Kiosk' });
    });

    it('says where what is chosen is declared', async () => {
      const line = async (key: SelectionKey) => {
        const place = await ask.declaration({ root: '/w/plant', key });
        return place && `${place.path}:${session.textAt(place)}`;
      };
      assert.equal(await line({ kind: 'component', name: 'Server' }), `${MODEL_PATH}:Server`);
      assert.equal(await line({ kind: 'asset', id: 'Server/Records' }), `${MODEL_PATH}:Records`);
      assert.equal(await line({ kind: 'interface', name: 'USB' }), `${MODEL_PATH}:USB`);
      assert.equal(
        await line({ kind: 'relation', interface: 'USB', component: 'Kiosk' }),
        `${MODEL_PATH}:USB`,
      );
      assert.equal(await line({ kind: 'component', name: 'Nobody' }), undefined);
      assert.equal(
        await line({ kind: 'chain', path: ['USB', 'Kiosk'], asset: 'Server/Records', type: 'E' }),
        undefined,
      );
    });
  });

  describe('answers about the parts of files', () => {
    it('lists symbols, folds, links and the tree of the model', async () => {
      const symbols = await ask.documentSymbols({ path: MODEL_PATH });
      const server = symbols.find(({ name }) => name === 'Server');
      assert.equal(server?.children.map(({ name }) => name).includes('Records'), true);
      const found = await ask.workspaceSymbols({ query: 'rec' });
      assert.deepEqual(
        found.map((symbol) => [symbol.name, session.textAt(symbol)]),
        [['Records', 'Records']],
      );
      assert.ok((await ask.folds({ path: RATINGS_PATH })).length > 0);
      const tree = await ask.modelTree({ root: '/w/plant', parent: undefined });
      assert.deepEqual(
        tree.map(({ label, hasChildren }) => [label, hasChildren]),
        [
          ['Hall', true],
          ['Server', true],
        ],
      );
      const node = tree.find(({ label }) => label === 'Server');
      const children = await ask.modelTree({ root: '/w/plant', parent: node?.id });
      assert.ok(children.some(({ assetId }) => assetId === 'Server/Records'));
    });

    it('encodes tokens so that each is found again by adding up', async () => {
      const data = await ask.semanticTokens({ path: MODEL_PATH });
      assert.ok(data.length > 0 && data.length % 5 === 0);
      const lines = MODEL.split('\n');
      const words: string[] = [];
      let line = 0;
      let column = 0;
      for (let at = 0; at < data.length; at += 5) {
        const [lineStep = 0, columnStep = 0, length = 0] = data.subarray(at, at + 3);
        column = lineStep === 0 ? column + columnStep : columnStep;
        line += lineStep;
        words.push(lines[line]?.slice(column, column + length) ?? '');
      }
      for (const word of ['Kiosk', 'Hall', 'USB', 'Records']) {
        assert.ok(words.includes(word), `${word} in ${words.join(' ')}`);
      }
    });
  });

  describe('answers about ratings', () => {
    it('rates a relation, so that it is rated then', async () => {
      session.apply(
        await ask.rate({ root: '/w/plant', component: 'Server', interface: 'Rack', type: 'E', text: '9.9' }),
      );
      assert.match(session.texts.get(RATINGS_PATH) ?? '', /Rack: \{all: 5\.7, E: 9\.9\}/);
      const relation = (await ask.relations({ root: '/w/plant' })).find(
        ({ component }) => component === 'Server',
      );
      assert.equal(relation?.interface, 'Rack');
    });

    it('finds, changes and names vectors', async () => {
      const at = session.at(MODEL_PATH, 'CVSS:3.1');
      const found = await ask.vectorAt(at);
      assert.ok(found);
      assert.equal(session.textAt({ path: MODEL_PATH, range: found.range }), found.text);
      assert.deepEqual(await ask.vectors({ root: '/w/plant' }), [
        { name: 'usb', text: found.text, score: 6.8 },
      ]);
      const harder = found.text.replace('AC:L', 'AC:H');
      session.apply(await ask.editCell({ ...at, before: found.text, text: harder }));
      assert.ok(session.texts.get(MODEL_PATH)?.includes(harder));
      session.replace(RATINGS_PATH, '5.7', harder);
      const rated = session.at(RATINGS_PATH, harder);
      session.apply(await ask.nameVector({ ...rated, before: harder, name: 'rack' }));
      assert.ok(session.texts.get(RATINGS_PATH)?.includes('{all: rack}'));
      assert.deepEqual(serious(session, session.flush()), []);
    });

    it('changes and names no vector but the one that was asked about', async () => {
      const at = session.at(MODEL_PATH, 'CVSS:3.1');
      const found = await ask.vectorAt(at);
      assert.ok(found);
      session.replace(MODEL_PATH, 'AC:L', 'AC:H');
      assert.deepEqual(await ask.editCell({ ...at, before: found.text, text: 'none' }), []);
      assert.deepEqual(await ask.nameVector({ ...at, before: found.text, name: 'rack' }), []);
    });

    it('says which text its edits are for', async () => {
      const rate = {
        root: '/w/plant',
        component: 'Server',
        interface: 'Rack',
        type: 'E',
        text: '9.9',
      } as const;
      const text = session.texts.get(RATINGS_PATH) ?? '';
      assert.deepEqual(
        (await ask.rate(rate)).map(({ basis }) => basis),
        [fingerprint(text)],
      );
      session.write(RATINGS_PATH, text.replace('workshop', 'workship'));
      assert.notEqual((await ask.rate(rate))[0]?.basis, fingerprint(text));
    });

    it('guides through the metrics to a vector', async () => {
      const chosen: { name: string; value: string }[] = [];
      for (let asked = 0; asked < 20; asked++) {
        const next = await ask.guide({ version: '3.1', chosen });
        if (next.kind === 'vector') {
          assert.equal(chosen.length, 8);
          assert.ok(await ask.vectorChoices({ text: next.vector }));
          return;
        }
        assert.equal(next.count, 8);
        const { metric, values } = next.step;
        chosen.push({ name: metric, value: values[0]?.letter ?? '' });
      }
      assert.fail('the guide never ends');
    });
  });

  it('shows scores behind vectors of a range, and lenses with figures once there are some', async () => {
    const whole = { start: { line: 1, column: 1 }, end: { line: 99, column: 1 } };
    const hints = await ask.inlayHints({ path: MODEL_PATH, range: whole });
    assert.deepEqual(
      hints.map(({ position, label }) => [position.line, /6\.8/.test(label)]),
      [[4, true]],
    );
    const none = await ask.inlayHints({ path: MODEL_PATH, range: { start: whole.start, end: whole.start } });
    assert.deepEqual(none, []);
    const figuresOf = async () =>
      (await ask.codeLenses({ path: MODEL_PATH }))?.lenses.filter(({ figure }) => figure !== undefined)
        .length;
    assert.equal(await figuresOf(), 0);
    const figure = { chains: 3, worst: 6.8, rating: 'Medium' as const, position: 0 };
    const figures = {
      components: new Map([['Kiosk', figure]]),
      assets: new Map(),
      entries: new Map(),
    };
    session.server.notifications.figures({ root: '/w/plant', figures });
    assert.equal(await figuresOf(), 1);
    session.server.notifications.figures({ root: '/w/plant', figures: undefined });
    assert.equal(await figuresOf(), 0);
  });

  it('offers what can be written', async () => {
    const list = await ask.completion(session.at(RATINGS_PATH, '{all: usb}', 'usb'));
    assert.ok(list?.items.some(({ label }) => label === 'usb'));
  });

  it('answers with nothing about files of no model', async () => {
    const path = '/elsewhere/a.tmg.yaml';
    const at = { path, position: { line: 1, column: 1 } };
    const range = { start: at.position, end: at.position };
    assert.deepEqual(
      [
        await ask.hover(at),
        await ask.definition(at),
        await ask.target(at),
        await ask.completion(at),
        await ask.codeLenses({ path }),
        await ask.vectorAt(at),
      ].filter((answer) => answer !== undefined),
      [],
    );
    assert.deepEqual(
      [
        ...(await ask.references({ ...at, includeDeclaration: true })),
        ...(await ask.highlights(at)),
        ...(await ask.actions({ path, range })),
        ...((await ask.actionEdits({ path, version: 1, problem: 0, fix: 0 })) ?? []),
        ...(await ask.fixAll({ path })),
        ...(await ask.documentSymbols({ path })),
        ...(await ask.links({ path })),
        ...(await ask.folds({ path })),
        ...(await ask.semanticTokens({ path })),
        ...(await ask.inlayHints({ path, range })),
        ...(await ask.editCell({ ...at, before: '', text: '1' })),
        ...(await ask.nameVector({ ...at, before: '', name: 'v' })),
        ...(await ask.relations({ root: '/elsewhere' })),
        ...(await ask.vectors({ root: '/elsewhere' })),
        ...(await ask.modelTree({ root: '/elsewhere', parent: undefined })),
        ...(await ask.rate({ root: '/elsewhere', component: 'A', interface: 'x', type: 'S', text: '1' })),
      ],
      [],
    );
    assert.equal((await ask.prepareRename(at)).kind, 'refused');
    assert.equal((await ask.rename({ ...at, newName: 'x' })).kind, 'refused');
  });
});
