import { deepEqual, equal } from 'node:assert/strict';
import { documentLinks, techniquePage } from '../../../src/language/documentLinks';
import { snapshotOf } from '../../support/caret';

/** Text and target of the links of a file. */
function links(file: string, text: string): string[] {
  return documentLinks(snapshotOf({ [file]: text }), file).map(
    ({ range, target }) => `${text.slice(range.start, range.end)} -> ${target}`,
  );
}

const ATTACK = 'https://attack.mitre.org/techniques';

describe('documentLinks', () => {
  it('leads from technique ids to ATT&CK, in YAML and in CSV cells', () => {
    const text =
      'ratings:\n  A:\n    LAN: {E: 1, techniques: {E: [T1068, "T1059.001"], D: [nonsense]}}\n    WAN: {E: 1, techniques: [T0801]}\n';
    deepEqual(links('a.tmg.yaml', text), [
      `T1068 -> ${ATTACK}/T1068/`,
      `T1059.001 -> ${ATTACK}/T1059/001/`,
      `T0801 -> ${ATTACK}/T0801/`,
    ]);
    deepEqual(links('a.tmg.csv', 'Component,Interface,E,Techniques\nA,LAN;WAN,1,E: T1068 T1078\n'), [
      `T1068 -> ${ATTACK}/T1068/`,
      `T1078 -> ${ATTACK}/T1078/`,
    ]);
  });

  it('finds addresses in descriptions, notes and references, without the punctuation around them', () => {
    const text = `components:
  A: {description: "see (https://example.org/a_(b)) and http://x.example/?q=1."}
ratings: {A: {LAN: {T: 1, note: '<https://example.org/n>', ref: https://tickets.example/SEC-1}}}
`;
    deepEqual(
      links('a.tmg.yaml', text).map((link) => link.split(' -> ')[1]),
      [
        'https://example.org/a_(b)',
        'http://x.example/?q=1',
        'https://example.org/n',
        'https://tickets.example/SEC-1',
      ],
    );
    deepEqual(links('a.tmg.csv', 'Component,Asset,Description\nA,B,https://example.org/x;y\n'), [
      'https://example.org/x;y -> https://example.org/x;y',
    ]);
  });

  it('ends an address at the bracket that closes none of its own, however many follow', () => {
    const text = `components: {A: {description: "https://a.example/(b)${')'.repeat(50_000)}"}}\n`;
    const [link = ''] = links('a.tmg.yaml', text);
    equal(link.split(' -> ')[1], 'https://a.example/(b)');
  });

  it('makes no link of other schemes', () => {
    deepEqual(
      links('a.tmg.yaml', 'components: {A: {description: "command:evil file:///etc javascript:x"}}\n'),
      [],
    );
    equal(techniquePage('T1068.1'), undefined);
  });
});
