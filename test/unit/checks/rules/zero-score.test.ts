import assert from 'node:assert/strict';
import { zeroScore } from '../../../../src/checks/rules/zero-score';
import { fixed, fixedText, found, foundAt } from '../checkTexts';

describe('zero-score', () => {
  const ZERO = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N';
  const model = (rating: string): string => `components:
  A: {interfaces: [x]}
vectors:
  nothing: ${ZERO}
ratings:
  A:
    x: ${rating}
`;

  it('reports scores, vectors and named vectors of 0', () => {
    assert.deepEqual(found(zeroScore, model(`{S: 0, T: ${ZERO}, R: nothing, I: none, D: 0.1}`)), [
      { file: 'model.tmg.yaml', at: '0', line: 7, args: { text: '0', types: 'S' } },
      { file: 'model.tmg.yaml', at: ZERO, line: 7, args: { text: ZERO, types: 'T' } },
      { file: 'model.tmg.yaml', at: 'nothing', line: 7, args: { text: 'nothing', types: 'R' } },
    ]);
  });

  it('reports a cell for all types once', () => {
    assert.deepEqual(
      found(zeroScore, model('{E: 5.0, all: 0.0}')).map(({ at, args }) => [at, args.types]),
      [['0.0', 'S, T, R, I, D']],
    );
  });

  it('reports rules', () => {
    const rule =
      'components:\n  A: {interfaces: [x]}\nratingRules:\n  - {match: {interface: x}, T: 0, E: none}\n';
    assert.deepEqual(
      found(zeroScore, rule).map(({ at, line, args }) => [at, line, args.types]),
      [['0', 4, 'T']],
    );
    fixed(zeroScore, rule);
  });

  it('accepts none, and what is higher', () => {
    assert.deepEqual(foundAt(zeroScore, model('{S: none, all: 0.1}')), []);
  });

  it('replaces it by none', () => {
    assert.equal(
      fixedText(zeroScore, model("{S: '0', E: 5.0}"), 'Replace it by none'),
      model('{S: none, E: 5.0}'),
    );
  });
});
