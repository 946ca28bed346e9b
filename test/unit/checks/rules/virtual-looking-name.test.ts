import assert from 'node:assert/strict';
import { virtualLookingName } from '../../../../src/checks/rules/virtual-looking-name';
import { fixed, fixedText, found } from '../checkTexts';

describe('virtual-looking-name', () => {
  it('reports names that begin with Virtual in any case and are not', () => {
    const texts = `components:
  VirtualRouter: {interfaces: [x]}
  virtual-switch: {interfaces: [x]}
  Virtual-Real: {interfaces: [x]}
  Virtual Joint: {interfaces: [x], labels: [Virtual]}
  Virtual Cloud: {interfaces: [x], labels: [EXT]}
  A Virtual Thing: {interfaces: [x]}
`;
    assert.deepEqual(found(virtualLookingName, texts), [
      { file: 'model.tmg.yaml', at: 'VirtualRouter', line: 2, args: { component: 'VirtualRouter' } },
      { file: 'model.tmg.yaml', at: 'virtual-switch', line: 3, args: { component: 'virtual-switch' } },
    ]);
  });

  it('labels it, or renames it everywhere', () => {
    const texts = {
      'model.tmg.yaml':
        'components:\n  Virtual Joint: {interfaces: [x, y]} # cable\n  A: {interfaces: [x]}\nfilters:\n  banned: [[A, Virtual Joint]]\n',
      'b.tmg.yaml':
        'components:\n  "Virtual Joint":\n    description: plug\ninterfaces:\n  x: {entry: true, into: [Virtual Joint]}\n',
    };
    assert.deepEqual(
      [...fixed(virtualLookingName, texts).keys()],
      [
        'Label "Virtual Joint" Virtual: it only joins interfaces',
        'Rename "Virtual Joint" to "Virtual-Joint", everywhere it occurs',
      ],
    );
    const title = 'Rename "Virtual Joint" to "Virtual-Joint", everywhere it occurs';
    assert.equal(
      fixedText(virtualLookingName, texts, title),
      texts['model.tmg.yaml'].replaceAll('Virtual Joint', 'Virtual-Joint'),
    );
    assert.match(fixedText(virtualLookingName, texts, title, 'b.tmg.yaml'), /into: \[Virtual-Joint\]/);
  });

  it('does not rename to nothing or to a name that is taken', () => {
    assert.equal(fixed(virtualLookingName, 'components:\n  Virtual: {interfaces: [x]}\n').size, 1);
    const taken = 'components:\n  VirtualA: {interfaces: [x]}\n  Virtual-A: {interfaces: [x]}\n';
    assert.equal(fixed(virtualLookingName, taken).size, 1);
  });
});
