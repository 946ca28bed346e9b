import assert from 'node:assert/strict';
import { deadFilter } from '../../../../src/checks/rules/dead-filter';
import { fixed, found, foundAt } from '../checkTexts';

describe('dead-filter', () => {
  const graph = `components:
  A: {interfaces: [in, ab]}
  B: {interfaces: [ab, bc, bus]}
  C: {interfaces: [bc, bus]}
  D: {interfaces: [bus], assets: {Key: {}}}
  Virtual-DE: {interfaces: [bus, e]}
  E: {interfaces: [e]}
  Out: {interfaces: [ab], labels: [EXT]}
interfaces:
  in: {entry: true}
`;
  const dead = (filters: string): string[] => foundAt(deadFilter, `${graph}filters:\n  ${filters}\n`);

  it('reports a sequence of components that are no neighbours', () => {
    assert.deepEqual(found(deadFilter, `${graph}filters:\n  banned:\n    - [A, B]\n    - [A, D]\n`), [
      { file: 'model.tmg.yaml', at: '[A, D]', line: 14, args: { filter: '[A, D]' } },
    ]);
  });

  it('follows sequences, any components and single names', () => {
    assert.deepEqual(dead('banned: [[A, B, C], [A, "*", D], [D], [B, D], ["*", "*", D]]'), []);
    assert.deepEqual(dead('banned: [[A, "*", A, "*", "*", D]]'), ['[A, "*", A, "*", "*", D]']);
  });

  it('passes Virtual components unless one is named', () => {
    assert.deepEqual(dead('banned: [[B, E], [B, Virtual-DE, E]]'), []);
    assert.deepEqual(dead('banned: [[E, Virtual-DE, A]]'), ['[E, Virtual-DE, A]']);
  });

  it('knows that an interface is not left by the component that was entered through it', () => {
    // A is entered by "in" and left by "ab" only; E is entered and left by "e" alone.
    assert.deepEqual(dead('banned: [[B, A, B]]'), ['[B, A, B]']);
    assert.deepEqual(dead('banned: [[B, C, B]]'), []);
    assert.deepEqual(dead('banned: [[B, E, B]]'), ['[B, E, B]']);
  });

  it('reads oneWay backwards, and only as closed for what is still to come', () => {
    assert.deepEqual(dead('oneWay: [{from: A, to: B}, {from: A, to: D}]'), ['{from: A, to: D}']);
    assert.deepEqual(dead('only: [{from: A, via: B, to: [C]}]'), []);
    assert.deepEqual(dead('only: [{from: A, via: B, to: [C, D, E]}]'), []);
    assert.deepEqual(dead('only: [{from: A, via: D, to: [B]}]'), ['{from: A, via: D, to: [B]}']);
  });

  it('reports a component out of scope, and leaves unknown names to their error', () => {
    assert.deepEqual(dead('banned: [[A, Out], [A, Nobody]]'), ['[A, Out]']);
  });

  it('lets a walk begin with the step of an "into", which leaves every interface to it', () => {
    const into =
      'components:\n  S: {interfaces: [n]}\n  T: {interfaces: [n]}\ninterfaces:\n  n: {entry: true, into: [S]}\nfilters:\n  banned: [[S, T]]\n';
    assert.deepEqual(foundAt(deadFilter, into), []);
    assert.deepEqual(foundAt(deadFilter, into.replace(', into: [S]', '')), ['[S, T]']);
  });

  it('removes the filter', () => {
    const texts = `${graph}filters:\n  banned:\n    - [A, B] # kept\n    - [A, D]\n  oneWay:\n    - {from: A, to: D}\n`;
    const removed = [
      ...fixed(deadFilter, `${graph}filters:\n  banned:\n    - [A, B] # kept\n    - [A, D]\n`).values(),
    ];
    assert.equal(
      removed[0]?.['model.tmg.yaml']?.trimEnd(),
      `${graph}filters:\n  banned:\n    - [A, B] # kept`,
    );
    fixed(deadFilter, texts);
  });
});
