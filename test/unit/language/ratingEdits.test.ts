import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { STRIDE_TYPES, type StrideType } from '../../../src/formats/stride';
import { nameVector } from '../../../src/language/nameVector';
import { ratableRelations } from '../../../src/language/ratableRelations';
import { editCell, rateRelation } from '../../../src/language/ratingEdits';
import type { Model } from '../../../src/model/model';
import { appliedTexts } from '../../support/appliedTexts';
import { markedModel, snapshotOf } from '../../support/caret';
import { modelFrom } from '../../support/modelFrom';
import { randomFiles, toYaml } from '../../support/randomModel';

const VECTOR = 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';

/** The texts after the relation of Server and LAN was rated for T. */
function ratedServer(files: Readonly<Record<string, string>>, text: string): Record<string, string> {
  const snapshot = snapshotOf(files);
  return appliedTexts(snapshot, rateRelation(snapshot, 'Server', 'LAN', 'T', text));
}

describe('rateRelation', () => {
  it('replaces the cell that is there, in block, flow and CSV, with CRLF', () => {
    deepEqual(
      ratedServer(
        {
          'a.tmg.yaml': 'ratings:\r\n  Server: # why\r\n    LAN:\r\n      T: "none" # möglich\r\n',
          'b.tmg.yaml': 'ratings: {Server: {LAN: {T: 5.5, E: 1}}}\n',
          'c.tmg.csv': 'Component;Interface;T\r\nServer;LAN;"7,1"\r\n',
        },
        VECTOR,
      ),
      {
        'a.tmg.yaml': `ratings:\r\n  Server: # why\r\n    LAN:\r\n      T: "${VECTOR}" # möglich\r\n`,
        'b.tmg.yaml': `ratings: {Server: {LAN: {T: ${VECTOR}, E: 1}}}\n`,
        'c.tmg.csv': `Component;Interface;T\r\nServer;LAN;"${VECTOR}"\r\n`,
      },
    );
  });

  it('adds to the entry of the relation, and to that of the component', () => {
    deepEqual(ratedServer({ 'a.tmg.yaml': 'ratings:\n  Server:\n    LAN: {E: 1}\n' }, 'none'), {
      'a.tmg.yaml': 'ratings:\n  Server:\n    LAN: {E: 1, T: none}\n',
    });
    deepEqual(ratedServer({ 'a.tmg.yaml': 'ratings:\n  Server:\n    USB: {E: 1}\n' }, 'none'), {
      'a.tmg.yaml': 'ratings:\n  Server:\n    USB: {E: 1}\n    LAN: {T: none}\n',
    });
  });

  it('adds to the YAML file that declares the component, else to the model file', () => {
    const topology = 'components:\n  Server: {interfaces: [LAN]}\n';
    deepEqual(ratedServer({ 'a.tmg.yaml': topology }, '5'), {
      'a.tmg.yaml': `${topology}ratings:\n  Server:\n    LAN: {T: 5}\n`,
    });
    const table = 'Component,Interface\nServer,LAN\n';
    deepEqual(ratedServer({ 'a.tmg.csv': table }, '5'), {
      'a.tmg.csv': table,
      'model.tmg.yaml': 'tmg: 1\nratings:\n  Server:\n    LAN: {T: 5}\n',
    });
  });

  it('fills the empty cell of a row, and adds a row to a table that has the component', () => {
    deepEqual(ratedServer({ 'a.tmg.csv': 'Component,Interface,E,T\nServer,LAN,1\n' }, '5'), {
      'a.tmg.csv': 'Component,Interface,E,T\nServer,LAN,1,5\n',
    });
    deepEqual(ratedServer({ 'a.tmg.csv': 'Component,Interface,E,T\nServer,USB,1,2\n' }, '5'), {
      'a.tmg.csv': 'Component,Interface,E,T\nServer,USB,1,2\nServer,LAN,,5\n',
    });
    deepEqual(ratedServer({ 'a.tmg.csv': 'Component,Interface,STRIDE,CVSS\nServer,LAN,E,2\n' }, '5'), {
      'a.tmg.csv': 'Component,Interface,STRIDE,CVSS\nServer,LAN,E,2\nServer,LAN,T,5\n',
    });
  });

  it('leaves the other interfaces of a row as they are', () => {
    deepEqual(
      ratedServer({ 'a.tmg.csv': 'Component,Interface,T,Note\nServer,"USB, LAN",1,ok\nPC,LAN,2,\n' }, '5'),
      { 'a.tmg.csv': 'Component,Interface,T,Note\nServer,"USB",1,ok\nServer,"LAN",5,ok\nPC,LAN,2,\n' },
    );
  });

  it('gives the merged model that rating and changes nothing else', () => {
    fc.assert(
      fc.property(
        randomFiles,
        fc.nat(),
        fc.constantFrom(...STRIDE_TYPES),
        fc.constantFrom('none', '4.4', VECTOR),
        (documents, seed, type, text) => {
          const files = Object.fromEntries([...documents].map(([file, one]) => [file, toYaml(one)]));
          const snapshot = snapshotOf(files);
          const relations = [...snapshot.model.components.values()]
            .filter(({ virtual }) => !virtual)
            .flatMap((component) => [...component.relations.values()]);
          const relation = relations[seed % Math.max(1, relations.length)];
          if (!relation) {
            return;
          }
          const { component, interface: name } = relation;
          const changes = rateRelation(snapshot, component, name, type, text);
          const after = modelFrom(appliedTexts(snapshot, changes)).model;
          const score = { none: 0, '4.4': 4.4, [VECTOR]: 6.8 }[text];
          const rating = after.components.get(component)?.relations.get(name)?.ratings[type];
          deepEqual(
            [rating?.score, rating?.vector?.text, rating?.rule],
            [score, text === VECTOR ? VECTOR : undefined, undefined],
          );
          deepEqual(others(after, component, name, type), others(snapshot.model, component, name, type));
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** A model without one rating. */
function others(model: Model, component: string, name: string, type: StrideType): unknown {
  const components = [...model.components.values()].map((one) => ({
    ...one,
    relations: [...one.relations.values()].map((relation) => ({
      ...relation,
      ratings: STRIDE_TYPES.map((each) => {
        const own = relation.component === component && relation.interface === name && each === type;
        return own ? undefined : relation.ratings[each];
      }),
    })),
  }));
  return { ...model, components };
}

describe('editCell', () => {
  it('replaces rating cells and named vectors, and nothing else', () => {
    const edited = (source: string, file = 'model.tmg.yaml'): string | undefined => {
      const { snapshot, offset } = markedModel({ [file]: source });
      return appliedTexts(snapshot, editCell(snapshot, file, offset, 'none'))[file];
    };
    equal(edited('ratings: {A: {B: {T: 7|.5}}}\n'), 'ratings: {A: {B: {T: none}}}\n');
    equal(edited("vectors:\n  x: 'CVSS|:3.1/'\n"), "vectors:\n  x: 'none'\n");
    equal(edited('Component,Interface,T\nA,B,"7.5|"\n', 'a.tmg.csv'), 'Component,Interface,T\nA,B,"none"\n');
    equal(edited('name: |A\n'), 'name: A\n');
  });
});

describe('nameVector', () => {
  const named = (files: Readonly<Record<string, string>>, name: string): Record<string, string> => {
    const { snapshot, file, offset } = markedModel(files);
    return appliedTexts(snapshot, nameVector(snapshot, file, offset, name));
  };

  it('declares the vector and names it wherever it stands', () => {
    deepEqual(
      named(
        {
          'model.tmg.yaml': `ratings: {A: {B: {T: |${VECTOR}, E: "${VECTOR}"}}}\nvectors: {}\n`,
          'a.tmg.csv': `Component;Interface;T\r\nA;"C, D";${VECTOR}\r\n`,
          'b.tmg.yaml': `ratingRules:\n  - {match: {interface: B}, all: ${VECTOR}}\n  - match: {}\n`,
        },
        'Gerät, nah',
      ),
      {
        'model.tmg.yaml': `ratings: {A: {B: {T: "Gerät, nah", E: "Gerät, nah"}}}\nvectors: {"Gerät, nah": ${VECTOR}}\n`,
        'a.tmg.csv': 'Component;Interface;T\r\nA;"C, D";Gerät, nah\r\n',
        'b.tmg.yaml': 'ratingRules:\n  - {match: {interface: B}, all: "Gerät, nah"}\n  - match: {}\n',
      },
    );
  });

  it('uses the file that has vectors, or makes the model file', () => {
    const ratings = { 'a.tmg.yaml': `ratings: {A: {B: {T: ${VECTOR}|}}}\n` };
    deepEqual(named({ ...ratings, 'b.tmg.yaml': 'vectors:\n  x: CVSS:3.1\n' }, 'near'), {
      'a.tmg.yaml': 'ratings: {A: {B: {T: near}}}\n',
      'b.tmg.yaml': `vectors:\n  x: CVSS:3.1\n  near: ${VECTOR}\n`,
    });
    deepEqual(named(ratings, 'near'), {
      'a.tmg.yaml': 'ratings: {A: {B: {T: near}}}\n',
      'model.tmg.yaml': `tmg: 1\nvectors: {near: ${VECTOR}}\n`,
    });
  });

  it('refuses what a cell would read otherwise, and names of other vectors', () => {
    const files = { 'model.tmg.yaml': `ratings: {A: {B: {T: ${VECTOR}|}}}\nvectors: {x: "CVSS:3.1/AV:N"}\n` };
    const before = { 'model.tmg.yaml': files['model.tmg.yaml'].replace('|', '') };
    for (const name of ['none', '7.5', 'CVSS:x', ' a', '', 'x']) {
      deepEqual(named(files, name), before, name);
    }
  });
});

describe('ratableRelations', () => {
  it('lists relations by how much they lack, without Virtual and EXT', () => {
    const snapshot = snapshotOf({
      'model.tmg.yaml': [
        'settings: {stride: [T], stepRule: elevation}',
        'components:',
        '  Full: {interfaces: [LAN]}',
        '  Part: {interfaces: [LAN]}',
        '  None: {interfaces: [LAN]}',
        '  Joint: {interfaces: [LAN], labels: [Virtual]}',
        '  Out: {interfaces: [LAN], labels: [EXT]}',
        `ratings: {Full: {LAN: {T: near, all: none}}, Part: {LAN: {E: 7.0}}}`,
        `vectors: {near: "${VECTOR}"}`,
      ].join('\n'),
    });
    deepEqual(
      ratableRelations(snapshot).map(({ component, missing, rated }) => [
        component,
        missing,
        rated.slice(0, 2),
      ]),
      [
        ['None', ['T', 'E'], []],
        ['Part', ['T'], [{ type: 'E', text: '7', score: 7 }]],
        [
          'Full',
          [],
          [
            { type: 'T', text: 'near', score: 6.8 },
            { type: 'E', text: 'none', score: 0 },
          ],
        ],
      ],
    );
  });
});
