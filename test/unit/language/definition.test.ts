import { deepEqual, equal } from 'node:assert/strict';
import { definition } from '../../../src/language/definition';
import { documentHighlights } from '../../../src/language/documentHighlights';
import { references } from '../../../src/language/references';
import { LineIndex } from '../../../src/text/lineIndex';
import type { Place } from '../../../src/model/origins';
import type { Snapshot } from '../../../src/workspace/snapshot';
import { markedModel } from '../../support/caret';

/** `file:line text` of places. */
function shown(snapshot: Snapshot, places: readonly Place[]): string[] {
  return places.map(({ file, range }) => {
    const text = snapshot.records.find((records) => records.file === file)?.text ?? '';
    const { line } = new LineIndex(text).positionAt(range.start);
    return `${file}:${line} ${text.slice(range.start, range.end)}`;
  });
}

function definitionOf(files: Parameters<typeof markedModel>[0]): string[] {
  const { snapshot, file, offset } = markedModel(files);
  return shown(snapshot, definition(snapshot, file, offset)?.places ?? []);
}

const TOPOLOGY = `components:
  Server:
    facility: Plant
    interfaces: [LAN, USB 1]
    assets: {DB: {}}
  Client: {interfaces: [LAN]}
facilities: {Plant: {description: here}}
`;

describe('definition', () => {
  it('leads from ratings, filters and marks to the component', () => {
    const expected = ['a.tmg.yaml:2 Server'];
    deepEqual(
      definitionOf({ 'a.tmg.yaml': TOPOLOGY, 'b.tmg.yaml': 'ratings: {Ser|ver: {LAN: {T: 1}}}\n' }),
      expected,
    );
    deepEqual(
      definitionOf({ 'a.tmg.yaml': TOPOLOGY, 'b.tmg.csv': 'From,To\r\nClient,"Ser|ver"\r\n' }),
      expected,
    );
    deepEqual(
      definitionOf({ 'a.tmg.yaml': TOPOLOGY, 'b.tmg.yaml': 'interfaces: {LAN: {into: [|Server]}}\n' }),
      expected,
    );
  });

  it("leads from a rating's interface to the list of its component", () => {
    const marks = { 'c.tmg.yaml': 'interfaces: {LAN: {entry: true}}\n' };
    deepEqual(
      definitionOf({ 'a.tmg.yaml': TOPOLOGY, 'b.tmg.yaml': 'ratings: {Client: {L|AN: {T: 1}}}\n', ...marks }),
      ['a.tmg.yaml:6 LAN'],
    );
    deepEqual(
      definitionOf({
        'a.tmg.yaml': TOPOLOGY,
        'b.tmg.csv': 'Component,Interface,T\nServer,|LAN,1\n',
        ...marks,
      }),
      ['a.tmg.yaml:4 LAN'],
    );
  });

  it('leads from the list of a component to the entry mark, and from there to the lists', () => {
    const files = { 'b.tmg.yaml': 'interfaces: {LAN: {entry: true}}\n' };
    deepEqual(definitionOf({ 'a.tmg.yaml': TOPOLOGY.replace('LAN', 'LA|N'), ...files }), [
      'b.tmg.yaml:1 LAN',
    ]);
    deepEqual(definitionOf({ 'a.tmg.yaml': TOPOLOGY, 'b.tmg.yaml': 'interfaces: {|LAN: {entry: true}}\n' }), [
      'a.tmg.yaml:4 LAN',
      'a.tmg.yaml:6 LAN',
    ]);
  });

  it('leads to vectors, attackers, periods and facilities', () => {
    const model = 'vectors: {v: CVSS:3.1/AV:P}\nattackers: {insider: one}\nperiods: {on: day}\n';
    const files = (text: string): string[] =>
      definitionOf({ 'model.tmg.yaml': model, 'a.tmg.yaml': TOPOLOGY, 'b.tmg.yaml': text });
    deepEqual(files('ratings: {Server: {LAN: {T: |v}}}\n'), ['model.tmg.yaml:1 v']);
    deepEqual(files('interfaces: {LAN: {attackers: [ins|ider]}}\n'), ['model.tmg.yaml:2 insider']);
    deepEqual(files('interfaces: {LAN: {periods: [|on]}}\n'), ['model.tmg.yaml:3 on']);
    deepEqual(files('components: {Client: {facility: Pl|ant}}\n'), ['a.tmg.yaml:7 Plant']);
  });

  it('leads from a pattern to what it fits', () => {
    deepEqual(
      definitionOf({ 'a.tmg.yaml': TOPOLOGY, 'b.tmg.yaml': 'ratingRules: [{match: {interface: "|*A*"}}]\n' }),
      ['a.tmg.yaml:4 LAN'],
    );
    deepEqual(definitionOf({ 'a.tmg.yaml': TOPOLOGY, 'b.tmg.yaml': 'filters: {banned: [[A, "|*"]]}\n' }), [
      'a.tmg.yaml:2 Server',
      'a.tmg.yaml:6 Client',
    ]);
  });

  it('leads nowhere from an unknown name and from other text', () => {
    deepEqual(
      definitionOf({ 'a.tmg.yaml': TOPOLOGY, 'b.tmg.yaml': 'ratings: {Serv|: {LAN: {T: 1}}}\n' }),
      [],
    );
    deepEqual(definitionOf('comp|onents: {A: {}}\n'), []);
  });
});

describe('references', () => {
  const files = {
    'a.tmg.yaml': TOPOLOGY.replace('Server', 'Ser|ver'),
    'b.tmg.csv': 'Component;Interface;T\n"Server";LAN;1\n',
    'c.tmg.yaml': 'filters: {oneWay: [{from: Server, to: Client}]}\n',
  };

  it('finds every mention in all files, with and without the declaration', () => {
    const { snapshot, file, offset } = markedModel(files);
    const others = ['b.tmg.csv:2 Server', 'c.tmg.yaml:1 Server'];
    deepEqual(shown(snapshot, references(snapshot, file, offset, false)), others);
    deepEqual(shown(snapshot, references(snapshot, file, offset, true)), ['a.tmg.yaml:2 Server', ...others]);
  });

  it('keeps assets of the same name apart', () => {
    const { snapshot, file, offset } = markedModel(
      'components: {A: {assets: {D|B: {}}}, B: {assets: {DB: {}}}}\n',
    );
    equal(references(snapshot, file, offset, true).length, 1);
  });

  it('highlights those of the file', () => {
    const { snapshot, file, offset } = markedModel(
      'components: {A: {interfaces: [|i]}, B: {interfaces: [i]}}\nratings: {A: {i: {T: 1}}}\n',
    );
    deepEqual(
      documentHighlights(snapshot, file, offset).map(({ kind }) => kind),
      ['declaration', 'declaration', 'reference'],
    );
  });
});
