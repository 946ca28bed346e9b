import assert from 'node:assert/strict';
import fc from 'fast-check';
import { computeChains } from '../../../src/chains/computeChains';
import { chainOptions } from '../../../src/chains/options';
import { chainCaption } from '../../../src/drawing/chainCaption';
import { buildScene } from '../../../src/drawing/buildScene';
import { facilityHulls } from '../../../src/drawing/hulls';
import { safeText } from '../../../src/drawing/labelText';
import { LAYOUT_KINDS } from '../../../src/drawing/layout';
import { layoutScene } from '../../../src/drawing/layoutScene';
import { COLOUR_MODES } from '../../../src/drawing/nodeColour';
import { sceneFigures } from '../../../src/drawing/sceneFigures';
import { sceneSvg, type SvgOptions } from '../../../src/drawing/svg';
import type { Model } from '../../../src/model/model';
import { drawnModel, hostileModel } from '../../support/drawnModel';
import { goldenModel } from '../../support/golden';
import { modelFrom } from '../../support/modelFrom';
import { elementsOf, parseXml, textOf, type XmlElement } from '../../support/wellFormedXml';

function draw(model: Model, options: SvgOptions & { chain?: number } = {}) {
  const set = computeChains(model, chainOptions(model.settings, {}));
  const scene = buildScene(model, sceneFigures(set));
  const path = options.chain === undefined ? undefined : set.path(options.chain);
  const text = sceneSvg(scene, layoutScene(scene, 'layered'), { ...options, ...(path && { path }) });
  return { scene, path, text, svg: parseXml(text) };
}

const classes = (element: XmlElement): string[] => (element.attributes.get('class') ?? '').split(' ');

const withClass = (root: XmlElement, name: string, wanted: string): XmlElement[] =>
  elementsOf(root, name).filter((element) => classes(element).includes(wanted));

const GOLDEN = modelFrom(goldenModel('E: 6.8')).model;

