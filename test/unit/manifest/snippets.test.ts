import { deepEqual, doesNotMatch, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { computeChains } from '../../../src/chains/computeChains';
import { parseVector } from '../../../src/cvss/parseVector';
import { readCsv } from '../../../src/formats/csv/readCsv';
import { TABLES } from '../../../src/formats/csv/tables';
import { readYaml } from '../../../src/formats/yaml/readYaml';
import type { FileRecords } from '../../../src/formats/records';
import { modelFrom } from '../../support/modelFrom';

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

/** The line or lines below which a snippet is meant to be used, by its prefix. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  component: ['components:'],
  communication: ['components:'],
  virtual: ['components:'],
  external: ['components:'],
  asset: ['components:', '  Server:', '    assets:'],
  facility: ['facilities:'],
  entry: ['interfaces:'],
  into: ['interfaces:'],
  interface: ['interfaces:'],
  ratings: ['ratings:'],
  techniques: ['ratings:', '  Server:', '    LAN:'],
  ratingRule: ['ratingRules:'],
  banned: ['filters:', '  banned:'],
  oneWay: ['filters:', '  oneWay:'],
  only: ['filters:', '  only:'],
  cvss31: ['vectors:', '  one:'],
  cvss40: ['vectors:', '  one:'],
};

function readSnippets(file: string): Snippet[] {
  return Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Snippet>);
}

/** The text a snippet inserts with every placeholder left as it is; `pick` chooses among the values of a choice. */
function expand(
  { body }: Snippet,
  pick: (values: readonly string[]) => string = ([first = '']) => first,
): string {
  const defaults = new Map<string, string>();
  return body
    .join('\n')
    .replaceAll('\t', '  ')
    .replaceAll(/\$(?:(\d+)|\{(\d+)(?::([^}]*)|\|([^|]*)\|)?\})/g, (_, bare, number, text, choice) => {
      const id = String(bare ?? number);
      const value = choice === undefined ? text : pick(String(choice).split(','));
      if (value !== undefined) {
        defaults.set(id, String(value));
      }
      return defaults.get(id) ?? '';
    });
}

function inContext(snippet: Snippet): string {
  const parents = PARENTS[snippet.prefix] ?? [];
  const indent = '  '.repeat(parents.length);
  const text = expand(snippet)
    .split('\n')
    .map((line) => (line === '' ? line : indent + line));
  return `${[...parents, ...text].join('\n')}\n`;
}

function findings(records: FileRecords): string[] {
  return records.findings.map(({ code, message }) => `${code}: ${message.template}`);
}

describe('snippets in YAML', () => {
  const snippets = readSnippets('snippets/tmg.json');

  for (const snippet of snippets) {
    it(`${snippet.prefix} inserts a text without findings`, () => {
      const text = inContext(snippet);
      doesNotMatch(text, /\$/);
      deepEqual(findings(readYaml('a.tmg.yaml', text)), []);
    });
  }

  it('computes chains where it is a whole model', () => {
    const model = snippets.find(({ prefix }) => prefix === 'model');
    ok(model);
    const chains = computeChains(modelFrom(expand(model)).model);
    ok(chains.counts.total > 0);
  });

  it('have different prefixes and a description each', () => {
    equal(new Set(snippets.map(({ prefix }) => prefix)).size, snippets.length);
    ok(snippets.every(({ description }) => description.length > 10));
  });

  it('offer only values that CVSS has', () => {
    for (const prefix of ['cvss31', 'cvss40']) {
      const snippet = snippets.find((candidate) => candidate.prefix === prefix);
      ok(snippet);
      for (const index of [0, 1, 2, 3]) {
        const vector = expand(snippet, (values) => values[Math.min(index, values.length - 1)] ?? '');
        deepEqual(parseVector(vector).problems, [], vector);
      }
    }
  });
});

describe('snippets in CSV', () => {
  const snippets = readSnippets('snippets/tmg-csv.json');
  const headers = snippets.filter(({ body }) => body.length > 2);

  for (const snippet of headers) {
    it(`${snippet.prefix} inserts a table without findings`, () => {
      const text = `${expand(snippet)}\n`;
      doesNotMatch(text, /\$/);
      deepEqual(findings(readCsv('a.tmg.csv', text)), []);
    });
  }

  it('have one for every kind of table', () => {
    equal(headers.length, TABLES.length);
  });
});
