import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { semanticTokens } from '../../../src/language/semanticTokens';
import { exampleTexts, mutate } from '../../support/mutations';
import { snapshotOf } from '../../support/caret';

/** Type and text of the tokens of a file. */
function tokens(file: string, text: string): string[] {
  return semanticTokens(snapshotOf({ [file]: text }), file).map(
    ({ range, type, modifiers }) =>
      `${type} ${text.slice(range.start, range.end)}${modifiers.map((modifier) => ` ${modifier}`).join('')}`,
  );
}

describe('semanticTokens', () => {
  it('marks names, letters, vectors and techniques in YAML', () => {
    const text = `components:
  Server: {facility: Plant, labels: [EXT], interfaces: [LAN], assets: {DB: {stride: [D, tampering]}}}
vectors: {v: "CVSS:3.1/AV:P"}
ratings:
  Server:
    "LAN": {T: v, "E": 6.8, all: none, techniques: [T1068]}
ratingRules:
  - match: {interface: "L*"}
    D: 1
`;
    deepEqual(tokens('a.tmg.yaml', text), [
      'component Server declaration external',
      'facility Plant',
      'label EXT',
      'interface LAN declaration',
      'asset DB declaration',
      'strideType D',
      'strideType tampering',
      'vector v declaration',
      'cvssVersion CVSS:3.1',
      'cvssMetric AV',
      'cvssValue P',
      'component Server external',
      'interface "LAN"',
      'strideType T',
      'vector v',
      'strideType "E"',
      'score 6.8',
      'strideType all',
      'none none',
      'technique T1068',
      'interface "L*" pattern',
      'strideType D',
      'score 1',
    ]);
  });

  it('marks columns and cells in CSV', () => {
    deepEqual(
      tokens('a.tmg.csv', 'Component;Interface;STRIDE;CVSS\nVirtual-A;LAN;tampering;CVSS:3.1/AV:P\n'),
      [
        'column Component declaration',
        'column Interface declaration',
        'column STRIDE declaration',
        'column CVSS declaration',
        'component Virtual-A',
        'interface LAN',
        'strideType tampering',
        'cvssVersion CVSS:3.1',
        'cvssMetric AV',
        'cvssValue P',
      ],
    );
    deepEqual(tokens('a.tmg.csv', 'Component,Interface,T\nBus:Communication,"LAN\nWAN",7.1\n').slice(2), [
      'strideType T declaration',
      'component Bus:Communication',
      'interface LAN',
      'interface WAN',
      'score 7.1',
    ]);
  });

  it('never overlaps, leaves the text or crosses lines, whatever the text', () => {
    const texts = ['.yaml', '.csv'].flatMap((ending) =>
      exampleTexts(ending).map((text) => [`a.tmg${ending}`, text] as const),
    );
    fc.assert(
      fc.property(fc.nat({ max: texts.length - 1 }), fc.integer(), (index, seed) => {
        const [file, original] = texts[index] ?? ['a.tmg.yaml', ''];
        const text = mutate(original.slice(0, 3000), seed);
        let position = 0;
        for (const { range } of semanticTokens(snapshotOf({ [file]: text }), file)) {
          ok(range.start >= position && range.end > range.start && range.end <= text.length);
          ok(!/[\r\n]/.test(text.slice(range.start, range.end)));
          position = range.end;
        }
      }),
      { numRuns: 100 },
    );
  });
});
