import assert from 'node:assert/strict';
import { compile } from '../../../src/chains/compile';
import { UNCONTROLLED } from '../../../src/chains/control';
import { enumerateChains } from '../../../src/chains/enumerate';
import { FilterReach } from '../../../src/chains/filterReach';
import { chainOptions } from '../../../src/chains/options';
import { readYaml } from '../../../src/formats/yaml/readYaml';
import { mergeModel } from '../../../src/model/mergeModel';
import type { Filter, Model } from '../../../src/model/model';

/** Small graphs of all shapes: buses, loops, Virtual and EXT components, `into`, ratings with gaps. */
function randomModel(random: (below: number) => number): Model {
  const interfaces = Array.from({ length: 6 }, (_, i) => `i${i}`);
  const components = Array.from({ length: 6 }, (_, i) => (random(5) === 0 ? `Virtual-${i}` : `C${i}`));
  const lines = components.flatMap((name) => {
    const own = interfaces.filter(() => random(3) === 0);
    const labels = random(8) === 0 ? ', labels: [EXT]' : '';
    return [`  ${name}: {interfaces: [${own.join(', ')}]${labels}, assets: {Key: {}}}`];
  });
  const ratings = components.flatMap((name) => [
    `  ${name}:`,
    ...interfaces.map((key) => `    ${key}: {T: ${random(2) * 5}, E: ${random(2) * 5}}`),
  ]);
  const entries = [0, 1].map(
    (i) => `  i${i}: {entry: true${random(2) === 0 ? `, into: [${components[random(6)]}]` : ''}}`,
  );
  const settings = `settings: {stride: [T, E], stepRule: ${random(2) ? 'same' : 'elevation'}, maxLength: ${3 + random(8)}, uniqueness: ${random(2) ? 'nodes' : 'relationships'}}`;
  const text = [
    settings,
    'components:',
    ...lines,
    'interfaces:',
    ...entries,
    'ratings:',
    ...ratings,
    '',
  ].join('\n');
  return mergeModel([readYaml('model.tmg.yaml', text)], 'random').model;
}

function randomFilter(model: Model, random: (below: number) => number): Filter {
  const names = [...model.components.keys()];
  const name = (): string => names[random(names.length)] ?? '';
  switch (random(4)) {
    case 0:
      return { kind: 'oneWay', from: name(), to: name() };
    case 1:
      return { kind: 'only', from: name(), via: name(), to: [name()] };
    default:
      return {
        kind: 'banned',
        sequence: Array.from({ length: 1 + random(4) }, () => (random(3) === 0 ? '*' : name())),
      };
  }
}

describe('what filters can reach', () => {
  it('never calls a filter useless that takes a chain away', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    const seen = { useful: 0, idle: 0, dead: 0 };
    for (let round = 0; round < 400; round++) {
      const model = randomModel(random);
      const options = chainOptions(model.settings);
      const total = (filters: readonly Filter[]): number =>
        enumerateChains(compile({ ...model, filters }, options), options, 'count', UNCONTROLLED).counts.total;
      const reach = new FilterReach(compile(model, options));
      const matchesRated = reach.ratedWalkTest(options);
      const all = total([]);
      for (let i = 0; i < 5; i++) {
        const filter = randomFilter(model, random);
        if (total([filter]) !== all) {
          seen.useful++;
          assert.ok(reach.matchesWalk(filter), JSON.stringify(filter));
          assert.ok(matchesRated(filter), JSON.stringify(filter));
        } else {
          seen.idle += matchesRated(filter) ? 0 : 1;
          seen.dead += reach.matchesWalk(filter) ? 0 : 1;
        }
      }
    }
    assert.ok(seen.useful > 50 && seen.idle > 50 && seen.dead > 50, JSON.stringify(seen));
  });
});
