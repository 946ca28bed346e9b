import assert from 'node:assert/strict';
import { isolatedComponent } from '../../../../src/checks/rules/isolated-component';
import { fixed, fixedText, found, foundAt } from '../checkTexts';

describe('isolated-component', () => {
  it('reports a component without interfaces at its first name', () => {
    assert.deepEqual(found(isolatedComponent, 'components:\n  Shelf: {facility: Hall}\n'), [
      { file: 'model.tmg.yaml', at: 'Shelf', line: 2, args: { component: 'Shelf' } },
    ]);
  });

  it('accepts interfaces from any file, EXT and Virtual', () => {
    const texts = {
      'a.tmg.yaml': 'components:\n  A: {}\n  B: {labels: [EXT]}\n  Virtual-C: {}\n',
      'b.tmg.yaml': 'components:\n  A: {interfaces: [x]}\n',
    };
    assert.deepEqual(foundAt(isolatedComponent, texts), []);
  });

  it('labels it EXT', () => {
    const texts = 'components:\n  Shelf:\n    labels: [Furniture] # kept\n  Table:\n';
    assert.match(
      fixedText(isolatedComponent, texts, 'Label "Shelf" EXT: it is out of scope'),
      /labels: \[ ?Furniture, EXT ?\] # kept/,
    );
    assert.equal(fixed(isolatedComponent, texts).size, 2);
  });
});
