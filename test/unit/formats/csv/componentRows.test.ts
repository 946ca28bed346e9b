import assert from 'node:assert/strict';
import { findingsOf, messagesOf, readLines, slices, values } from './reading';

const ASSETS =
  'Facility,Component,Asset,Id,Rating: Security,Rating: Operation,Rating: Tech,Rating: Compliance,Description';

describe('CSV table of assets', () => {
  it('gives a component with its asset', () => {
    const records = readLines(ASSETS, 'Data Center, Server ,DB,A-1,4,3,2,5,customer records');
    const [component] = records.components;
    const [asset] = component?.assets ?? [];
    assert.ok(component?.facility && asset?.id && asset.description);
    const texts = [component.name, component.facility, asset.name, asset.id, asset.description];
    assert.deepEqual(values(texts), ['Server', 'Data Center', 'DB', 'A-1', 'customer records']);
    assert.deepEqual(slices(records, texts), values(texts));
    const { security, operation, tech, compliance } = asset.ratings;
    assert.deepEqual([security?.value, operation?.value, tech?.value, compliance?.value], [4, 3, 2, 5]);
    assert.equal(records.text.slice(security?.range.start, security?.range.end), '4');
    assert.equal(records.text.slice(component.range.start, component.range.end), records.text.split('\n')[1]);
  });

  it('places a component in its facility by a row without an asset', () => {
    const records = readLines(ASSETS, 'DC,Router,,,,,,,edge', 'DC,Hub');
    assert.deepEqual(
      records.components.map(({ name, facility, assets, description }) => [
        name.value,
        facility?.value,
        assets.length,
        description?.value,
      ]),
      [
        ['Router', 'DC', 0, 'edge'],
        ['Hub', 'DC', 0, undefined],
      ],
    );
    assert.deepEqual(findingsOf(records), []);
  });

  it('reads ratings with a decimal comma, and reports others than 0 to 5', () => {
    const records = readLines(ASSETS.replaceAll(',', ';'), 'DC;Server;DB;;2,5;6;high;-1');
    assert.deepEqual(records.components[0]?.assets[0]?.ratings.security?.value, 2.5);
    assert.deepEqual(Object.keys(records.components[0]?.assets[0]?.ratings ?? {}), ['security']);
    assert.deepEqual(findingsOf(records), ['wrong-type: 6', 'wrong-type: high', 'wrong-type: -1']);
    assert.equal(
      messagesOf(records)[0],
      'Rating: Operation must be a number from 0 to 5, but "6" stands here.',
    );
  });

  it('reports a rating without an asset', () => {
    const records = readLines(ASSETS, 'DC,Server,,,4');
    assert.deepEqual(findingsOf(records), ['wrong-type: 4']);
    assert.deepEqual(records.components[0]?.assets, []);
  });

  it('leaves out a row without a component, and no other', () => {
    const records = readLines(ASSETS, 'DC,,DB', 'DC,Server,DB');
    assert.deepEqual(findingsOf(records), ['wrong-type: DC,,DB']);
    assert.match(messagesOf(records)[0] ?? '', /"Component" must not be empty/);
    assert.equal(records.components.length, 1);
  });
});

describe('CSV table of interfaces', () => {
  it('gives interfaces and labels, each with its range', () => {
    const records = readLines(
      'Component,Interface',
      'network:Communication|EXT,"Gateway1, Gateway2; Internet"',
    );
    const [component] = records.components;
    assert.ok(component);
    assert.equal(component.name.value, 'network');
    assert.deepEqual(values(component.labels), ['Communication', 'EXT']);
    assert.deepEqual(values(component.interfaces), ['Gateway1', 'Gateway2', 'Internet']);
    assert.deepEqual(slices(records, [component.name, ...component.labels, ...component.interfaces]), [
      'network',
      'Communication',
      'EXT',
      'Gateway1',
      'Gateway2',
      'Internet',
    ]);
  });

  it('takes labels only if a known one stands after the last colon', () => {
    const names = ['bus:can0', 'a:b:EXT', 'x:Virtual|Mine', 'y:virtual', ':EXT', 'z: Communication '];
    const records = readLines('Component,Interface', ...names.map((name) => `${name},i`));
    assert.deepEqual(
      records.components.map(({ name, labels }) => [name.value, ...values(labels)]),
      [
        ['bus:can0'],
        ['a:b', 'EXT'],
        ['x', 'Virtual', 'Mine'],
        ['y:virtual'],
        [':EXT'],
        ['z', 'Communication'],
      ],
    );
  });

  it('keeps an escaped comma in the name, and the range of its text', () => {
    const records = readLines('Component,Interface', 'Server,"Port A\\, left; b"');
    const names = records.components[0]?.interfaces ?? [];
    assert.deepEqual(values(names), ['Port A, left', 'b']);
    assert.deepEqual(slices(records, names), ['Port A\\, left', 'b']);
  });

  it('gives names of a cell with doubled quotes the range of the whole cell', () => {
    const records = readLines('Component,Interface', 'Server, "19"" rack, b" ');
    const names = records.components[0]?.interfaces ?? [];
    assert.deepEqual(values(names), ['19" rack', 'b']);
    assert.deepEqual(slices(records, names), ['"19"" rack, b"', '"19"" rack, b"']);
  });

  it('splits at line breaks in a cell', () => {
    const records = readLines('Component;Interface', 'Server;"a\r\nb"', 'Hub;c');
    assert.deepEqual(
      records.components.map(({ interfaces }) => values(interfaces)),
      [['a', 'b'], ['c']],
    );
  });

  it('leaves out a row with a required cell empty', () => {
    const records = readLines('Component,Interface', 'Server', ',a', 'Hub,";"', 'Hub,b');
    assert.deepEqual(findingsOf(records), ['wrong-type: Server', 'wrong-type: ,a', 'wrong-type: Hub,";"']);
    assert.match(messagesOf(records)[2] ?? '', /"Interface" must not be empty/);
    assert.equal(records.components.length, 1);
  });
});
