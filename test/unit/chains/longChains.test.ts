import assert from 'node:assert/strict';
import fc from 'fast-check';
import { computeChains } from '../../../src/chains/computeChains';
import { chainOptions } from '../../../src/chains/options';
import { parseYaml } from '../../naive/document';
import { naiveChains } from '../../naive/naiveChains';
import { modelFrom } from '../../support/modelFrom';

/** What a long, thin model looks like. */
const shape = fc.record({
  /** Scores of the components in a line, `V` for a Virtual one between two others. */
  line: fc.array(fc.constantFrom('10', '9.9', '9.7', '9.3', '8.1', 'V'), { minLength: 8, maxLength: 12 }),
  /** Interfaces that join two components of the line besides. */
  shortcuts: fc.array(fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 99 })), { maxLength: 2 }),
  uniqueness: fc.constantFrom('nodes', 'relationships'),
  maxLength: fc.constantFrom(13, 17, 19, 23),
});

/** YAML of components in a line, with assets in the middle and at the end. */
function lineModel({
  line,
  shortcuts,
  uniqueness,
  maxLength,
}: typeof shape extends fc.Arbitrary<infer T> ? T : never): string {
  const held = line.map((_, index) => [`I${index}`, `I${index + 1}`]);
  for (const [number, [from, to]] of shortcuts.entries()) {
    held[from % line.length]?.push(`S${number}`);
    held[to % line.length]?.push(`S${number}`);
  }
  const components = line.map((score, index) => {
    const isVirtual = score === 'V' && index > 0 && index < line.length - 1;
    const asset = index === 5 || index === line.length - 1 ? ', assets: {Key: {}}' : '';
    const names = [...new Set(held[index])].join(', ');
    return `  C${index}: {interfaces: [${names}]${isVirtual ? ', labels: [Virtual]' : asset}}`;
  });
  const rules = line.map(
    (score, index) => `  - {match: {component: C${index}}, E: ${score === 'V' ? '9.1' : score}}`,
  );
  return [
    `settings: {uniqueness: ${uniqueness}, maxLength: ${maxLength}}`,
    'components:',
    ...components,
    'interfaces: {I0: {entry: true}}',
    'ratingRules:',
    ...rules,
    '',
  ].join('\n');
}

describe('chains of more steps than whole numbers can multiply', () => {
  it('are those of a naive implementation, with the same P, and found best first too', () => {
    let long = 0;
    fc.assert(
      fc.property(shape, (parts) => {
        const text = lineModel(parts);
        const expected = naiveChains([parseYaml(text)]).chains.map(({ id, probability }) => [
          id,
          probability,
        ]);
        const { model } = modelFrom(text);
        const all = computeChains(model);
        const found = (set: typeof all) => [...set.chains()].map(({ id, probability }) => [id, probability]);
        assert.deepEqual(found(all), expected);
        const best = computeChains(model, chainOptions(model.settings, { countLimit: 1 }));
        assert.deepEqual(found(best), expected);
        long += [...all.chains()].some(({ steps }) => steps.length > 7) ? 1 : 0;
      }),
      { numRuns: 300 },
    );
    assert.ok(long > 50, `only ${long} models had long chains`);
  });
});
