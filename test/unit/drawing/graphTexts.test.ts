import assert from 'node:assert/strict';
import fc from 'fast-check';
import { computeChains } from '../../../src/chains/computeChains';
import { chainOptions } from '../../../src/chains/options';
import { buildScene } from '../../../src/drawing/buildScene';
import { sceneDot } from '../../../src/drawing/dot';
import { safeText } from '../../../src/drawing/labelText';
import { layoutScene } from '../../../src/drawing/layoutScene';
import { sceneMermaid } from '../../../src/drawing/mermaid';
import type { Scene } from '../../../src/drawing/scene';
import { sceneFigures } from '../../../src/drawing/sceneFigures';
import { sceneJson } from '../../../src/drawing/sceneJson';
import { readDot, shownLabel } from '../../support/dotGrammar';
import { drawnModel, hostileModel } from '../../support/drawnModel';
import { goldenModel } from '../../support/golden';
import { modelFrom } from '../../support/modelFrom';

const GOLDEN = modelFrom(goldenModel('E: 6.8')).model;
const SET = computeChains(GOLDEN, chainOptions(GOLDEN.settings, {}));
const SCENE = buildScene(GOLDEN, sceneFigures(SET));

describe('sceneDot', () => {
  const assertSame = (scene: Scene): void => {
    const { nodes, edges, clusters } = readDot(sceneDot(scene, layoutScene(scene, 'layered')));
    assert.equal(nodes.size, scene.nodes.length);
    for (const [index, { name }] of scene.nodes.entries()) {
      const attributes = nodes.get(`n${index}`);
      const label = attributes?.get('label') || attributes?.get('xlabel');
      assert.equal(shownLabel(label ?? ''), safeText(name));
      assert.match(attributes?.get('pos') ?? '', /^-?\d+,-?\d+!$/);
    }
    assert.deepEqual(
      edges,
      scene.edges.map((edge) => [`n${edge.component}`, `n${edge.interface}`]),
    );
    assert.deepEqual(clusters.map(shownLabel), scene.facilities.map(safeText));
  };

  it('follows the grammar and says all of any model', () => {
    fc.assert(
      fc.property(drawnModel, (model) => assertSame(buildScene(model))),
      { numRuns: 60 },
    );
    assertSame(buildScene(hostileModel()));
  });

  it('makes the path of a chain conspicuous and numbers its steps', () => {
    const text = sceneDot(SCENE, layoutScene(SCENE, 'layered'), { path: SET.path(12) });
    readDot(text);
    assert.deepEqual([...text.matchAll(/ -- .*label="(\d+)"/g)].map(([, step]) => step).sort(), [
      '1',
      '2',
      '3',
    ]);
  });
});

describe('a way that leaves a component by the interface by which it was entered', () => {
  it('has a number for every step', () => {
    const { model } = modelFrom(`components:
  Firewall: {interfaces: [In, Inside]}
  Switch: {interfaces: [Inside, LAN]}
  Web: {interfaces: [LAN]}
  DB: {interfaces: [LAN], assets: {Data: {}}}
interfaces: {In: {entry: true}}
ratingRules: [{match: {component: "*"}, E: 9.0}]
filters: {only: [{from: Firewall, via: Switch, to: [Web]}]}
`);
    const path = computeChains(model, chainOptions(model.settings, {})).path(0);
    assert.deepEqual(path.slice(4), ['LAN', 'Web', 'LAN', 'DB']);
    const scene = buildScene(model);
    const dot = sceneDot(scene, layoutScene(scene, 'layered'), { path });
    const mermaid = sceneMermaid(scene, { path });
    const numbers = ['1', '2', '3', '4'];
    assert.deepEqual([...dot.matchAll(/ -- .*label="(\d+)"/g)].map(([, step]) => step).sort(), numbers);
    assert.deepEqual([...mermaid.matchAll(/ ---\|(\d+)\|/g)].map(([, step]) => step).sort(), numbers);
    const [, lit = ''] = /linkStyle (\S+) /.exec(mermaid) ?? [];
    assert.equal(new Set(lit.split(',')).size, lit.split(',').length);
  });
});

