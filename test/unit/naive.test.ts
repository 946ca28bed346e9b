import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { expectedOf } from '../conformance/expected';
import { csvDocuments } from '../naive/csvDocument';
import { parseYaml } from '../naive/document';
import { naiveAdvice } from '../naive/naiveAdvice';
import { naiveChains } from '../naive/naiveChains';
import { compareText } from '../naive/order';
import { patternFits } from '../naive/ratings';
import { readFolder } from '../naive/readFolder';
import { cellScore, probability, vectorScore } from '../naive/scores';
import type { NaiveOptions } from '../naive/types';
import { randomFiles, randomModel, splitDocument, toYaml } from '../support/randomModel';

const GOLDEN = `
settings: {stride: [E]}
components:
  Server: {facility: Data Center, interfaces: [Gateway1], assets: {DB: {}, Backend: {}}}
  network: {labels: [Communication], interfaces: [Gateway1, Gateway2, Internet]}
  Router: {interfaces: [Gateway2, LAN1]}
  Client Computer: {facility: Client, interfaces: [Terminal, LAN2], assets: {Frontend: {}}}
  Virtual-Router-Client-Computer: {interfaces: [LAN1, LAN2]}
`;
const EVERYTHING_RATED = 'ratingRules: [{all: "6.8"}]';
const PHYSICAL_E = 'CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:C/C:H/I:H/A:H';
const PHYSICAL_D = 'CVSS:3.1/AV:P/AC:L/PR:L/UI:R/S:U/C:N/I:H/A:H';

/** Three devices in a line with one asset at the end, rated 6.8, 5.7 and 6.8. */
const LINE = `
settings: {stride: [E]}
components:
  A: {interfaces: [in, ab]}
  B: {interfaces: [ab, bc]}
  C: {interfaces: [bc], assets: {Key: {}}}
interfaces: {in: {entry: true}}
ratings: {A: {in: {E: 6.8}}, B: {ab: {E: 5.7}}, C: {bc: {E: 6.8}}}
`;

const PACK = join(import.meta.dirname, '../conformance');

const run = (...texts: string[]): ReturnType<typeof naiveChains> => naiveChains(texts.map(parseYaml));

