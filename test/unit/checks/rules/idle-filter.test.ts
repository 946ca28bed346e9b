import assert from 'node:assert/strict';
import { computeChains } from '../../../../src/chains/computeChains';
import { idleFilter } from '../../../../src/checks/rules/idle-filter';
import { applyFix, contextOf } from '../checkTexts';

const graph = `settings: {stride: [T, E], stepRule: elevation}
components:
  A: {interfaces: [in, ab]}
  B: {interfaces: [ab, bc, bd]}
  C: {interfaces: [bc, cd]}
  D: {interfaces: [bd, cd], assets: {Key: {}}}
interfaces:
  in: {entry: true}
ratings:
  A: {in: {E: 5.0, T: none}}
  B: {ab: {E: 5.0, T: none}}
  C: {bc: {E: none, T: 5.0}}
  D: {bd: {E: none, T: 5.0}, cd: {E: none, T: 5.0}}
`;

function idle(filters: string, texts = graph): string[] {
  const text = `${texts}filters:\n  ${filters}\n`;
  const context = contextOf(text);
  const chains = computeChains(context.model);
  return idleFilter.check({ ...context, chains }).map(({ range }) => text.slice(range.start, range.end));
}

describe('idle-filter', () => {
  it('reports a filter whose paths ratings block', () => {
    assert.deepEqual(idle('banned: [[B, C], [A, B, D]]'), ['[B, C]']);
    assert.deepEqual(idle('banned: [[C, D], ["*", C]]'), ['[C, D]', '["*", C]']);
  });

  it('accepts a filter that takes chains away', () => {
    assert.deepEqual(idle('banned: [[B, D], [A], ["*", D]]'), []);
    assert.deepEqual(idle('banned: [[B, C]]', graph.replace('{E: none, T: 5.0}', '{E: 5.0, T: 5.0}')), []);
  });

  it('leaves filters that match no walk at all to their warning', () => {
    assert.deepEqual(idle('banned: [[A, D]]'), []);
  });

  it('reports a filter on ways that no attack takes, from the entries on', () => {
    assert.deepEqual(idle('oneWay: [{from: A, to: B}]'), ['{from: A, to: B}']);
  });

  it('agrees with the chains: without an idle filter there are as many', () => {
    const text = `${graph}filters:\n  banned: [[B, C]]\n`;
    assert.equal(
      computeChains(contextOf(text).model).counts.total,
      computeChains(contextOf(graph).model).counts.total,
    );
  });

  it('removes the filter', () => {
    const text = `${graph}filters:\n  banned:\n    - [B, C]\n    - [B, D] # kept\n`;
    const context = contextOf(text);
    const [finding] = idleFilter.check({ ...context, chains: computeChains(context.model) });
    const [fix] = (finding && idleFilter.fixes?.(finding, context)) ?? [];
    assert.ok(fix);
    const after = applyFix(text, fix)['model.tmg.yaml'] ?? '';
    assert.equal(after.trimEnd(), `${graph}filters:\n  banned:\n    - [B, D] # kept`);
  });
});
