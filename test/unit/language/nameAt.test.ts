import { deepEqual, equal } from 'node:assert/strict';
import { nameAt, ratingAt, recordsOf, relationsAt, vectorAt } from '../../../src/language/nameAt';
import type { FileRecords } from '../../../src/formats/records';
import { markedModel } from '../../support/caret';

interface Case {
  readonly records: FileRecords;
  readonly offset: number;
}

function at(files: Parameters<typeof markedModel>[0]): Case {
  const { snapshot, file, offset } = markedModel(files);
  const records = recordsOf(snapshot, file);
  if (!records) {
    throw new Error(`No ${file}`);
  }
  return { records, offset };
}

/** Kind, name, holder and D for a declaration, of the name at the caret. */
function nameText(files: Parameters<typeof markedModel>[0]): string | undefined {
  const { records, offset } = at(files);
  const name = nameAt(records, offset);
  return (
    name &&
    [
      name.kind,
      name.name,
      ...(name.component === undefined ? [] : [`of ${name.component}`]),
      ...(name.declares ? ['D'] : []),
      ...(name.pattern ? ['pattern'] : []),
    ].join(' ')
  );
}

const VECTOR = 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';

describe('nameAt', () => {
  it('knows every kind of name in YAML, and whether it is declared there', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['components:\n  Ser|ver: {interfaces: [LAN]}\n', 'component Server D'],
      ['components:\n  Server:\n    interfaces:\n      - L|AN\n', 'interface LAN D'],
      ['components:\n  Server:\n    facility: "Da|ta Center"\n', 'facility Data Center'],
      ["components:\n  Server:\n    assets:\n      '|DB': {}\n", 'asset DB of Server D'],
      ['facilities: {Pl|ant: }\n', 'facility Plant D'],
      ['attackers: {ex|ternal: someone}\n', 'attacker external D'],
      ['periods:\n  on|: the system is on\n', 'period on D'],
      ['interfaces:\n  |LAN: {entry: true}\n', 'interface LAN D'],
      ['interfaces:\n  LAN: {into: [Server|]}\n', 'component Server'],
      ['interfaces:\n  LAN: {attackers: [ex|ternal], periods: [on]}\n', 'attacker external'],
      ['interfaces:\n  LAN: {attackers: [external], periods: [|on]}\n', 'period on'],
      ['vectors:\n  usb-|root: CVSS:3.1/AV:P\n', 'vector usb-root D'],
      ['ratings:\n  Ser|ver:\n    LAN: {T: usb-root}\n', 'component Server'],
      ['ratings:\n  Server:\n    L|AN: {T: usb-root}\n', 'interface LAN'],
      ['ratings:\n  Server:\n    LAN: {T: usb-|root}\n', 'vector usb-root'],
      ['ratingRules:\n  - match: {interface: USB|*}\n    T: 1\n', 'interface USB* pattern'],
      ['ratingRules:\n  - match: {facility: Pl|ant}\n    T: 1\n', 'facility Plant'],
      ['filters:\n  banned: [[A, H|ub, B]]\n', 'component Hub'],
      ['filters:\n  banned: [[A, "|*", B]]\n', 'component * pattern'],
      ['filters:\n  oneWay: [{from: Mas|ter, to: Slave}]\n', 'component Master'],
      ['filters:\n  only: [{from: Radio, via: Hub, to: [SC|ADA]}]\n', 'component SCADA'],
    ];
    for (const [text, expected] of cases) {
      equal(nameText(text), expected, text);
      equal(nameText(text.replaceAll('\n', '\r\n')), expected, `with CRLF: ${text}`);
    }
  });

  it('knows every kind of name in CSV', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['Facility;Component;Asset\nPl|ant;Server;DB\n', 'facility Plant'],
      ['Facility;Component;Asset\nPlant;"Ser|ver";DB\n', 'component Server D'],
      ['Facility;Component;Asset\nPlant;Server;DB|\n', 'asset DB of Server D'],
      ['Component,Interface\nBus:Communication,"LAN1, L|AN2"\n', 'interface LAN2 D'],
      ['Component,Interface\nB|us:Communication,LAN1\n', 'component Bus D'],
      ['Component,Interface,T\nServer,LAN,usb|-root\n', 'vector usb-root'],
      ['Component,Interface,STRIDE,CVSS\nServer,L|AN,T,usb-root\n', 'interface LAN'],
      ['Vector,CVSS\nusb|-root,CVSS:3.1/AV:P\n', 'vector usb-root D'],
      ['Interface,Entry,Into\nLAN,yes,Ser|ver\n', 'component Server'],
      ['Interface,Entry,Attackers,Periods\nLAN,yes,external,o|n\n', 'period on'],
      ['Banned\nA\\, B, H|ub\n', 'component A\\, B, Hub'],
      ['From,Via,Only To\nRadio,Hub,"A; Str|aße 😀"\n', 'component Straße 😀'],
    ];
    for (const [text, expected] of cases) {
      equal(nameText({ 'a.tmg.csv': text }), expected, text);
    }
  });

  it('finds nothing beside names', () => {
    equal(nameText('components:\n  Server: {lab|els: [EXT]}\n'), undefined);
    equal(nameText({ 'a.tmg.csv': 'Comp|onent,Interface\nA,B\n' }), undefined);
  });
});

