import assert from 'node:assert/strict';
import { sharedEntry } from '../../../../src/checks/rules/shared-entry';
import { contextOf, fixed, found, foundAt } from '../checkTexts';

describe('shared-entry', () => {
  const model = `components:
  Broker: {interfaces: [TLS]}
  Client: {interfaces: [TLS]}
  Net: {interfaces: [TLS], labels: [Communication]}
  Out: {interfaces: [TLS], labels: [EXT]}
  Virtual-T: {interfaces: [TLS]}
interfaces:
  TLS: {entry: true}
`;

  it('reports an entry of two devices at its mark', () => {
    assert.deepEqual(found(sharedEntry, model), [
      { file: 'model.tmg.yaml', at: 'TLS', line: 8, args: { interface: 'TLS', devices: 'Broker, Client' } },
    ]);
  });

  it('accepts one device beside channels, "into", and interfaces that are not marked', () => {
    assert.deepEqual(foundAt(sharedEntry, model.replace('  Client: {interfaces: [TLS]}\n', '')), []);
    assert.deepEqual(foundAt(sharedEntry, model.replace('true}', 'true, into: [Broker]}')), []);
    assert.deepEqual(foundAt(sharedEntry, model.replace('{entry: true}', '{}')), []);
  });

  it('adds "into" with one device or all components', () => {
    assert.deepEqual(
      [...fixed(sharedEntry, model)].map(([title, files]) => [
        title,
        contextOf(files).model.interfaces.get('TLS')?.into,
      ]),
      [
        ['Let outsiders reach "Broker" through "TLS"', ['Broker']],
        ['Let outsiders reach "Client" through "TLS"', ['Client']],
        [
          'Let outsiders reach "Broker", "Client", "Net", "Virtual-T" through "TLS"',
          ['Broker', 'Client', 'Net', 'Virtual-T'],
        ],
      ],
    );
  });
});
