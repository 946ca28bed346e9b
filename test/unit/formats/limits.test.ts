import assert from 'node:assert/strict';
import { readCsv } from '../../../src/formats/csv/readCsv';
import { MOST_NAMES } from '../../../src/formats/csv/listCell';
import { MOST_FINDINGS } from '../../../src/formats/findingCollector';
import type { FileRecords } from '../../../src/formats/records';
import { readYaml } from '../../../src/formats/yaml/readYaml';
import { formatMessage } from '../../../src/text/message';
import { snapshotOf } from '../../support/caret';

const MANY = 20_000;
const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** The last finding of a code says how many more there are. */
function assertLimited(findings: FileRecords['findings'], code: string, count: number): void {
  const own = findings.filter((one) => one.code === code);
  assert.equal(own.length, MOST_FINDINGS + 1, code);
  const last = own.at(-1);
  assert.equal(
    last && formatMessage(last.message),
    `This and ${count - MOST_FINDINGS - 1} more of ${code} in this file are not listed; mend those that are first.`,
  );
}

describe('problems without number', () => {
  const tables: readonly (readonly [string, string, string, string])[] = [
    ['scores that are none', 'Component,Interface,E\n', 'A,LAN,11\n', 'invalid-score'],
    ['rows without a name', 'Component,Interface,E\n', ',LAN,1\n', 'wrong-type'],
    ['cells behind the last column', 'Component,Interface\n', 'A,LAN,x\n', 'csv-syntax'],
    ['vectors of nothing', 'Component,Interface,E\n', 'A,LAN,CVSS:3.1/AV:X\n', 'invalid-cvss'],
    ['comments without a code', 'Component,Interface\n', '# tmg-ignore\n', 'wrong-type'],
  ];
  for (const [what, header, row, code] of tables) {
    it(`are counted and no longer kept from the ${MOST_FINDINGS + 1}st on, in CSV: ${what}`, () => {
      const { findings } = readCsv('a.tmg.csv', header + row.repeat(MANY));
      const perRow = readCsv('a.tmg.csv', header + row).findings.filter((one) => one.code === code).length;
      assertLimited(findings, code, MANY * perRow);
    });
  }

  it('are counted in YAML too', () => {
    const lines = times(MANY, (index) => `  C${index}: {colour: red}\n`);
    assertLimited(readYaml('a.tmg.yaml', `components:\n${lines}`).findings, 'unknown-key', MANY);
  });

  it('are counted where rules find them, those that are ignored apart', () => {
    const rows = times(MANY, (index) => `Nobody ${index},LAN,1\n`);
    const texts = {
      'model.tmg.yaml': 'components: {A: {interfaces: [LAN]}}\n',
      'a.tmg.csv': `Component,Interface,E\n${rows}`,
    };
    const problems = snapshotOf(texts).problems.filter(({ code }) => code === 'unknown-component');
    assertLimited(problems as unknown as FileRecords['findings'], 'unknown-component', MANY);
    const ignored = times(
      2 * MOST_FINDINGS,
      (index) => `# tmg-ignore unknown-component: new\nNobody ${index},LAN,1\n`,
    );
    const quiet = snapshotOf({ ...texts, 'a.tmg.csv': `Component,Interface,E\n${ignored}Nobody,LAN,1\n` });
    assert.equal(quiet.problems.filter(({ code }) => code === 'unknown-component').length, 1);
  });

  it('are as many as a merge left, and do not overflow the stack', () => {
    const conflicts = '<<<<<<< a\n=======\n>>>>>>> b\n'.repeat(170_000);
    assertLimited(readYaml('a.tmg.yaml', conflicts).findings, 'yaml-syntax', 170_000);
    assertLimited(readCsv('a.tmg.csv', `Component,Interface\n${conflicts}`).findings, 'csv-syntax', 170_000);
  });
});

describe('names without number in one cell', () => {
  const names = times(3 * MOST_NAMES, (index) => `N${index};`);

  it('are read up to a limit, and the first beyond it is shown', () => {
    const text = `Component,Interface\nA,${names}\nB,LAN\n`;
    const { components, findings } = readCsv('a.tmg.csv', text);
    assert.deepEqual(
      components.map(({ interfaces }) => interfaces.length),
      [MOST_NAMES, 1],
    );
    assert.deepEqual(
      findings.map(({ code, range }) => [code, text.slice(range.start, range.end)]),
      [['wrong-type', `N${MOST_NAMES}`]],
    );
  });

  it('make no ratings beyond it, and no techniques', () => {
    const { ratings, findings } = readCsv(
      'a.tmg.csv',
      `Component,Interface,E,Techniques\nA,${names},1,${names}\n`,
    );
    assert.equal(ratings.length, MOST_NAMES);
    assert.equal(ratings[0]?.techniques[0]?.ids.length, MOST_NAMES);
    assert.equal(findings.length, 2);
  });

  it('leave a banned sequence out', () => {
    const { filters, findings } = readCsv('a.tmg.csv', `Banned\n${names.replaceAll(';', '|')}\nA|B\n`);
    assert.equal(filters.length, 1);
    assert.equal(findings.length, 1);
  });

  it('are all read below it', () => {
    const some = times(MOST_NAMES, (index) => `N${index};`);
    const { components, findings } = readCsv('a.tmg.csv', `Component,Interface\nA,${some}\n`);
    assert.equal(components[0]?.interfaces.length, MOST_NAMES);
    assert.deepEqual(findings, []);
  });
});
