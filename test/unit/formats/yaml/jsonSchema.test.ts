import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';

const validate = new Ajv({ allErrors: true, strict: false }).compile(
  JSON.parse(readFileSync('schemas/tmg.schema.json', 'utf8')) as object,
);

/** Paths of what the schema finds wrong in a YAML text. */
function faults(text: string): string[] {
  return validate(parse(text)) ? [] : (validate.errors ?? []).map(({ instancePath }) => instancePath);
}

describe('JSON Schema of YAML files', () => {
  const examples = readdirSync('examples', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tmg.yaml'),
  );

  it('finds examples to look at', () => {
    assert.ok(examples.length > 10);
  });

  for (const file of examples) {
    it(`accepts examples/${file}`, () => {
      assert.deepEqual(faults(readFileSync(join('examples', file), 'utf8')), []);
    });
  }

  it('points at what no TMG file may say', () => {
    const first = (text: string): string | undefined => faults(text)[0];
    assert.equal(first('settings: {stepRule: sideways}'), '/settings/stepRule');
    assert.equal(first('components: {A: {interfaces: Port}}'), '/components/A/interfaces');
    assert.equal(first('component: {}'), '');
    assert.equal(first('components: {A: {assets: {D: {stride: [X]}}}}'), '/components/A/assets/D/stride/0');
    assert.equal(first('components: {A: {assets: {D: {stride: [t, Denial of SERVICE]}}}}'), undefined);
    assert.equal(first('filters: {oneWay: [{from: A}]}'), '/filters/oneWay/0');
  });
});
