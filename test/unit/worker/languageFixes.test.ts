import assert from 'node:assert/strict';
import { Lexer } from 'yaml';
import { LineIndex } from '../../../src/text/lineIndex';
import type { LanguageServer } from '../../../src/worker/languageServer';
import { LanguageSession, MODEL, MODEL_PATH, RATINGS, RATINGS_PATH } from '../../support/languageSession';

describe('LanguageServer, asked for fixes', () => {
  let session: LanguageSession;
  let ask: LanguageServer['requests'];

  beforeEach(() => {
    session = new LanguageSession();
    ask = session.server.requests;
    session.flush();
  });

  it('prefers the correction of a slip, and it mends the problem', async () => {
    session.replace(RATINGS_PATH, 'Server', 'Servr');
    session.flush();
    const { path, position } = session.at(RATINGS_PATH, 'Servr');
    const actions = await ask.actions({ path, range: { start: position, end: position } });
    assert.deepEqual(
      actions.map(({ isPreferred, problem }) => [isPreferred, problem.code]),
      [
        [true, 'unknown-component'],
        [false, 'unknown-component'],
      ],
    );
    const [first] = actions;
    assert.ok(first);
    session.apply((await ask.actionEdits(first.key)) ?? []);
    assert.equal(session.texts.get(RATINGS_PATH), RATINGS);
  });

  it('makes no edits of a fix that was offered before the model changed', async () => {
    session.replace(RATINGS_PATH, 'Server', 'Servr');
    session.flush();
    const { path, position } = session.at(RATINGS_PATH, 'Servr');
    const [first] = await ask.actions({ path, range: { start: position, end: position } });
    assert.ok(first);
    session.write(MODEL_PATH, `${MODEL}# more\n`);
    session.flush();
    assert.equal(await ask.actionEdits(first.key), undefined);
  });

  it('offers fixes of the first problems of a large file without making their edits', async () => {
    const path = '/w/large/model.tmg.yaml';
    const components = Array.from(
      { length: 400 },
      (_, index) =>
        `  Component ${index}:\n    interfaces: [I${index}, I${index + 1}]\n    assets:\n      DB: {security: 3}\n`,
    );
    const text = `tmg: 1\ncomponents:\n${components.join('')}interfaces: {I0: {entry: true}}\n`;
    session.write(path, text);
    session.flush();
    const whole = { start: { line: 1, column: 1 }, end: new LineIndex(text).positionAt(text.length) };
    let parses = 0;
    const { lex } = Lexer.prototype;
    Lexer.prototype.lex = function* (...given): ReturnType<typeof lex> {
      parses++;
      yield* lex.apply(this, given);
    };
    try {
      const actions = await ask.actions({ path, range: whole });
      assert.equal(new Set(actions.map(({ key }) => key.problem)).size, 50);
      assert.equal(parses, 0);
      const last = actions.at(-1);
      assert.ok(last);
      assert.ok(((await ask.actionEdits(last.key))?.length ?? 0) > 0);
      const rate = actions.find(({ problem }) => problem.code === 'missing-rating');
      assert.ok(rate);
      assert.ok(((await ask.actionEdits(rate.key))?.length ?? 0) > 0);
      assert.ok(parses > 0, 'the edits are made when they are asked for');
    } finally {
      Lexer.prototype.lex = lex;
    }
  });

  it('prefers none where it takes a decision', async () => {
    session.write('/w/plant/more.tmg.yaml', 'components:\n  Kiosk: {facility: Yard}\n');
    session.flush();
    const { path, position } = session.at('/w/plant/more.tmg.yaml', 'Yard');
    const actions = await ask.actions({ path, range: { start: position, end: position } });
    assert.ok(actions.length > 0 && actions.every(({ isPreferred }) => !isPreferred));
  });

  it('mends all slips of a file at once, and nothing else', async () => {
    session.write(
      RATINGS_PATH,
      RATINGS.replace('Server', 'Servr').replace('{all: usb}', '{all: usbb, E: 7.15}').replace('5.7', '11'),
    );
    session.write('/w/plant/more.tmg.yaml', 'components:\n  Kiosk: {facility: Yard}\n');
    session.flush();
    session.apply(await ask.fixAll({ path: RATINGS_PATH }));
    const left = session.flush()?.files.find(({ path }) => path === RATINGS_PATH)?.problems ?? [];
    assert.deepEqual(
      left.filter(({ severity }) => severity === 'error'),
      [],
    );
    assert.match(session.texts.get(RATINGS_PATH) ?? '', /\{all: usb, E: 7\.2\}[^]*\{all: 10\}/);
    assert.deepEqual(await ask.fixAll({ path: '/w/plant/more.tmg.yaml' }), []);
  });
});
