import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeModel } from '../../../src/model/mergeModel';
import type { Model, Rating } from '../../../src/model/model';
import { ratingPlace } from '../../../src/model/origins';
import { namePattern } from '../../../src/model/ratingRules';
import { readText } from '../../../src/workspace/readRecords';
import { type ModelFiles, modelFrom } from '../../support/modelFrom';

const scores = (model: Model, component: string, through: string): Record<string, number | string> =>
  Object.fromEntries(
    Object.entries(model.components.get(component)?.relations.get(through)?.ratings ?? {}).map(
      ([type, rating]) => [type, rating.none ? 'none' : rating.score],
    ),
  );

describe('mergeModel', () => {
  it('unites what files say about a component', () => {
    const { model } = modelFrom({
      'b.tmg.yaml':
        'components: {A: {labels: [EXT], interfaces: [X], assets: {D: {id: A-1, security: 1}}}}\n',
      'a.tmg.yaml':
        'components: {A: {labels: [Communication], interfaces: [Y, X], assets: {D: {security: 2, tech: 3}, E: {}}}}\n',
    });
    const component = model.components.get('A');
    assert.deepEqual([...(component?.labels ?? [])].sort(), ['Communication', 'EXT']);
    assert.deepEqual([...(component?.relations.keys() ?? [])].sort(), ['X', 'Y']);
    assert.deepEqual(
      component?.assets.map(({ id, name, ratings }) => ({ id, name, ratings })),
      [
        { id: 'A-1', name: 'D', ratings: { security: 2, tech: 3 } },
        { id: 'A/E', name: 'E', ratings: {} },
      ],
    );
  });

  it('lets the facility, and the asset with an id, that stand first by file name and line count', () => {
    const { model } = modelFrom({
      'b.tmg.yaml': 'components: {A: {facility: two, interfaces: [X], assets: {D: {id: same}}}}\n',
      'a.tmg.yaml': 'components: {A: {facility: one}, B: {interfaces: [X], assets: {E: {id: same}}}}\n',
    });
    assert.equal(model.components.get('A')?.facility, 'one');
    assert.deepEqual([...model.assets.keys()], ['same']);
    assert.equal(model.assets.get('same')?.component, 'B');
  });

  it('does not depend on the order in which files are given', () => {
    const files: ModelFiles = {
      'model.tmg.yaml':
        'settings: {maxLength: 5}\nvectors: {v: "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}\n',
      'a.tmg.yaml': 'components: {A: {interfaces: [X]}}\nratings: {A: {X: {T: v}}}\n',
      'b.tmg.yaml': 'components: {A: {interfaces: [Y]}, B: {interfaces: [X]}}\nratings: {A: {X: {T: 3}}}\n',
      'c.tmg.csv': 'Component,Interface\nC,"X,Y"\n',
    };
    const records = Object.entries(files).map(([file, text]) => readText(file, text));
    const expected = mergeModel(records, 'm').model;
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
        assert.deepEqual(mergeModel(shuffled, 'm').model, expected);
      }),
    );
  });

  it('counts the higher of two different ratings', () => {
    const { model } = modelFrom({
      'a.tmg.yaml': 'components: {A: {interfaces: [X]}}\nratings: {A: {X: {T: 3, E: none}}}\n',
      'b.tmg.yaml': 'ratings: {A: {X: {T: 7.5, E: 0}}}\n',
    });
    assert.deepEqual(scores(model, 'A', 'X'), { T: 7.5, E: 'none' });
  });

  it('fills with `all` only the types that no record of the relation names', () => {
    const { model } = modelFrom({
      'a.tmg.yaml': 'components: {A: {interfaces: [X]}}\nratings: {A: {X: {all: 5, D: }}}\n',
      'b.tmg.yaml': 'ratings: {A: {X: {T: 3, E: CVSS:3.1/broken}}}\n',
    });
    assert.deepEqual(scores(model, 'A', 'X'), { S: 5, T: 3, R: 5, I: 5, D: 5 });
  });

  it('takes missing types from the first rule that has them and fits', () => {
    const { model } =
      modelFrom(`components: {A: {facility: F, labels: [Communication], interfaces: [USB 1, LAN]}, B: {interfaces: [LAN]}}
ratings: {A: {LAN: {T: 9}}}
ratingRules:
  - {match: {label: Comm*}, all: 9}
  - {match: {facility: F, interface: LAN}, T: 1, S: 2}
  - {match: {label: Communication, interface: "USB*"}, E: none}
  - {match: {component: "*", interface: "*"}, E: 4, all: 3}
`);
    assert.deepEqual(scores(model, 'A', 'LAN'), { S: 2, T: 9, R: 3, I: 3, D: 3, E: 4 });
    assert.deepEqual(scores(model, 'A', 'USB 1'), { S: 3, T: 3, R: 3, I: 3, D: 3, E: 'none' });
    assert.deepEqual(scores(model, 'B', 'LAN'), { S: 3, T: 3, R: 3, I: 3, D: 3, E: 4 });
  });

  it('leads from a rating back to the cell or rule it comes from', () => {
    const text =
      'components: {A: {interfaces: [X]}}\nratings: {A: {X: {T: 3}}}\nratingRules: [{match: {interface: X}, all: 8.1}]\n';
    const { model, origins } = modelFrom(text);
    const relation = { component: 'A', interface: 'X' };
    const written = (type: 'T' | 'E'): string => {
      const rating = model.components.get('A')?.relations.get('X')?.ratings[type] as Rating;
      const place = ratingPlace(origins, relation, type, rating);
      return text.slice(place?.range.start, place?.range.end);
    };
    assert.equal(written('T'), '3');
    assert.equal(written('E'), '8.1');
  });

  it('lets `true` win over `false` and unites `into`, attackers and periods', () => {
    const { model } = modelFrom({
      'a.tmg.yaml':
        'components: {A: {interfaces: [X]}, B: {interfaces: [X]}}\ninterfaces: {X: {entry: true, into: [A], attackers: [p]}}\n',
      'b.tmg.yaml': 'interfaces: {X: {entry: false, into: [B], attackers: [q], periods: [r]}}\n',
    });
    const { name, ...mark } = model.interfaces.get('X') ?? { name: '' };
    assert.equal(name, 'X');
    assert.deepEqual(mark, {
      components: ['A', 'B'],
      entry: true,
      into: ['A', 'B'],
      attackers: ['p', 'q'],
      periods: ['r'],
    });
  });
});

describe('namePattern', () => {
  it('agrees with a regular expression', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 6 });
    const names = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
    fc.assert(
      fc.property(letters, names, (pattern, name) => {
        const expected = new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(name);
        assert.equal(namePattern(pattern)(name), expected);
      }),
      { numRuns: 5000 },
    );
  });
});
