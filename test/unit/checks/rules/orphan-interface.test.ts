import assert from 'node:assert/strict';
import { orphanInterface } from '../../../../src/checks/rules/orphan-interface';
import { contextOf, fixedText, found, foundAt } from '../checkTexts';

describe('orphan-interface', () => {
  const orphan = `components:
  Server: {interfaces: [Web, Bus, Service]}
  Client: {interfaces: [Bus]}
interfaces:
  Web: {entry: true}
`;

  it('reports an interface of one component that is no entry', () => {
    assert.deepEqual(found(orphanInterface, orphan), [
      { file: 'model.tmg.yaml', at: 'Service', line: 2, args: { interface: 'Service', component: 'Server' } },
    ]);
  });

  it('accepts every interface while no entry is marked, but those marked as none', () => {
    assert.deepEqual(foundAt(orphanInterface, orphan.replace('Web: {entry: true}', 'Web: {}')), []);
    assert.deepEqual(foundAt(orphanInterface, orphan.replace('Web: {entry: true}', 'Web: {entry: false}')), [
      'Web',
    ]);
  });

  it('leaves loose ends of Virtual and interfaces of EXT components to others', () => {
    const texts = `components:
  A: {interfaces: [in, x]}
  Virtual-A: {interfaces: [x, y]}
  Cloud: {interfaces: [z], labels: [EXT]}
interfaces:
  in: {entry: true}
`;
    assert.deepEqual(foundAt(orphanInterface, texts), []);
  });

  it('marks it as an entry', () => {
    const after = contextOf(fixedText(orphanInterface, orphan, 'Mark "Service" as an entry'));
    assert.equal(after.model.interfaces.get('Service')?.entry, true);
    const none = orphan.replace('Web: {entry: true}', 'Web: {entry: false}');
    assert.equal(
      contextOf(fixedText(orphanInterface, none, 'Mark "Web" as an entry')).model.interfaces.get('Web')
        ?.entry,
      true,
    );
  });

  it('suggests the interface that was meant, and writes it everywhere', () => {
    const text = `components:
  Server: {interfaces: [Back End, LAN]}
  Client: {interfaces: [LAN, Bak End]}
interfaces:
  LAN: {entry: true}
ratings:
  Client:
    Bak End: {T: 5.0}
`;
    assert.deepEqual(
      found(orphanInterface, text).map(({ at, args }) => [at, args.nearest]),
      [
        ['Back End', 'Bak End'],
        ['Bak End', 'Back End'],
      ],
    );
    assert.equal(
      fixedText(orphanInterface, text, 'Change "Bak End" to "Back End"'),
      text.replaceAll('Bak End', 'Back End'),
    );
  });
});
