import assert from 'node:assert/strict';
import { readCsv } from '../../../src/formats/csv/readCsv';
import type { FileRecords } from '../../../src/formats/records';
import { readYaml } from '../../../src/formats/yaml/readYaml';

const YAML = `components:
  Server:
<<<<<<< HEAD
    interfaces: [LAN]
||||||| base
=======
    description: shop
>>>>>>> shop
  Client: {interfaces: [LAN]}
`;

const CSV = `Component,Interface
<<<<<<< HEAD
Server,LAN
=======
Server,WAN
>>>>>>> shop
Client,LAN
`;

function found({ findings, text }: FileRecords): string[] {
  return findings.map(
    ({ code, range }) =>
      `${text.slice(0, range.start).split('\n').length} ${code} ${text.slice(range.start, range.end)}`,
  );
}

describe('the marks of an unfinished merge', () => {
  it('are one error per conflict in YAML, and both versions are read', () => {
    const records = readYaml('a.tmg.yaml', YAML);
    assert.deepEqual(found(records), ['3 yaml-syntax <<<<<<< HEAD']);
    assert.deepEqual(
      records.components.map(({ name, interfaces }) => [name.value, interfaces.length]),
      [
        ['Server', 1],
        ['Client', 1],
      ],
    );
  });

  it('are one error per conflict in CSV, and both versions are read', () => {
    const records = readCsv('a.tmg.csv', CSV);
    assert.deepEqual(found(records), ['2 csv-syntax <<<<<<< HEAD']);
    assert.deepEqual(
      records.components.map(({ name }) => name.value),
      ['Server', 'Server', 'Client'],
    );
  });

  it('may stand around the header of a table', () => {
    const records = readCsv(
      'a.tmg.csv',
      `<<<<<<< HEAD\nComponent,Interface\n=======\nComponent,Asset\n>>>>>>> b\nA,B\n`,
    );
    assert.ok(found(records).includes('1 csv-syntax <<<<<<< HEAD'));
    assert.ok(!found(records).some((text) => text.includes('missing-column')));
  });

  it('are lines of their own: underlines and indented texts are none', () => {
    assert.deepEqual(
      found(readYaml('a.tmg.yaml', 'components:\n  A:\n    description: |\n      =======\n')),
      [],
    );
    assert.deepEqual(found(readCsv('a.tmg.csv', 'Component,Interface\n=======,LAN\n')), []);
  });
});
