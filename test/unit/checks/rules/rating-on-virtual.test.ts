import assert from 'node:assert/strict';
import { ratingOnVirtual } from '../../../../src/checks/rules/rating-on-virtual';
import { fixed, fixedText, found, foundAt } from '../checkTexts';

describe('rating-on-virtual', () => {
  const rated = `components:
  A: {interfaces: [x]}
  Virtual-A: {interfaces: [x, y]}
ratings:
  A:
    x: {T: 5.0}
  Virtual-A:
    x: {T: 5.0}
    y:
      T: 6.0
      note: why
  # after
`;

  it('reports every rating record of a Virtual component', () => {
    assert.deepEqual(
      found(ratingOnVirtual, rated).map(({ at, line, args }) => [at, line, args]),
      [
        ['x: {T: 5.0}', 8, { component: 'Virtual-A', interface: 'x' }],
        ['y:\n      T: 6.0\n      note: why', 9, { component: 'Virtual-A', interface: 'y' }],
      ].map(([at, line, args]) => [at, line, args]),
    );
  });

  it('accepts ratings of devices and of names that only look Virtual', () => {
    assert.deepEqual(foundAt(ratingOnVirtual, rated.replaceAll('Virtual-A', 'Virtual A')), []);
  });

  it('removes the rating', () => {
    const after = fixedText(ratingOnVirtual, rated, 'Remove the rating of "Virtual-A" through "x"');
    assert.match(after, /Virtual-A:\n {4}y:/);
    assert.match(after, /# after/);
    fixed(ratingOnVirtual, rated.replace(/ {4}y:[^]*why\n/, ''));
  });
});