describe('sceneSvg', () => {
  it('is well-formed for any model, layout and meaning of colours, and always the same', () => {
    fc.assert(
      fc.property(
        drawnModel,
        fc.constantFrom(...LAYOUT_KINDS),
        fc.constantFrom(...COLOUR_MODES),
        (model, kind, colour) => {
          const scene = buildScene(model);
          const text = sceneSvg(scene, layoutScene(scene, kind), { colour });
          const nodes = withClass(parseXml(text), 'g', 'node');
          assert.equal(nodes.length, scene.nodes.length);
          assert.equal(sceneSvg(buildScene(model), layoutScene(scene, kind), { colour }), text);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('shows hostile names as text and nothing else', () => {
    const { scene, svg, text } = draw(hostileModel(), { chain: 0 });
    const names = new Set(['svg', 'title', 'desc', 'style', 'rect', 'g', 'path', 'circle', 'text']);
    const all = (element: XmlElement): XmlElement[] => [
      element,
      ...element.children.flatMap((child) => (typeof child === 'string' ? [] : all(child))),
    ];
    for (const element of all(svg)) {
      assert.ok(names.has(element.name), element.name);
      for (const attribute of element.attributes.keys()) {
        assert.doesNotMatch(attribute, /^on|href/);
      }
    }
    assert.doesNotMatch(text, /<script|<img|[\u202a-\u202e\u2066-\u2069]/);
    const titles = withClass(svg, 'g', 'node').map((node) =>
      textOf(elementsOf(node, 'title')[0] as XmlElement),
    );
    for (const [index, { name }] of scene.nodes.entries()) {
      assert.ok(titles[index]?.startsWith(safeText(name)), name);
    }
  });

  it('says what it shows to those who hear it', () => {
    const { svg } = draw(GOLDEN);
    assert.equal(svg.attributes.get('role'), 'img');
    assert.equal(svg.attributes.get('aria-labelledby'), 'title desc');
    const [title, description] = svg.children.filter((child) => typeof child !== 'string') as XmlElement[];
    assert.deepEqual([title?.attributes.get('id'), description?.attributes.get('id')], ['title', 'desc']);
    assert.equal(textOf(title as XmlElement), 'Threat modeling graph of Client Server');
    assert.match(
      textOf(description as XmlElement),
      /^5 components, 6 interfaces, 10 relations\. The worst .* P 6\.8\.$/,
    );
  });

  it('lights the path of a chain, numbers its steps and fades the rest', () => {
    const { svg, path = [], scene } = draw(GOLDEN, { chain: 12 });
    assert.ok(path.length > 4);
    const lit = withClass(svg, 'g', 'node').filter((node) => classes(node).includes('lit'));
    assert.equal(lit.length, new Set(path).size);
    assert.equal(withClass(svg, 'path', 'lit').length, path.length - 1);
    assert.equal(withClass(svg, 'path', 'edge').length, scene.edges.length);
    assert.ok(
      withClass(svg, 'g', 'node').every(
        (node) => classes(node).includes('lit') !== classes(node).includes('faded'),
      ),
    );
    assert.deepEqual(
      withClass(svg, 'g', 'step').map(textOf),
      Array.from({ length: path.length / 2 }, (_, index) => String(index + 1)),
    );
    assert.equal(withClass(draw(GOLDEN).svg, 'g', 'faded').length, 0);
  });

  it('says colours a second time, by letters, numbers and dashes', () => {
    const marks = (root: XmlElement): string[] =>
      withClass(root, 'g', 'nodes').flatMap((nodes) => withClass(nodes, 'text', 'letter').map(textOf));
    assert.deepEqual([...new Set(marks(draw(GOLDEN).svg))].sort(), ['M']);
    assert.deepEqual([...new Set(marks(draw(GOLDEN, { colour: 'facility' }).svg))].sort(), ['1', '2']);
    const legend = (root: XmlElement): string => textOf(withClass(root, 'g', 'legend')[0] as XmlElement);
    assert.match(legend(draw(GOLDEN).svg), /Hworst chain is High\s*MMedium\s*LLow/);
    assert.match(legend(draw(GOLDEN, { colour: 'facility' }).svg), /1Client\s*2Data Center/);
    assert.match(legend(draw(GOLDEN, { colour: 'chains' }).svg), /few.*many chains/s);
  });

  it('names every outline, or gives at least its number, and lists all facilities', () => {
    fc.assert(
      fc.property(drawnModel, fc.constantFrom(...LAYOUT_KINDS), (model, kind) => {
        const scene = buildScene(model);
        const positions = layoutScene(scene, kind);
        const svg = parseXml(sceneSvg(scene, positions));
        const names = withClass(svg, 'text', 'name').map(textOf);
        const hulls = facilityHulls(scene, positions);
        const numberOf = (text: string): string => text.split(' ')[0] ?? '';
        assert.deepEqual(
          names.map(numberOf).sort(),
          hulls.map(({ facility }) => String(facility + 1)).sort(),
        );
        const marks = withClass(svg, 'g', 'legend').flatMap((legend) =>
          withClass(legend, 'text', 'letter').map(textOf),
        );
        for (const index of scene.facilities.keys()) {
          assert.ok(marks.includes(String(index + 1)));
        }
      }),
      { numRuns: 60 },
    );
    assert.match(
      textOf(withClass(draw(GOLDEN).svg, 'g', 'legend')[0] as XmlElement),
      /1Client\s*2Data Center/,
    );
  });

  it('explains dashed lines and dotted boxes, each where there are some', () => {
    const model = modelFrom(
      [
        'components:',
        '  A: {interfaces: [Web, Spare], assets: {X: {}}}',
        '  Gone: {labels: [EXT], interfaces: [Web]}',
        '  Idle: {interfaces: [Spare]}',
        'interfaces: {Web: {entry: true}}',
        'ratings: {A: {Web: {E: 5}}}',
      ].join('\n'),
    ).model;
    const { svg } = draw(model);
    const legend = textOf(withClass(svg, 'g', 'legend')[0] as XmlElement);
    assert.match(legend, /out of scope.*on no chain.*relation on no chain/s);
    const shapes = (wanted: string): string[] =>
      withClass(svg, 'g', 'node')
        .filter((node) => classes(node).includes(wanted))
        .map((node) => textOf(elementsOf(node, 'title')[0] as XmlElement));
    assert.deepEqual(shapes('dotted'), ['Gone']);
    assert.deepEqual(shapes('dashed'), ['Idle', 'Spare']);
    assert.doesNotMatch(
      textOf(withClass(draw(GOLDEN).svg, 'g', 'legend')[0] as XmlElement),
      /relation on no/,
    );
  });

  it('says above the drawing what chain is lit', () => {
    const chain = computeChains(GOLDEN).chain(0);
    const caption = chainCaption(chain);
    assert.deepEqual(caption, [
      `Elevation of Privilege: ${chain.asset.name} of ${chain.target.name}`,
      `P 6.8, Medium; 1 step from ${chain.entry}`,
    ]);
    const { svg } = draw(GOLDEN, { chain: 0, caption });
    const lines = elementsOf(withClass(svg, 'g', 'caption')[0] as XmlElement, 'text');
    assert.deepEqual(lines.map(textOf), caption);
    const [, top = 0] = (svg.attributes.get('viewBox') ?? '').split(' ').map(Number);
    const boxes = withClass(svg, 'g', 'nodes').flatMap((nodes) => elementsOf(nodes, 'rect'));
    const highest = Math.min(...boxes.map((box) => Number(box.attributes.get('y'))));
    for (const line of lines) {
      const y = Number(line.attributes.get('y'));
      assert.ok(y > top && y < highest);
    }
  });

  it('is dark where the reader prefers that', () => {
    const style = textOf(elementsOf(draw(GOLDEN).svg, 'style')[0] as XmlElement);
    assert.match(style, /@media \(prefers-color-scheme:dark\)/);
    assert.match(style, /@media \(forced-colors:active\)/);
  });

  it('holds everything within its view box', () => {
    fc.assert(
      fc.property(drawnModel, (model) => {
        const scene = buildScene(model);
        const svg = parseXml(sceneSvg(scene, layoutScene(scene, 'force')));
        const [left = 0, top = 0, width = 0, height = 0] = (svg.attributes.get('viewBox') ?? '')
          .split(' ')
          .map(Number);
        for (const line of withClass(svg, 'path', 'edge')) {
          for (const [, x, y] of (line.attributes.get('d') ?? '').matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)) {
            assert.ok(Number(x) >= left && Number(x) <= left + width, `${x}`);
            assert.ok(Number(y) >= top && Number(y) <= top + height, `${y}`);
          }
        }
        for (const rect of elementsOf(svg, 'rect')) {
          const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((name) =>
            Number(rect.attributes.get(name)),
          ) as [...[number, number, number, number]];
          assert.ok(x >= left && y >= top && x + w <= left + width + 1 && y + h <= top + height + 1);
        }
      }),
      { numRuns: 30 },
    );
  });
});
