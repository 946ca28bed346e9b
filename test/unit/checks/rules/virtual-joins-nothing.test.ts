import assert from 'node:assert/strict';
import { virtualJoinsNothing } from '../../../../src/checks/rules/virtual-joins-nothing';
import { fixedText, found, foundAt } from '../checkTexts';

describe('virtual-joins-nothing', () => {
  const joined = `components:
  Router: {interfaces: [LAN1]}
  Client: {interfaces: [LAN2]}
  Virtual-Router-Client: {interfaces: [LAN1, LAN2]}
`;

  it('accepts a join of two', () => {
    assert.deepEqual(foundAt(virtualJoinsNothing, joined), []);
  });

  it('reports fewer than two interfaces', () => {
    assert.deepEqual(found(virtualJoinsNothing, joined.replace('[LAN1, LAN2]', '[LAN1]')), [
      {
        file: 'model.tmg.yaml',
        at: 'Virtual-Router-Client',
        line: 4,
        args: { component: 'Virtual-Router-Client', interfaces: '' },
      },
    ]);
  });

  it('reports interfaces that nobody else has, or only what is out of scope', () => {
    const [typo] = found(virtualJoinsNothing, joined.replace('[LAN1, LAN2]', '[LAN1, LAN9]'));
    assert.equal(typo?.args.interfaces, '"LAN9"');
    const [out] = found(virtualJoinsNothing, joined.replace('[LAN2]}', '[LAN2], labels: [EXT]}'));
    assert.equal(out?.args.interfaces, '"LAN2"');
  });

  it('accepts an entry as one end', () => {
    const texts = `${joined.replace('[LAN1, LAN2]', '[LAN1, Wall Socket]')}interfaces:\n  Wall Socket: {entry: true}\n`;
    assert.deepEqual(foundAt(virtualJoinsNothing, texts), []);
  });

  it('changes a wrong name to the nearest', () => {
    assert.equal(
      fixedText(
        virtualJoinsNothing,
        joined.replace('[LAN1, LAN2]', '[LAN1, LAN9]'),
        'Change "LAN9" to "LAN2"',
      ),
      joined,
    );
  });
});
