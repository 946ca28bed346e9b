import assert from 'node:assert/strict';
import { readText } from '../../../src/workspace/readRecords';
import { worksheetCsv } from '../../../src/report/worksheetWriters';
import { snapshotOf } from '../../support/caret';
import { CSV_MODEL, fill, naiveRatings, worksheetOf, YAML_MODEL } from '../../support/worksheets';

/** The rows of a sheet as objects by column. */
function rowsOf(sheet: {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) {
  return sheet.rows.map((row) =>
    Object.fromEntries(sheet.columns.map((column, index) => [column, row[index]])),
  );
}

describe('ratingWorksheet', () => {
  it('has a row per relation that lacks a rating, a column per type asked for, and empty cells only', () => {
    const sheet = worksheetOf(YAML_MODEL, false);
    assert.deepEqual(sheet.columns, [
      'Component',
      'Interface',
      '# Facility',
      '# Shared with',
      '# Attack',
      '# Entry',
      'T',
      'D',
      'E',
      'Note',
      'Status',
      'Ref',
      'Techniques',
      '# Rated already',
      '# Used nearby',
    ]);
    const rows = rowsOf(sheet);
    assert.deepEqual(
      rows.map((row) => [row['Component'], row['Interface'], row['# Rated already']]),
      [
        ['Steuerung', 'Feldbus', 'T: CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H; E: none'],
        // By rule.
        ['Steuerung', 'Tür\\, links', 'D: 3.3'],
        ['Steuerung', 'USB', ''],
        ['Gateway: außen', 'Feldbus', ''],
        ['Gateway: außen', 'Internet', ''],
        ['Terminal', 'Buchse', ''],
      ],
    );
    assert.ok(rows.every((row) => ['T', 'D', 'E'].every((type) => row[type] === '')));
  });

  it('says who shares the interface, who attacks through it, and whether outsiders do', () => {
    const rows = rowsOf(worksheetOf(YAML_MODEL, false));
    assert.deepEqual(
      rows.map((row) => [row['# Shared with'], row['# Attack'], row['# Entry']]),
      [
        ['Gateway: außen', 'Gateway: außen attacks Steuerung through Feldbus', 'no'],
        ['', 'nothing leads to Tür, links yet', 'no'],
        ['Virtual-Kabel', 'Terminal attacks Steuerung through USB', 'no'],
        ['Steuerung', 'Steuerung attacks Gateway: außen through Feldbus', 'no'],
        ['Wartung', 'an outsider attacks Gateway: außen through Internet', 'yes: Hacker'],
        ['Virtual-Kabel', 'Steuerung attacks Terminal through Buchse', 'no'],
      ],
    );
  });

  it('says "into" where an outsider reaches another component only', () => {
    const text =
      'components: {A: {interfaces: [x]}, B: {interfaces: [x]}}\ninterfaces: {x: {entry: true, into: [A]}}\n';
    const rows = rowsOf(worksheetOf({ 'model.tmg.yaml': text }, false));
    assert.deepEqual(
      rows.map((row) => [row['# Attack'], row['# Entry']]),
      [
        ['an outsider or B attacks A through x', 'yes'],
        ['A attacks B through x', 'no'],
      ],
    );
  });

  it('suggests vectors of the same interface, then of the component, then of the facility, as they are written', () => {
    const rows = rowsOf(
      worksheetOf(
        {
          'model.tmg.yaml': `vectors: {usb: CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H}
components:
  A: {facility: F, interfaces: [x, y]}
  B: {facility: F, interfaces: [x, z]}
  C: {facility: F, interfaces: [z, w]}
ratings:
  B: {x: {T: usb, E: usb}, z: {T: CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H, D: 5.0}}
  A: {y: {T: CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H}}
  C: {w: {T: CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H}}
`,
        },
        false,
      ),
    );
    assert.equal(
      rows[0]?.['# Used nearby'],
      [
        'usb (6.8, T E of the same interface)',
        'CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H (6.5, T of the same component)',
        'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H (7.5, T of the same facility)',
      ].join('; '),
    );
  });

  it('has all relations with their ratings where all are asked for', () => {
    const rows = rowsOf(worksheetOf(YAML_MODEL, true));
    assert.equal(rows.length, 6);
    assert.deepEqual(
      [rows[0]?.['T'], rows[0]?.['D'], rows[0]?.['E'], rows[0]?.['Note'], rows[1]?.['D']],
      ['CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H', '', 'none', 'agreed', '3.3'],
    );
  });

  it('leaves out and names relations whose names a table cannot hold', () => {
    const sheet = worksheetOf(
      { 'model.tmg.yaml': 'components: {" A": {interfaces: [x]}, B: {interfaces: [x]}}\n' },
      false,
    );
    assert.deepEqual([sheet.rows.length, sheet.leftOut], [1, [{ component: ' A', interface: 'x' }]]);
  });

  it('as CSV, filled, is a table of ratings beside others: no hint, no error, all rated', () => {
    for (const model of [YAML_MODEL, CSV_MODEL]) {
      const sheet = worksheetOf(model, false);
      const text = [...worksheetCsv({ ...sheet, rows: fill(sheet, ['5.1', 'none', 'usb']) })]
        .join('')
        .slice(1);
      assert.deepEqual(readText('filled.tmg.csv', text).findings, []);
      const texts = { ...model, 'filled.tmg.csv': text };
      const { problems } = snapshotOf(texts);
      const codes = problems
        .map(({ code }) => code)
        .filter((code) => /error|rating|unknown|conflict/.test(code));
      assert.deepEqual(codes, []);
      const before = naiveRatings(model);
      const after = naiveRatings(texts);
      assert.equal(after.size, before.size + sheet.rows.length * 3 - countRated(sheet));
      for (const [key, score] of before) {
        assert.equal(after.get(key), score, key);
      }
    }
  });
});

function countRated({
  columns,
  rows,
}: {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}): number {
  const column = columns.indexOf('# Rated already');
  return rows.reduce(
    (sum, row) => sum + ((row[column] ?? '') === '' ? 0 : (row[column] ?? '').split('; ').length),
    0,
  );
}
