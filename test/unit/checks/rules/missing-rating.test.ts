import assert from 'node:assert/strict';
import { missingRating } from '../../../../src/checks/rules/missing-rating';
import { contextOf, fixed, fixedText, found, foundAt } from '../checkTexts';

describe('missing-rating', () => {
  const VECTOR = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
  const model = `settings: {stride: [S, T, E]}
components:
  Server: {interfaces: [Web, Bus]}
  Client: {interfaces: [Bus]}
  Virtual-S: {interfaces: [Bus, Plug]}
  Out: {interfaces: [Bus], labels: [EXT]}
vectors:
  bus: ${VECTOR}
ratings:
  Server:
    Web: {S: none, all: ${VECTOR}}
    Bus: {T: 5.0}
  Client:
    Bus: {S: none, T: 7.1, E: bus}
`;

  it('reports one finding per relation with the types at the name in the list', () => {
    assert.deepEqual(found(missingRating, model), [
      {
        file: 'model.tmg.yaml',
        at: 'Bus',
        line: 3,
        args: { component: 'Server', interface: 'Bus', types: 'S, E' },
      },
    ]);
  });

  it('counts rules, and types of the settings only', () => {
    assert.deepEqual(
      foundAt(missingRating, `${model}ratingRules:\n  - {match: {component: Server}, all: 5.0}\n`),
      [],
    );
    assert.deepEqual(foundAt(missingRating, model.replace('[S, T, E]', '[T]')), []);
  });

  it('asks for E where it rates the steps before the last', () => {
    const [finding] = found(
      missingRating,
      model.replace('{stride: [S, T, E]}', '{stride: [T], stepRule: elevation}'),
    );
    assert.equal(finding?.args.types, 'E');
  });

  it('leaves cells that cannot be read to their errors', () => {
    assert.deepEqual(foundAt(missingRating, model.replace('{T: 5.0}', '{T: 5.0, all: 11}')), []);
    assert.deepEqual(foundAt(missingRating, model.replace('{T: 5.0}', '{T: 5.0, all: no-vector}')), []);
  });

  it('rates like the other side of the interface, by the texts that stand there', () => {
    const after = contextOf(fixedText(missingRating, model, 'Rate S, E like "Client" through "Bus"'));
    const ratings = after.model.components.get('Server')?.relations.get('Bus')?.ratings;
    assert.deepEqual([ratings?.S?.none, ratings?.T?.score, ratings?.E?.score], [true, 5, 9.8]);
    assert.match(
      fixedText(missingRating, model, 'Rate S, E like "Client" through "Bus"'),
      /E: bus[ ,}\n][^]*E: bus/,
    );
  });

  it('rates with the vector used most', () => {
    const title = `Rate S, E with ${VECTOR}, the vector used most`;
    assert.equal(
      contextOf(fixedText(missingRating, model, title))
        .model.components.get('Server')
        ?.relations.get('Bus')?.ratings.S?.score,
      9.8,
    );
  });

  it('adds a relation that has no record yet, next to other ratings of its component', () => {
    const texts = {
      'graph.tmg.yaml':
        'settings: {stride: [T]}\ncomponents:\n  A: {interfaces: [x, y]}\n  B: {interfaces: [y]}\n',
      'ratings.tmg.yaml': `ratings:\n  A:\n    x:\n      T: ${VECTOR}\n`,
    };
    const results = fixed(missingRating, texts);
    const title = `Rate T with ${VECTOR}, the vector used most`;
    assert.deepEqual([...results.keys()], [title, 'Rate T as not possible: none']);
    assert.equal(foundAt(missingRating, texts).length, 2);
    const context = contextOf(texts);
    const [ofA] = missingRating.check(context);
    const [fix] = (ofA && missingRating.fixes?.(ofA, context)) ?? [];
    assert.equal(fix?.changes[0]?.file, 'ratings.tmg.yaml');
  });

  it('offers only none where the model has no rating to follow', () => {
    assert.deepEqual(
      [...fixed(missingRating, 'components:\n  A: {interfaces: [x]}\n').keys()],
      ['Rate S, T, R, I, D, E as not possible: none'],
    );
  });

  describe('in CSV', () => {
    const settings = 'settings: {stride: [T, E]}\n';
    const title = 'Rate E like "B" through "x"';

    it('fills the row of the relation, a short one too', () => {
      const texts = {
        'model.tmg.yaml': settings,
        'graph.tmg.csv': 'Component,Interface\nA,x\nB,x\n',
        'ratings.tmg.csv': 'Component,Interface,T,E\nA,x,5.0\nB,x,none,7.1\n',
      };
      assert.equal(
        fixedText(missingRating, texts, title, 'ratings.tmg.csv'),
        'Component,Interface,T,E\nA,x,5.0,7.1\nB,x,none,7.1\n',
      );
    });

    it('adds a row to a table of one type a row, and where a row rates other interfaces too', () => {
      const long = {
        'model.tmg.yaml': settings,
        'graph.tmg.csv': 'Component,Interface\nA,x\nB,x\n',
        'ratings.tmg.csv': 'Component,Interface,STRIDE,CVSS\nB,x,T,5.0\nB,x,E,6.0\n',
      };
      assert.equal(
        fixedText(missingRating, long, 'Rate T, E like "B" through "x"', 'ratings.tmg.csv'),
        `${long['ratings.tmg.csv']}A,x,T,5\nA,x,E,6\n`,
      );
      const shared = {
        'model.tmg.yaml': settings,
        'graph.tmg.csv': 'Component,Interface\nA,x\nA,y\nB,x\n',
        'ratings.tmg.csv': 'Component,Interface,T,E\nA,"x, y",5.0,\nA,y,,4.0\nB,x,none,7.1\n',
      };
      assert.equal(
        fixedText(missingRating, shared, title, 'ratings.tmg.csv'),
        `${shared['ratings.tmg.csv']}A,x,,7.1\n`,
      );
    });

    it('writes the decimal comma where the table does', () => {
      const texts = {
        'model.tmg.yaml': settings,
        'graph.tmg.csv': 'Component;Interface\nA;x\nB;x\n',
        'ratings.tmg.csv': 'Component;Interface;T;E\nA;x;5,0;\nB;x;none;7,1\n',
      };
      assert.equal(
        fixedText(missingRating, texts, title, 'ratings.tmg.csv'),
        'Component;Interface;T;E\nA;x;5,0;7,1\nB;x;none;7,1\n',
      );
    });

    it('goes to a YAML file where the table has no column for a type', () => {
      const texts = {
        'model.tmg.yaml': settings,
        'graph.tmg.csv': 'Component,Interface\nA,x\n',
        'ratings.tmg.csv': 'Component,Interface,T\nA,x,5.0\n',
      };
      const files = fixed(missingRating, texts).get('Rate E as not possible: none');
      assert.equal(files?.['ratings.tmg.csv'], texts['ratings.tmg.csv']);
      assert.equal(files?.['model.tmg.yaml'], `${settings}ratings:\n  A:\n    x: {E: none}\n`);
    });
  });
});
