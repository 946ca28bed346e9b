import assert from 'node:assert/strict';
import { readCsv } from '../../../src/formats/csv/readCsv';
import { readYaml } from '../../../src/formats/yaml/readYaml';
import type { FileRecords } from '../../../src/formats/records';
import { modelFrom } from '../../support/modelFrom';

/** The types of the first asset as letter and text, and what is wrong. */
function read(records: FileRecords): string[] {
  const stride = records.components[0]?.assets[0]?.stride ?? [];
  const at = ({ start, end }: { start: number; end: number }): string => records.text.slice(start, end);
  return [
    ...stride.map(({ value, range }) => `${value} ${at(range)}`),
    ...records.findings.map(({ code, range, data }) => `${code} ${at(range)} ${data['nearest'] ?? '-'}`),
  ];
}

describe('the types that threaten an asset', () => {
  it('are letters and names in any case in YAML, in a list', () => {
    const yaml = (stride: string): string[] =>
      read(readYaml('a.tmg.yaml', `components: {A: {assets: {D: {stride: ${stride}}}}}\n`));
    assert.deepEqual(yaml('[T, "i", Denial of Service, SPOOFING]'), [
      'T T',
      'I "i"',
      'D Denial of Service',
      'S SPOOFING',
    ]);
    assert.deepEqual(yaml('[X, tamperin, {}, T]'), [
      'T T',
      'wrong-type X -',
      'wrong-type tamperin Tampering',
      'wrong-type {} -',
    ]);
    assert.deepEqual(yaml('T'), ['wrong-type T -']);
    assert.deepEqual(yaml(''), []);
  });

  it('are split at signs and blanks in tables, but not inside of a name', () => {
    const csv = (cell: string): string[] =>
      read(readCsv('a.tmg.csv', `Component;Asset;Stride types\nA;D;${cell}\n`));
    assert.deepEqual(csv('"T, I;d"'), ['T T', 'I I', 'D d']);
    assert.deepEqual(
      csv('s information  disclosure Denial of Service e'),
      ['S s', 'I information  disclosure', 'D Denial of Service', 'E e'].map((text) => text),
    );
    assert.deepEqual(csv('"Tampering\nElevation of Privilege"'), ['T Tampering', 'E Elevation of Privilege']);
    assert.deepEqual(csv('T none Information Denial of'), [
      'T T',
      'wrong-type none -',
      'wrong-type Information -',
      'wrong-type Denial -',
      'wrong-type of -',
    ]);
    assert.deepEqual(csv(''), []);
  });

  it('unite over records, and are all where no record leaves one', () => {
    const { model } = modelFrom({
      'a.tmg.yaml': 'components: {A: {assets: {D: {stride: [T]}, E: {stride: []}, F: {stride: [X]}}}}\n',
      'b.tmg.csv': 'Component,Asset,STRIDE Types\nA,D,I S\nA,E,\n',
    });
    assert.deepEqual(
      [...model.assets.values()].map(({ stride }) => stride),
      [['S', 'T', 'I'], undefined, undefined],
    );
  });
});