describe('ratingAt', () => {
  it('gives the cell, its type and its relation', () => {
    const { records, offset } = at(
      `ratings:\n  Server:\n    LAN: {E: none, T: ${VECTOR.slice(0, 9)}|AV:P}\n`,
    );
    const rating = ratingAt(records, offset);
    equal(rating?.key, 'T');
    equal(rating?.cell.text, 'CVSS:3.1/AV:P');
    deepEqual(rating?.relations, [{ component: 'Server', interface: 'LAN' }]);
  });

  it('gives all relations of a CSV row, and the rule of a rule', () => {
    const row = at({ 'a.tmg.csv': 'Component,Interface,T\nServer,"LAN1;LAN2",|7.1\n' });
    equal(ratingAt(row.records, row.offset)?.relations.length, 2);
    const rule = at('ratingRules:\n  - match: {interface: LAN}\n    all: n|one\n');
    deepEqual(ratingAt(rule.records, rule.offset)?.relations, []);
    equal(ratingAt(rule.records, rule.offset)?.rule?.match.interface?.value, 'LAN');
  });
});

describe('vectorAt', () => {
  it('gives the metric under the caret, in quotes and in vectors too', () => {
    for (const text of [
      `vectors:\n  usb-root: "${VECTOR.replace('/AC', '/|AC')}"\n`,
      `ratings:\n  Server:\n    LAN: {T: ${VECTOR.replace('AC:L', 'AC:L|')}}\n`,
      `ratingRules:\n  - match: {interface: LAN}\n    T: '${VECTOR.replace('AC', 'A|C')}'\n`,
    ]) {
      const { records, offset } = at(text);
      const vector = vectorAt(records, offset);
      equal(vector?.text, VECTOR, text);
      equal(records.text.slice(vector?.range.start, vector?.range.end), VECTOR);
      equal(vector?.metric?.name, 'AC');
      equal(vector?.metric?.value, 'L');
      equal(records.text.slice(vector?.metric?.range.start, vector?.metric?.range.end), 'AC:L');
    }
  });

  it('gives no metric on the version, and reads vectors that are wrong', () => {
    const version = at(`vectors: {a: CVSS:|3.1/AV:P}\n`);
    equal(vectorAt(version.records, version.offset)?.metric, undefined);
    const wrong = at(`ratings: {A: {B: {T: CVSS:3.1/AV:P/XX:|Y}}}\n`);
    deepEqual(vectorAt(wrong.records, wrong.offset)?.metric?.name, 'XX');
  });
});

describe('relationsAt', () => {
  it('gives the relation of a rating record and of an interface in a list', () => {
    const note = at('ratings:\n  Server:\n    LAN: {T: 1, note: kiosk|}\n');
    deepEqual(relationsAt(note.records, note.offset), [{ component: 'Server', interface: 'LAN' }]);
    const list = at('components:\n  Server: {interfaces: [LAN, W|AN]}\n');
    deepEqual(relationsAt(list.records, list.offset), [{ component: 'Server', interface: 'WAN' }]);
  });

  it('tells the interfaces of a CSV row apart', () => {
    const one = at({ 'a.tmg.csv': 'Component,Interface,T\nServer,LAN1;L|AN2,7.1\n' });
    deepEqual(relationsAt(one.records, one.offset), [{ component: 'Server', interface: 'LAN2' }]);
    const both = at({ 'a.tmg.csv': 'Component,Interface,T\nServer,LAN1;LAN2,7|.1\n' });
    equal(relationsAt(both.records, both.offset).length, 2);
  });
});
