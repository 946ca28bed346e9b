import assert from 'node:assert/strict';
import type { FileRecords } from '../../../../src/formats/records';
import { readYaml } from '../../../../src/formats/yaml/readYaml';
import { formatMessage } from '../../../../src/text/message';

const read = (...lines: string[]): FileRecords => readYaml('model.tmg.yaml', `${lines.join('\n')}\n`);
const said = ({ text, findings }: FileRecords): string[][] =>
  findings.map(({ code, range, message }) => [
    code,
    text.slice(range.start, range.end),
    formatMessage(message),
  ]);

describe('settings of a YAML file', () => {
  it('takes the thresholds that are given, and keeps the others', () => {
    const { settings, findings } = read('settings:', '  thresholds: {high: 8}');
    assert.deepEqual(settings?.thresholds?.value, { high: 8, medium: 4 });
    assert.deepEqual(findings, []);
  });

  it('reports thresholds between which no chain could be, given or not', () => {
    const expected = (medium: number, high: number): string =>
      `The threshold medium (${medium}) is above high (${high}); no chain could be Medium.`;
    for (const [thresholds, medium, high] of [
      ['{high: 3, medium: 5}', 5, 3],
      ['{high: 3}', 4, 3],
      ['{medium: 9}', 9, 7],
    ] as const) {
      const records = read('settings:', `  thresholds: ${thresholds}`);
      assert.deepEqual(said(records), [['wrong-type', thresholds, expected(medium, high)]]);
    }
    assert.deepEqual(said(read('settings:', '  thresholds: {high: 5, medium: 5}')), []);
  });

  it('reports a length for whose chains P cannot be computed, and keeps the default', () => {
    const records = read('settings:', '  maxLength: 308');
    const sentence = 'The setting maxLength must be a whole number from 1 to 307, but "308" stands here.';
    assert.deepEqual(said(records), [['wrong-type', '308', sentence]]);
    assert.equal(records.settings.maxLength, undefined);
    assert.equal(read('settings:', '  maxLength: 307').settings.maxLength?.value, 307);
  });

  it('reports a threshold that is no P', () => {
    const records = read('settings:', '  thresholds: {high: 11, medium: some}');
    assert.deepEqual(
      said(records).map(([code, text]) => [code, text]),
      [
        ['wrong-type', '11'],
        ['wrong-type', 'some'],
      ],
    );
  });
});

describe('attack of a YAML file', () => {
  it('names bundles and rules, with their places', () => {
    const records = read('attack:', '  bundles: ["attack/*.json", own.json]', '  rules: []');
    assert.deepEqual(said(records), []);
    const { bundles = [], rules } = records.attack ?? {};
    assert.deepEqual(
      bundles.map(({ value, range }) => [value, records.text.slice(range.start, range.end)]),
      [
        ['attack/*.json', '"attack/*.json"'],
        ['own.json', 'own.json'],
      ],
    );
    assert.deepEqual(rules, []);
  });

  it('reports keys that it does not have', () => {
    const [finding] = said(read('attack:', '  bundle: [a.json]'));
    assert.deepEqual(finding?.slice(0, 2), ['unknown-key', 'bundle']);
    assert.match(finding?.[2] ?? '', /did you mean "bundles"\?/);
  });
});
