import assert from 'node:assert/strict';
import type { FilterRecord } from '../../../../src/formats/records';
import { findingsOf, messagesOf, readLines, slices, values } from './reading';

const VECTOR = 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';

describe('CSV table of vectors', () => {
  it('gives named vectors', () => {
    const records = readLines('Vector,CVSS', `usb-root, ${VECTOR} `);
    const [record] = records.vectors;
    assert.ok(record?.vector);
    assert.deepEqual(values([record.name, record.cvss]), ['usb-root', VECTOR]);
    assert.deepEqual(slices(records, [record.name, record.cvss]), ['usb-root', VECTOR]);
  });

  it('keeps a name whose vector is bad, and reports the metric', () => {
    const records = readLines('Vector,CVSS', `a,${VECTOR.replace('AC:L', 'AC:M')}`);
    assert.equal(records.findings[0]?.code, 'invalid-cvss');
    assert.match(findingsOf(records)[0] ?? '', /^invalid-cvss: (AC:M|M)$/);
    assert.equal(records.vectors[0]?.vector, undefined);
    assert.equal(records.vectors[0]?.name.value, 'a');
  });

  it('reports what is no vector at all under the whole cell', () => {
    const records = readLines('Vector,CVSS', 'a,7.1', 'b,usb-root');
    assert.deepEqual(findingsOf(records), ['invalid-cvss: 7.1', 'invalid-cvss: usb-root']);
    assert.match(messagesOf(records)[0] ?? '', /"a" must stand for a CVSS vector, such as CVSS:3\.1/);
    assert.deepEqual(
      records.vectors.map(({ vector }) => vector),
      [undefined, undefined],
    );
  });

  it('reports a name that is there twice, and an empty cell', () => {
    const records = readLines('Vector,CVSS', `a,${VECTOR}`, `a,${VECTOR}`, 'c,');
    assert.deepEqual(findingsOf(records), ['duplicate-key: a', 'wrong-type: c,']);
    assert.deepEqual(records.findings[0]?.related[0]?.range, records.vectors[0]?.name.range);
    assert.equal(records.vectors.length, 1);
  });
});

describe('CSV table of entries', () => {
  it('knows the words for true and false in English and German', () => {
    const words = ['true', 'Yes', '1', 'x', 'WAHR', 'ja', 'false', 'NO', '0', 'FALSCH', 'nein', ''];
    const records = readLines('Interface,Entry', ...words.map((word) => `i,${word}`));
    assert.deepEqual(findingsOf(records), []);
    assert.deepEqual(
      records.interfaces.map(({ entry }) => entry?.value),
      [true, true, true, true, true, true, false, false, false, false, false, undefined],
    );
  });

  it('reads lists, and marks several interfaces alike', () => {
    const records = readLines(
      'Interface;Entry;Into;Attackers;Periods',
      'Internet, WLAN;x;MQTT Broker;external,insider;"on\nservice"',
    );
    assert.deepEqual(values(records.interfaces.map(({ name }) => name)), ['Internet', 'WLAN']);
    const [record] = records.interfaces;
    assert.ok(record);
    const lists = [record.into, record.attackers, record.periods];
    assert.deepEqual(lists.map(values), [['MQTT Broker'], ['external', 'insider'], ['on', 'service']]);
    assert.deepEqual(slices(records, lists.flat()), values(lists.flat()));
  });

  it('reports another word and leaves the mark open', () => {
    const records = readLines('Interface,Entry', 'Internet,flase');
    assert.deepEqual(findingsOf(records), ['wrong-type: flase']);
    assert.equal(records.findings[0]?.data.nearest, 'false');
    assert.equal(records.interfaces[0]?.entry, undefined);
  });

  it('leaves out a row without an interface', () => {
    const records = readLines('Interface,Entry', ',x', 'a,x');
    assert.deepEqual(findingsOf(records), ['wrong-type: ,x']);
    assert.equal(records.interfaces.length, 1);
  });
});

describe('CSV table of filters', () => {
  const sequences = (filters: readonly FilterRecord[]): string[][] =>
    filters.map((filter) => (filter.kind === 'banned' ? values(filter.sequence) : []));

  it('reads banned sequences from one column', () => {
    const records = readLines('Banned', 'A|B, b|C', ' * | X;Y ', 'a\\|b|c\\\\');
    assert.deepEqual(findingsOf(records), []);
    assert.deepEqual(sequences(records.filters), [
      ['A', 'B, b', 'C'],
      ['*', 'X;Y'],
      ['a|b', 'c\\'],
    ]);
    const [first] = records.filters;
    assert.ok(first?.kind === 'banned');
    assert.deepEqual(slices(records, first.sequence), ['A', 'B, b', 'C']);
  });

  it('leaves out a sequence with a name missing', () => {
    const records = readLines('Banned', 'A||C', 'A|');
    assert.deepEqual(findingsOf(records), ['wrong-type: A||C', 'wrong-type: A|']);
    assert.deepEqual(records.filters, []);
  });

  it('reads one-way rules', () => {
    const records = readLines('From,To', 'Master,Slave', 'Master,');
    const [filter] = records.filters;
    assert.ok(filter?.kind === 'oneWay');
    assert.deepEqual(values([filter.from, filter.to]), ['Master', 'Slave']);
    assert.deepEqual(slices(records, [filter.from, filter.to]), ['Master', 'Slave']);
    assert.deepEqual(findingsOf(records), ['wrong-type: Master,']);
  });

  it('reads only rules, whose list splits at | too', () => {
    const records = readLines('From;Via;Only To', 'Radio;Control LAN;SCADA|Historian, HMI', 'a;b;');
    const [filter] = records.filters;
    assert.ok(filter?.kind === 'only');
    assert.deepEqual(values([filter.from, filter.via, ...filter.to]), [
      'Radio',
      'Control LAN',
      'SCADA',
      'Historian',
      'HMI',
    ]);
    assert.deepEqual(slices(records, filter.to), ['SCADA', 'Historian', 'HMI']);
    assert.deepEqual(findingsOf(records), ['wrong-type: a;b;']);
  });
});
