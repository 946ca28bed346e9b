import assert from 'node:assert/strict';
import { disconnectedGraph } from '../../../../src/checks/rules/disconnected-graph';
import { contextOf, fixed, fixedText, found, foundAt } from '../checkTexts';

describe('disconnected-graph', () => {
  const split = `components:
  Server: {interfaces: [Gateway, Web]}
  Router: {interfaces: [Gateway, LAN1]}
  Client Computer: {interfaces: [Terminal, LAN2]}
  Printer: {interfaces: [LAN2]}
  Old: {interfaces: [LAN1, LAN2], labels: [EXT]}
  Shelf: {}
  Badge: {interfaces: [Reader]}
`;

  it('reports the components of the smaller parts and leads to the largest', () => {
    const larger = `${split}  Switch: {interfaces: [Gateway]}\n`;
    assert.deepEqual(foundAt(disconnectedGraph, larger), ['Client Computer', 'Printer', 'Badge']);
    assert.deepEqual(found(disconnectedGraph, larger)[0]?.args, {
      count: 3,
      parts: '[Server, Router, Switch], [Client Computer, Printer], [Badge]',
      component: 'Client Computer',
    });
    const [finding] = disconnectedGraph.check(contextOf(larger));
    assert.deepEqual(
      finding?.related.map(({ message }) => message.args.component),
      ['Server', 'Router', 'Switch'],
    );
  });

  it('takes the first of two equal parts for the largest', () => {
    assert.deepEqual(foundAt(disconnectedGraph, split), ['Client Computer', 'Printer', 'Badge']);
  });

  it('accepts a connected graph and an empty one', () => {
    assert.deepEqual(
      foundAt(disconnectedGraph, `${split}  Virtual-R-C: {interfaces: [LAN1, LAN2, Reader]}\n`),
      [],
    );
    assert.deepEqual(foundAt(disconnectedGraph, 'tmg: 1\n'), []);
  });

  it('joins two ports that lead nowhere and are named alike', () => {
    const texts = `components:
  Server: {interfaces: [Gateway]}
  Router: {interfaces: [Gateway, WAN, LAN1]}
  Client Computer: {interfaces: [Terminal, LAN2]}
`;
    const title =
      'Join "LAN1" of "Router" and "LAN2" of "Client Computer" by the Virtual component "Virtual-Router-Client-Computer"';
    const after = contextOf({ 'model.tmg.yaml': fixedText(disconnectedGraph, texts, title) });
    assert.deepEqual(
      [...(after.model.components.get('Virtual-Router-Client-Computer')?.relations.keys() ?? [])],
      ['LAN1', 'LAN2'],
    );
  });

  it('joins ports in use where none is open, under a name that is free', () => {
    const texts = `components:
  A: {interfaces: [x]}
  B: {interfaces: [x]}
  C: {interfaces: [y]}
  D: {interfaces: [y]}
  E: {interfaces: [x]}
  Virtual-A-C: {interfaces: [x]}
`;
    assert.deepEqual(
      [...fixed(disconnectedGraph, texts).keys()],
      [
        'Join "x" of "A" and "y" of "C" by the Virtual component "Virtual-A-C-2"',
        'Join "x" of "A" and "y" of "D" by the Virtual component "Virtual-A-D"',
      ],
    );
  });

  it('writes next to the component it joins', () => {
    const texts = {
      'a.tmg.yaml': 'components:\n  A: {interfaces: [x]}\n  B: {interfaces: [x]}\n',
      'b.tmg.yaml': 'components:\n  C: {interfaces: [y]}\n',
    };
    const [after] = fixed(disconnectedGraph, texts).values();
    assert.match(after?.['b.tmg.yaml'] ?? '', /Virtual-A-C/);
  });
});
