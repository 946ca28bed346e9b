import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { computeChains } from '../../../src/chains/computeChains';
import { chainOptions } from '../../../src/chains/options';
import { checkModel } from '../../../src/checks/checkModel';
import { scoreVector } from '../../../src/cvss/score';
import type { MergedModel } from '../../../src/model/mergeModel';
import { ChainJsonWriter } from '../../../src/report/chainJson';
import { csvTable } from '../../../src/report/tableWriters';
import { SourceLocator } from '../../../src/workspace/sourceLocator';
import { textsOf } from '../../support/chainLines';
import { EXAMPLES, exampleFiles } from '../../support/exampleFiles';
import { type ModelFiles, modelFrom } from '../../support/modelFrom';
import { type PlainObject, randomFiles } from '../../support/randomModel';

const MODEL_FILE = 'model.tmg.yaml';

/** Codes that say which of two facilities, ids or texts counts. */
const FIRST_COUNTS: ReadonlySet<string> = new Set([
  'conflicting-facility',
  'duplicate-asset',
  'conflicting-text',
]);

/** A hash of the chains, without the places they come from, and of the table. */
function bytesOf({ model, origins }: MergedModel, maxLength = model.settings.maxLength): string {
  const set = computeChains(model, chainOptions(model.settings, { maxLength }));
  const writer = new ChainJsonWriter(set, origins, new SourceLocator({ records: origins.files }));
  const hash = createHash('sha256');
  for (const chain of set.chains()) {
    const { steps, ...rest } = writer.chain(chain);
    hash.update(JSON.stringify([rest, steps.map((step) => ({ ...step, source: null }))]));
  }
  for (const piece of csvTable(set)) {
    hash.update(piece);
  }
  return `${set.size} chains, ${hash.digest('hex')}`;
}

/** The files under other names, in another order; the model file keeps its own. */
function renamed(files: ModelFiles, numbers: readonly number[]): ModelFiles {
  const entries = Object.entries(files).map(([file, text], index): [number, string, string] => {
    const number = numbers[index % numbers.length] ?? 0;
    const end = /\.tmg\.\w+$/.exec(file)?.[0] ?? '';
    return [
      number,
      file === MODEL_FILE ? file : `${number % 3 === 0 ? 'Ä/' : ''}${number}-${index}${end}`,
      text,
    ];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => a - b).map(([, file, text]) => [file, text]));
}

/** Every section of a YAML file, and every half of a table, in a file of its own. */
function split(files: ModelFiles): ModelFiles {
  const parts = Object.entries(files).flatMap(([file, text]): [string, string][] => {
    if (file === MODEL_FILE) {
      return [[file, text]];
    }
    if (file.endsWith('.csv')) {
      const [header = '', ...rows] = text.split('\n');
      const middle = Math.floor(rows.length / 2);
      return [rows.slice(0, middle), rows.slice(middle)].map((half, index) => [
        `${index}/${file}`,
        [header, ...half].join('\n'),
      ]);
    }
    return text.split(/^(?=[A-Za-z]+:)/m).map((section, index) => [`${index}/${file}`, section]);
  });
  return Object.fromEntries(parts);
}

/** What other files may say once more, and otherwise. */
const contradiction = fc.record({
  asset: fc.constantFrom('0', '1', '4.5', '5'),
  entry: fc.constantFrom('true', 'false'),
  vector: fc.constantFrom(
    'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    'CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N',
    'CVSS:3.1/broken',
  ),
  stride: fc.subarray(['S', 'Tampering', 'e', 'denial of service']),
});

