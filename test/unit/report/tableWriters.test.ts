import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { ChainSet } from '../../../src/chains/chainSet';
import { computeChains } from '../../../src/chains/computeChains';
import { chainOptions } from '../../../src/chains/options';
import { csvTable, jsonTable, markdownTable } from '../../../src/report/tableWriters';
import { THREAT_COLUMNS } from '../../../src/formats/threatColumns';
import { threatRow } from '../../../src/threats/threatRow';
import { EXAMPLES, exampleFiles } from '../../support/exampleFiles';
import { modelFrom } from '../../support/modelFrom';
import { toYaml } from '../../support/randomModel';
import { ratedModel } from '../../support/randomTable';

/** What the engine says of all chains, cell by cell; undefined where it says nothing. */
function expectedRows(set: ChainSet): (string | number | undefined)[][] {
  return [...set.chains()].map((chain) => {
    const row = threatRow(chain, set.model);
    return THREAT_COLUMNS.map((column) => row[column]);
  });
}

/** The sets of the examples, those of the autopilot shortened, and of random models. */
function everySet(check: (set: ChainSet) => void): void {
  for (const name of EXAMPLES) {
    const { model } = modelFrom(exampleFiles(name));
    check(computeChains(model, chainOptions(model.settings, { maxLength: 9 })));
  }
  fc.assert(
    fc.property(ratedModel, (document) => check(computeChains(modelFrom(toYaml(document)).model))),
    { numRuns: 100 },
  );
}

/** The cells of a row of a Markdown table; characters that were escaped are what they were. */
function markdownCells(line: string): string[] {
  assert.match(line, /^\| .* \|$/);
  return line
    .slice(2, -2)
    .split(/ \| /)
    .map((cell) =>
      cell
        .replace(/\\([^\p{L}\p{N}])/gu, '$1')
        .replace(/&(lt|gt|amp);/g, (_, name: 'lt' | 'gt' | 'amp') => ({ lt: '<', gt: '>', amp: '&' })[name]),
    );
}

function rowOf(name: string): ChainSet {
  const quoted = JSON.stringify(name);
  return computeChains(
    modelFrom(
      `components: {${quoted}: {facility: ${quoted}, interfaces: [${quoted}], assets: {${quoted}: {security: 2.5}}}}\nratingRules: [{match: {component: "*"}, T: 3.3}]\n`,
    ).model,
  );
}

describe('the threat table as text', () => {
  it('is read back cell by cell from CSV', () => {
    everySet((set) => {
      const rows = parse([...csvTable(set)].join('')) as string[][];
      assert.deepEqual(rows, [
        [...THREAT_COLUMNS],
        ...expectedRows(set).map((row) => row.map((cell) => String(cell ?? ''))),
      ]);
    });
  });

  it('is read back cell by cell from JSON', () => {
    everySet((set) => {
      const objects = JSON.parse([...jsonTable(set)].join('')) as Record<string, unknown>[];
      assert.deepEqual(
        objects.map((row) => THREAT_COLUMNS.map((column) => row[column])),
        expectedRows(set),
      );
    });
  });

  it('is read back cell by cell from Markdown, P in four digits', () => {
    everySet((set) => {
      const [header = '', rule = '', ...lines] = [...markdownTable(set)].join('').trimEnd().split('\n');
      assert.deepEqual(markdownCells(header), THREAT_COLUMNS);
      assert.match(rule, /^(\| -+:? )+\|$/);
      assert.deepEqual(
        lines.map(markdownCells),
        expectedRows(set).map((row) =>
          row.map((cell) =>
            typeof cell === 'number'
              ? String(Number(cell.toPrecision(4)))
              : (cell ?? '').replace(/\s+/g, ' ').trim(),
          ),
        ),
      );
    });
  });

  it('shows names in Markdown as they are, in their cells', () => {
    for (const name of [
      'a|b',
      '`code` *bold* [link](javascript:alert(1))',
      '<img src=x onerror=alert(1)>',
      '\\| \\\\|',
      '= + - @',
    ]) {
      const [, , line = ''] = [...markdownTable(rowOf(name))].join('').split('\n');
      const cells = markdownCells(line);
      assert.equal(cells.length, 20, line);
      assert.deepEqual([cells[1], cells[2], cells[3], cells[10]], [name, name, name, name]);
      assert.doesNotMatch(line, /<img/);
    }
    const [, , lines = '', ...others] = [...markdownTable(rowOf('one\ntwo\u202e\u0001'))]
      .join('')
      .split('\n');
    assert.deepEqual(others, ['']);
    assert.equal(markdownCells(lines)[2], 'one two\ufffd\ufffd');
  });

  it('gives the rows that are asked for, in their order', () => {
    const { model } = modelFrom(exampleFiles('client-server'));
    const set = computeChains(model);
    const ids = [5, 0, 35].map((position) => set.chain(position).id);
    const csv = parse([...csvTable(set, { positions: [5, 0, 35] })].join('')) as string[][];
    assert.deepEqual(
      csv.slice(1).map(([id]) => id),
      ids,
    );
    const json = JSON.parse([...jsonTable(set, { positions: Int32Array.of(5, 0, 35) })].join('')) as {
      Index: string;
    }[];
    assert.deepEqual(
      json.map(({ Index }) => Index),
      ids,
    );
    assert.equal([...markdownTable(set, { positions: [] })].join('').split('\n').length, 3);
  });
});
