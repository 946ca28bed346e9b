import assert from 'node:assert/strict';
import { readGraphMl } from '../../../bench/graphml';
import { topologyModel } from '../../../bench/topologyModel';
import { computeChains } from '../../../src/chains/computeChains';
import { readYaml } from '../../../src/formats/yaml/readYaml';
import { mergeModel } from '../../../src/model/mergeModel';
import type { Model } from '../../../src/model/model';

const KEYS = `<?xml version="1.0" encoding="utf-8"?>
<graphml>
  <key attr.name="Country" attr.type="string" for="node" id="d1" />
  <key attr.name="Internal" attr.type="int" for="node" id="d2" />
  <key attr.name="label" attr.type="string" for="node" id="d3" />
  <key attr.name="LinkLabel" attr.type="string" for="edge" id="d4" />`;

const node = (id: string, label: string, internal = 1): string =>
  `<node id="${id}"><data key="d1">Utopia</data><data key="d2">${internal}</data><data key="d3">${label}</data></node>`;
const edge = (source: string, target: string, label = ''): string =>
  `<edge source="${source}" target="${target}"><data key="d4">${label}</data></edge>`;

const graphml = (...elements: string[]): string =>
  `${KEYS}\n<graph edgedefault="undirected">\n${elements.join('\n')}\n</graph></graphml>`;

const SMALL = graphml(
  node('0', 'Port &amp; Quay'),
  node('1', 'Hill'),
  node('2', 'Hill'),
  node('3', 'Other: &quot;network&quot;', 0),
  edge('0', '1', 'Satellite link'),
  edge('0', '2'),
  edge('1', '2'),
  edge('1', '2'),
  edge('3', '0'),
);

function modelOf(text: string): Model {
  const records = [...topologyModel('Small', readGraphMl(text))].map(([file, yaml]) => readYaml(file, yaml));
  assert.deepEqual(
    records.flatMap(({ findings }) => findings),
    [],
  );
  return mergeModel(records, 'folder').model;
}

describe('topology converter', () => {
  it('reads places and lines, with entities, and tells the networks of others', () => {
    const { nodes, links } = readGraphMl(SMALL);
    assert.deepEqual(
      nodes.map(({ label, internal, country }) => [label, internal, country]),
      [
        ['Port & Quay', true, 'Utopia'],
        ['Hill', true, 'Utopia'],
        ['Hill', true, 'Utopia'],
        ['Other: "network"', false, 'Utopia'],
      ],
    );
    assert.deepEqual(links[0], { source: '0', target: '1', label: 'Satellite link' });
    assert.equal(links.length, 5);
  });

  it('makes a component of every place and an interface of every line', () => {
    const { components, interfaces } = modelOf(SMALL);
    assert.deepEqual(
      [...components.values()].map(({ name, external, relations }) => [
        name,
        external,
        [...relations.keys()],
      ]),
      [
        ['Port & Quay', false, ['Radio 0 Port & Quay - Hill (1)', 'Line 1 Port & Quay - Hill (2)', PEERING]],
        ['Hill (1)', false, ['Radio 0 Port & Quay - Hill (1)', ...PARALLEL]],
        ['Hill (2)', false, ['Line 1 Port & Quay - Hill (2)', ...PARALLEL]],
        ['Other: "network"', true, [PEERING]],
      ],
    );
    assert.deepEqual(
      [...interfaces.values()].filter(({ entry }) => entry === true).map(({ name }) => name),
      [PEERING],
    );
  });

  it('gives chains from the lines to other networks, rated by rule', () => {
    const { counts } = computeChains(modelOf(SMALL));
    // To the port itself; to each hill by its own line, and by that of the other and one of two parallel lines.
    assert.deepEqual(
      counts.byLength.map(({ length, chains }) => [length, chains / 6]),
      [
        [1, 1],
        [3, 2],
        [5, 4],
      ],
    );
  });

  it('gives every tenth place a port where there is no other network', () => {
    const ring = Array.from({ length: 12 }, (_, id) => node(String(id), `Place ${id}`));
    const lines = ring.map((_, id) => edge(String(id), String((id + 1) % 12)));
    const { interfaces, assets } = modelOf(graphml(...ring, ...lines));
    const entries = [...interfaces.values()].filter(({ entry }) => entry === true);
    assert.deepEqual(
      entries.map(({ name }) => name),
      ['Peering port Place 0', 'Peering port Place 10'],
    );
    assert.deepEqual(
      [...assets.values()].map(({ component }) => component),
      ['Place 0', 'Place 5', 'Place 10'],
    );
  });
});

const PEERING = 'Peering 4 Other: "network" - Port & Quay';
const PARALLEL = ['Line 2 Hill (1) - Hill (2)', 'Line 3 Hill (1) - Hill (2)'];