describe('naive implementation', () => {
  it('finds the chains of the golden model', () => {
    const result = run(GOLDEN, EVERYTHING_RATED);
    assert.equal(result.total, 18);
    assert.deepEqual(result.byLength, { 1: 4, 3: 5, 5: 3, 7: 4, 9: 2 });
    assert.deepEqual(result.byType, { E: 18 });
    assert.equal(new Set(result.chains.map((chain) => chain.path.join('>'))).size, 12);
    assert.equal(naiveChains([GOLDEN, EVERYTHING_RATED].map(parseYaml), { maxLength: 6 }).total, 12);
  });

  it('scores the published vectors', () => {
    assert.equal(vectorScore(PHYSICAL_E, 'base'), 6.8);
    assert.equal(vectorScore(PHYSICAL_D, 'base'), 5.7);
    assert.equal(vectorScore(`${PHYSICAL_E}/E:U`, 'base'), 6.8);
    assert.equal(vectorScore(`${PHYSICAL_E}/E:U`, 'overall'), 6.2);
    assert.equal(vectorScore('CVSS:3.1/AV:P', 'base'), undefined);
  });

  it('multiplies tenths and divides once', () => {
    assert.equal(probability([6.8]), 6.8);
    assert.equal(probability([6.8, 5.7]), 3.876);
    assert.equal(probability([6.8, 5.7, 6.8]), 2.63568);
    assert.equal(run(LINE).chains[0]?.probability, 2.63568);
    assert.equal(run(LINE).chains[0]?.rating, 'Low');
  });

  it('reads a cell as none, score, vector or name', () => {
    const vectors = new Map([
      ['usb', PHYSICAL_E],
      ['none', PHYSICAL_E],
      ['bare', '7.1'],
    ]);
    assert.equal(cellScore('none', vectors, 'base'), 0);
    assert.equal(cellScore('0', vectors, 'base'), 0);
    assert.equal(cellScore('10.0', vectors, 'base'), 10);
    assert.equal(cellScore('usb', vectors, 'base'), 6.8);
    for (const text of ['10.1', '7.15', '-1', 'bare', 'else']) {
      assert.equal(cellScore(text, vectors, 'base'), undefined, text);
    }
  });

  it('makes the id from the tuple', () => {
    const [chain] = run(LINE).chains;
    const tuple = '["in",["A","ab","B","bc","C"],"C/Key","E"]';
    assert.equal(chain?.id, createHash('sha256').update(tuple).digest('hex').slice(0, 16));
    assert.deepEqual(chain?.steps[1], { interface: 'ab', component: 'B', score: 5.7, byRule: false });
  });

  it('compares code points, and matches whole names', () => {
    assert.ok(compareText('\uFF5E', '\u{1F600}') < 0);
    assert.ok(compareText('Gate', 'Gateway') < 0);
    assert.ok(patternFits('USB*', 'USB') && patternFits('*a*b', 'xaxb') && !patternFits('a', 'ab'));
  });

  it('counts up to the limit and keeps the best beyond it', () => {
    const documents = [GOLDEN, EVERYTHING_RATED].map(parseYaml);
    const exact = naiveChains(documents, { countLimit: 18, maxChains: 5 });
    assert.deepEqual([exact.total, exact.totalIsLowerBound, exact.kept], [18, false, 5]);
    const over = naiveChains(documents, { countLimit: 17, maxChains: 5 });
    assert.deepEqual([over.total, over.totalIsLowerBound, over.kept], [17, true, 5]);
    assert.deepEqual(over.chains, exact.chains);
  });

  it('reads CSV tables like the YAML that says the same', () => {
    const tables = [
      '\uFEFFcomponent;INTERFACE\r\nA:EXT|Communication;"in; ab"\r\nB;a\\,b\r\n',
      'Facility,Component,Asset,Id\nPlant,B,Key,K-1\nPlant,A,,\n',
      'Component;Interface;S;All\nB;a,b;7,1;none\n',
      'Banned\nA|*|B\n',
    ];
    const [labelled, escaped] = csvDocuments(tables[0] ?? '');
    assert.deepEqual(
      labelled,
      parseYaml('components: {A: {interfaces: [in, ab], labels: [EXT, Communication]}}'),
    );
    assert.deepEqual(escaped, parseYaml('components: {B: {interfaces: ["a,b"]}}'));
    const document = [parseYaml('interfaces: {"a,b": {entry: true}}'), ...tables.flatMap(csvDocuments)];
    const { chains } = naiveChains(document);
    assert.deepEqual(
      chains.map((chain) => [chain.asset.id, chain.asset.facility, chain.type, chain.probability]),
      [['K-1', 'Plant', 'S', 7.1]],
    );
  });

  it('gives the same chains however a model is split into files', () => {
    let withChains = 0;
    fc.assert(
      fc.property(randomModel, fc.nat(), (document, seed) => {
        const whole = naiveChains([parseYaml(toYaml(document))]);
        const files = [...splitDocument(document, seed).values()];
        assert.deepEqual(naiveChains(files), whole);
        assert.deepEqual(naiveChains(files.toReversed()), whole);
        if (whole.total > 0) withChains += 1;
      }),
      { numRuns: 100 },
    );
    assert.ok(withChains > 40, `only ${withChains} of 100 models have chains`);
  });

  it('counts the higher of two ratings, whatever the order of files', () => {
    fc.assert(
      fc.property(randomFiles, (files) => {
        const documents = [...files.values()];
        assert.deepEqual(naiveChains(documents.toReversed()), naiveChains(documents));
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same whatever the order of documents, but where the first of two counts', () => {
    const folders = readdirSync(PACK, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const differing = folders.filter(({ name }) => {
      const documents = readFolder(join(PACK, name));
      return !isDeepStrictEqual(naiveChains(documents.toReversed()), naiveChains(documents));
    });
    assert.deepEqual(
      differing.map(({ name }) => name),
      ['88-first-by-path', '89-two-ids-of-one-asset'],
    );
  });

  it('advises the length of the longest probable chain, however long', () => {
    const documents = [parseYaml(LINE)];
    const advise = (options: NaiveOptions): unknown[] => {
      const { advised, cut, enough, lengths } = naiveAdvice(documents, options);
      return [advised, cut, enough, lengths.map(({ length, chains }) => [length, chains])];
    };
    assert.deepEqual(advise({}), [0, 0, 0, [[5, 1]]]);
    assert.deepEqual(advise({ minProbability: 2.63568 }), [5, 0, 5, [[5, 1]]]);
    assert.deepEqual(advise({ minProbability: 2.63568, maxLength: 4 }), [5, 1, 5, []]);
    assert.deepEqual(advise({ minProbability: 2.7, maxLength: 5 }), [0, 0, 0, [[5, 1]]]);
    assert.deepEqual(advise({ minProbability: 2, from: ['bc'] }), [0, 0, 0, []]);
  });

  it('gives what the conformance pack expects', () => {
    const folders = readdirSync(PACK, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.ok(folders.length >= 32);
    for (const { name } of folders) {
      const folder = join(PACK, name);
      assert.equal(expectedOf(folder), readFileSync(join(folder, 'expected.json'), 'utf8'), name);
    }
  });
});