describe('sceneMermaid', () => {
  const LABEL = '"((?:[\\p{L}\\p{M}\\p{N} _/:,()-]|#\\d+;)+)"';
  const LINES = [
    `  subgraph f\\d+\\[${LABEL}\\]`,
    '  end',
    ` {2,4}n\\d+(?:\\[${LABEL}\\]|\\(\\[${LABEL}\\]\\)|\\(\\(${LABEL}\\)\\)|\\(${LABEL}\\)|>${LABEL}\\])`,
    '  n\\d+ (?:---|-\\.-)(?:\\|\\d+\\|)? n\\d+',
    '  classDef \\w+ [\\w:#,\\- ]+',
    '  class n\\d+(?:,n\\d+)* \\w+',
    '  linkStyle \\d+(?:,\\d+)* stroke:#\\w+,stroke-width:4px',
  ].map((line) => new RegExp(`^${line}$`, 'u'));
  const shown = (label: string): string =>
    label.replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

  const assertSame = (scene: Scene): void => {
    const text = sceneMermaid(scene);
    const [open, title, close, head, ...lines] = text.trimEnd().split('\n');
    assert.deepEqual([open, close, head], ['---', '---', 'flowchart LR']);
    assert.equal(JSON.parse(title?.slice('title: '.length) ?? ''), safeText(scene.model));
    const names = new Map<string, string>();
    for (const line of lines) {
      assert.ok(
        LINES.some((pattern) => pattern.test(line)),
        line.slice(0, 200),
      );
      const [, id, label] = /^ +(n\d+)\W+"(.*)"\W+$/.exec(line) ?? [];
      if (id !== undefined && label !== undefined) {
        names.set(id, shown(label));
      }
    }
    assert.deepEqual(
      [...names].sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1))).map(([, name]) => name),
      scene.nodes.map(({ name }) => safeText(name)),
    );
    assert.equal(lines.filter((line) => / (?:---|-\.-) /.test(line)).length, scene.edges.length);
  };

  it('has only lines of known forms, whatever names are, and says all of any model', () => {
    fc.assert(
      fc.property(drawnModel, (model) => assertSame(buildScene(model))),
      { numRuns: 60 },
    );
    assertSame(buildScene(hostileModel()));
  });

  it('writes what could begin a list, an emphasis or a link as numbers', () => {
    const names = ['1) one', '- dash', '_thin_', 'http://x.y', 'LAN_1', 'a-b', '10.0.0.1'];
    const model = modelFrom(
      JSON.stringify({ components: Object.fromEntries(names.map((name) => [name, {}])) }),
    ).model;
    const labels = [...sceneMermaid(buildScene(model)).matchAll(/n\d+\["(.*)"\]/g)].map(([, label]) => label);
    assert.deepEqual(labels.sort(), [
      '#45; dash',
      '#95;thin#95;',
      '1#41; one',
      '10#46;0#46;0#46;1',
      'LAN_1',
      'a-b',
      'http#58;//x#46;y',
    ]);
  });

  it('runs in the direction of attack, with the steps of a chain', () => {
    const text = sceneMermaid(SCENE, { path: SET.path(12) });
    const id = (name: string): string => `n${SCENE.nodes.findIndex((node) => node.name === name)}`;
    assert.match(text, new RegExp(`^ {2}${id('Internet')} -{3}(\\|1\\|)? ${id('network')}$`, 'm'));
    assert.match(text, /^ {2}class n[\d,n]+ lit$/m);
    assert.match(text, /^ {2}linkStyle [\d,]+ /m);
  });
});

describe('sceneJson', () => {
  it('is the scene with places and lines', () => {
    const positions = layoutScene(SCENE, 'facility');
    const json = sceneJson(SCENE, positions, 'facility', SET.path(0));
    assert.deepEqual(JSON.parse(JSON.stringify(json)), json);
    assert.deepEqual([json.model, json.layout, json.computed], ['Client Server', 'facility', true]);
    const server = json.nodes.find(({ name }) => name === 'Server');
    assert.equal(server?.facility, 'Data Center');
    assert.equal(server?.height, 40);
    assert.deepEqual(Object.keys(server?.figure ?? {}), ['chains', 'worst', 'rating']);
    for (const edge of json.edges) {
      const end = json.nodes[edge.interface];
      assert.deepEqual(edge.points.at(-1), [end?.x, end?.y]);
    }
    assert.deepEqual(
      json.path?.nodes.map((node) => json.nodes[node]?.name),
      SET.path(0),
    );
    assert.equal('path' in sceneJson(SCENE, positions, 'facility'), false);
  });
});