function contradicting(
  files: ReadonlyMap<string, PlainObject>,
  others: readonly (typeof contradiction extends fc.Arbitrary<infer T> ? T : never)[],
): ModelFiles {
  const texts = Object.fromEntries(textsOf(files));
  const { model, origins } = modelFrom(texts);
  const extra = others.map((other, index): [string, string] => {
    const assets = [...model.assets.values()].map(
      ({ component, name }) =>
        `  ${JSON.stringify(component)}: {assets: {${JSON.stringify(name)}: {security: ${other.asset}, stride: [${other.stride.join(', ')}]}}}\n`,
    );
    const seen = new Set<string>();
    const unique = assets.filter((line) => {
      const [holder = ''] = line.split(': {');
      return seen.size < seen.add(holder).size;
    });
    const marks = [...model.interfaces.keys()]
      .filter((_, position) => position % 2 === index % 2)
      .map((name) => `  ${JSON.stringify(name)}: {entry: ${other.entry}}\n`);
    return [`extra${index}.tmg.yaml`, `components:\n${unique.join('')}\ninterfaces:\n${marks.join('')}\n`];
  });
  const rows = others.flatMap(({ vector }, index) =>
    [...origins.vectors.keys()]
      .filter((_, at) => at % 3 === index % 3)
      .map((name) => `"${name}",${vector}\n`),
  );
  const tables = rows.map((row, index): [string, string] => [`v${index}.tmg.csv`, `Vector,CVSS\n${row}`]);
  return { ...texts, ...Object.fromEntries([...extra, ...tables]) };
}

/** Whether a diagnostic says that the first counts of what contradicts: of vectors only where none is higher. */
function saysWhichCounts(merged: MergedModel): boolean {
  return (
    checkModel(merged).some(({ code }) => FIRST_COUNTS.has(code)) ||
    [...merged.origins.vectors.values()].some((records) => {
      const valid = records.flatMap(({ record }) => record.vector ?? []);
      const highest = valid.map((vector) => scoreVector(vector, 'base')).sort((a, b) => b - a)[0];
      const texts = valid.filter((vector) => scoreVector(vector, 'base') === highest).map(({ text }) => text);
      return new Set(texts).size > 1;
    })
  );
}

describe('chains and table, whatever the order and the names of files', () => {
  it('are the same bytes for random models that contradict themselves', () => {
    let compared = 0;
    let contradictory = 0;
    fc.assert(
      fc.property(
        randomFiles,
        fc.array(contradiction, { minLength: 1, maxLength: 3 }),
        fc.array(fc.nat(99), { minLength: 3, maxLength: 9 }),
        (documents, others, numbers) => {
          const files = contradicting(documents, others);
          const merged = modelFrom(files);
          const moved = modelFrom(renamed(files, numbers));
          if (!saysWhichCounts(merged)) {
            compared++;
            contradictory += checkModel(merged).some(({ code }) => code.startsWith('conflicting-')) ? 1 : 0;
            assert.equal(bytesOf(moved), bytesOf(merged));
          }
        },
      ),
      { numRuns: 300 },
    );
    assert.ok(compared > 100 && contradictory > 50, `${compared} compared, ${contradictory} contradictory`);
  });

  for (const name of EXAMPLES) {
    it(`are the same bytes for the example ${name}, renamed, turned round and split`, () => {
      const files = exampleFiles(name);
      const maxLength = name === 'autopilot' ? 7 : undefined;
      const expected = bytesOf(modelFrom(files), maxLength);
      assert.match(expected, /^[1-9]/);
      for (const numbers of [[5, 3, 9, 1], [2, 7, 6, 40, 11], [1]]) {
        assert.equal(bytesOf(modelFrom(renamed(files, numbers)), maxLength), expected);
      }
      assert.equal(bytesOf(modelFrom(split(files)), maxLength), expected);
      assert.equal(bytesOf(modelFrom(renamed(split(files), [4, 2, 8])), maxLength), expected);
    });
  }

  it('differ where files give two facilities, which is what the test would see', () => {
    const files = {
      'a.tmg.yaml': 'components: {A: {facility: one, interfaces: [X], assets: {D: {}}}}\n',
      'b.tmg.yaml': 'components: {A: {facility: two}}\nratings: {A: {X: {all: 5}}}\n',
    };
    const turned = { 'b.tmg.yaml': files['a.tmg.yaml'], 'a.tmg.yaml': files['b.tmg.yaml'] };
    assert.notEqual(bytesOf(modelFrom(turned)), bytesOf(modelFrom(files)));
  });
});
