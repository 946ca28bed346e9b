import { textOfSize, workbookBytes } from './brokenBytes';

/** A folder of files that are too large or too strange to be kept, with what is expected of them. */
export interface BrokenCase {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** As in `expected.json`: `file:line:column code`. */
  readonly expected: readonly string[];
}

const MEGABYTE = 1024 * 1024;

/** Bytes without any order, the same ones every time. */
function junk(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state >> 16;
  });
}

/** Nine levels of ten aliases each: a billion values in a few lines. */
function aliasBomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const item = level === 0 ? 'lol' : `*a${level - 1}`;
    return `  a${level}: &a${level} [${Array.from({ length: 10 }, () => item).join(', ')}]\n`;
  });
  return `components:\n${levels.join('')}`;
}

const HARD_NAMES = ['"quoted"', 'a, b', '🔥 wall', 'خادم', "O'Neill: main #1", '=1+1'];

/** Generated cases by name. */
export const BROKEN_CASES: Readonly<Record<string, BrokenCase>> = {
  'binary-junk': {
    files: { 'junk.tmg.yaml': junk(5000), 'junk.tmg.csv': junk(5000), 'workbook.tmg.csv': workbookBytes() },
    expected: ['junk.tmg.csv:1:1 not-text', 'junk.tmg.yaml:1:1 not-text', 'workbook.tmg.csv:1:1 not-text'],
  },
  'too-large': {
    files: {
      'large.tmg.yaml': textOfSize('yaml', 5 * MEGABYTE + 1),
      'large.tmg.csv': textOfSize('csv', 50 * MEGABYTE + 1),
    },
    expected: ['large.tmg.csv:1:1 file-too-large', 'large.tmg.yaml:1:1 file-too-large'],
  },
  'deep-nesting': {
    files: {
      'flow.tmg.yaml': `components: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`,
      'maps.tmg.yaml': `components:\n  A: ${'{a: '.repeat(10_000)}b${'}'.repeat(10_000)}\n  B: {labels: [EXT]}\n`,
      'open.tmg.yaml': `components:\n  A: ${'['.repeat(10_000)}\n`,
      'blocks.tmg.yaml': `components:\n  C:\n${Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth + 4)}a:\n`).join('')}`,
    },
    expected: [
      'blocks.tmg.yaml:2:3 isolated-component',
      'blocks.tmg.yaml:66:68 yaml-syntax',
      'flow.tmg.yaml:1:77 yaml-syntax',
      'maps.tmg.yaml:2:3 isolated-component',
      'maps.tmg.yaml:2:259 yaml-syntax',
      'open.tmg.yaml:2:70 yaml-syntax',
    ],
  },
  'alias-bomb': {
    files: { 'bomb.tmg.yaml': aliasBomb() },
    expected: Array.from({ length: 9 }, (_, level) => `bomb.tmg.yaml:${level + 2}:7 yaml-alias`),
  },
  'many-columns': {
    files: {
      'wide.tmg.csv': `Component,Asset,${Array.from({ length: 5000 }, (_, column) => `Column ${column}`).join(',')}\nServer,Log\n`,
    },
    expected: [
      ...Array.from({ length: 21 }, (_, column) => {
        const place = 17 + 9 * column + Math.max(0, column - 10);
        return `wide.tmg.csv:1:${place} unknown-column`;
      }),
      'wide.tmg.csv:2:1 isolated-component',
      'wide.tmg.csv:2:8 unreachable-asset',
    ],
  },
  'hard-names': {
    files: {
      'model.tmg.yaml': `components:\n${HARD_NAMES.map((name) => `  ${JSON.stringify(name)}: {interfaces: [Internet], asets: {}}\n`).join('')}interfaces: {Internet: {entry: true, into: []}}\n`,
      'ratings.tmg.csv': `Component,Interface,E\n${HARD_NAMES.map((name) => `"${name.replaceAll('"', '""')}",Intranet,11\n`).join('')}`,
    },
    expected: [
      'model.tmg.yaml:2:31 missing-rating',
      'model.tmg.yaml:2:42 unknown-key',
      'model.tmg.yaml:3:25 missing-rating',
      'model.tmg.yaml:3:36 unknown-key',
      'model.tmg.yaml:4:28 missing-rating',
      'model.tmg.yaml:4:39 unknown-key',
      'model.tmg.yaml:5:25 missing-rating',
      'model.tmg.yaml:5:36 unknown-key',
      'model.tmg.yaml:6:37 missing-rating',
      'model.tmg.yaml:6:48 unknown-key',
      'model.tmg.yaml:7:25 missing-rating',
      'model.tmg.yaml:7:36 unknown-key',
      'model.tmg.yaml:8:14 shared-entry',
      'ratings.tmg.csv:2:14 unknown-interface',
      'ratings.tmg.csv:2:23 invalid-score',
      'ratings.tmg.csv:3:8 unknown-interface',
      'ratings.tmg.csv:3:17 invalid-score',
      'ratings.tmg.csv:4:11 unknown-interface',
      'ratings.tmg.csv:4:20 invalid-score',
      'ratings.tmg.csv:5:8 unknown-interface',
      'ratings.tmg.csv:5:17 invalid-score',
      'ratings.tmg.csv:6:20 unknown-interface',
      'ratings.tmg.csv:6:29 invalid-score',
      'ratings.tmg.csv:7:8 unknown-interface',
      'ratings.tmg.csv:7:17 invalid-score',
    ],
  },
};
