import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { computeChains } from '../../../src/chains/computeChains';
import { chainOptions } from '../../../src/chains/options';
import { checkChains } from '../../../src/checks/checkModel';
import { fixesFor } from '../../../src/checks/fixesFor';
import { readCsv } from '../../../src/formats/csv/readCsv';
import { decodeText } from '../../../src/formats/decode';
import { formatMessage } from '../../../src/text/message';
import { readBytes } from '../../../src/workspace/readRecords';
import { appliedTexts } from '../../support/appliedTexts';
import { snapshotOf } from '../../support/caret';
import { exampleTexts, forEachRange, mutate, randomFrom } from '../../support/mutations';

/** Tables that the examples do not have. */
const OTHER_TABLES = [
  'Interface;Entry;Into;Attackers;Periods\r\nUSB;yes;"A; B\\;C";insider;service\r\n',
  'Vector,CVSS\nusb,CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\n# tmg-ignore dead-filter\n',
  'Banned\nA|*|B\nC\\|D|E\n',
  'From\tTo\nA\tB\n',
  'From,Via,OnlyTo\nA,B,"C,D"\n',
  'Component,Interface,STRIDE,CVSS,Techniques\nA,LAN,E,"7,1",T1078\n',
];

function assertInside(value: unknown, text: string, what: string): void {
  forEachRange(value, ({ start, end }, path) => {
    assert.ok(start >= 0 && start <= end && end <= text.length, `${what}: ${path}: ${start}..${end}`);
  });
}

describe('readCsv', () => {
  it('neither throws nor leaves the text, on 10,000 mutations of real tables', () => {
    const texts = [...exampleTexts('.csv'), ...OTHER_TABLES];
    for (let seed = 0; seed < 10_000; seed++) {
      // A long table is cut, so that changes meet its header too.
      const whole = texts[seed % texts.length] ?? '';
      const text = mutate(seed % 3 === 0 ? whole : whole.slice(0, 400), seed);
      assertInside(readCsv('a.tmg.csv', text), text, `seed ${seed}`);
    }
  });
});

/** Random bytes that are often text: most begin with a mark or are bytes of one kind. */
function randomBytes(seed: number): Uint8Array {
  const random = randomFrom(seed);
  const starts = [[], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]];
  const ranges = [
    [0, 256],
    [32, 96],
    [9, 247],
    [0xc2, 0x3e],
  ] as const;
  const [from, size] = ranges[Math.floor(random() * ranges.length)] ?? [0, 256];
  const start = starts[Math.floor(random() * starts.length)] ?? [];
  const length = Math.floor(random() * 60);
  return Uint8Array.from([...start, ...Array.from({ length }, () => from + Math.floor(random() * size))]);
}

describe('decodeText', () => {
  it('reads random bytes as all the text they are without a mark, or refuses them', () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 10_000; seed++) {
      const bytes = randomBytes(seed);
      const decoded = decodeText(bytes, seed % 2 === 0);
      if (decoded?.encoding === 'utf-8' || decoded?.encoding === 'windows-1252') {
        const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
        const length = decoded.guessed ? decoded.text.length : Buffer.byteLength(decoded.text);
        assert.equal(length, bytes.length - (marked ? 3 : 0), `seed ${seed}: the text has all but the mark`);
      }
      assert.equal(decoded?.guessed ?? false, decoded?.encoding === 'windows-1252', `seed ${seed}`);
      seen.add(decoded?.encoding ?? 'none');
      for (const file of ['a.tmg.csv', 'a.tmg.yaml']) {
        const records = readBytes(file, bytes);
        assertInside(records, records.text, `seed ${seed} ${file}`);
      }
    }
    assert.deepEqual([...seen].sort(), ['none', 'utf-16be', 'utf-16le', 'utf-8', 'windows-1252']);
  });
});

/** Files of the model in a folder, by path relative to it. */
function folderTexts(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tmg\.(yaml|yml|csv)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [relative(folder, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')]),
  );
}

/** Folders of models: the small examples and the conformance pack. */
function modelFolders(): string[] {
  const pack = readdirSync('test/conformance', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `test/conformance/${name}`)
    .sort();
  return ['examples/client-server', 'examples/client-server-csv', ...pack];
}

/** The model with one of its files mutated. */
function mutatedModel(original: Readonly<Record<string, string>>, seed: number): Record<string, string> {
  const files = Object.keys(original);
  const file = files[seed % files.length] ?? '';
  return { ...original, [file]: mutate(original[file] ?? '', seed) };
}

/** Checks and computes a model; its fixes apply, and what they make of it is read again. */
function surviveAll(texts: Readonly<Record<string, string>>, what: string): number {
  const snapshot = snapshotOf(texts);
  const { model, origins } = snapshot;
  const limits = { countLimit: 200, maxChains: 50, searchLimit: 2000, maxLength: 9 };
  const chains = computeChains(model, chainOptions(model.settings, limits));
  const problems = [...snapshot.problems, ...checkChains({ model, origins, chains })];
  let fixes = 0;
  for (const problem of problems) {
    for (const { file, range, message } of [problem, ...problem.related]) {
      const text = texts[file];
      assert.ok(text !== undefined, `${what}: ${problem.code} is in no file of the model: ${file}`);
      assertInside(range, text, `${what}: ${problem.code} in ${file}`);
      assert.notEqual(formatMessage(message), '');
    }
    for (const fix of fixesFor(problem, snapshot)) {
      fixes++;
      assert.doesNotThrow(
        () => {
          const fixed = appliedTexts(snapshot, fix.changes);
          // Reading takes longest; one fix in four is enough to read.
          return fixes % 4 === 0 ? snapshotOf(fixed) : fixed;
        },
        `${what}: ${problem.code}: ${formatMessage(fix.title)}`,
      );
    }
  }
  return fixes;
}

describe('mutated models', () => {
  it('are checked, computed and fixed without an exception', () => {
    const originals = modelFolders().map(folderTexts);
    let fixes = 0;
    for (let seed = 0; seed < 600; seed++) {
      const original = originals[seed % originals.length] ?? {};
      fixes += surviveAll(mutatedModel(original, seed), `seed ${seed}`);
    }
    assert.ok(fixes > 600, `only ${fixes} fixes`);
  });
});
