import type { Model } from '../../src/model/model';
import { modelFrom } from './modelFrom';
import { randomFrom } from './mutations';

/** What a generated model looks like. */
export interface DenseModelShape {
  readonly components: number;
  readonly interfaces: number;
  readonly seed: number;
  /** Random scores, nearly all the same, or all 10. */
  readonly scores: 'differ' | 'tie' | 'ten';
}

/** YAML of a model in which every interface joins two to four components, with some Virtual ones, filters and `into`. */
export function denseModelText({ components, interfaces, seed, scores }: DenseModelShape): string {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const score = (): string => {
    if (scores === 'ten') {
      return '10';
    }
    return scores === 'tie' && random() < 0.95 ? '6.8' : (1 + below(90) / 10).toFixed(1);
  };
  const held = Array.from({ length: components }, () => new Set<number>());
  for (let i = 0; i < interfaces; i++) {
    for (let joined = 2 + below(3); joined > 0; joined--) {
      held[below(components)]?.add(i);
    }
  }
  const component = (set: Set<number>, i: number): string => {
    const label = i % 6 === 5 ? ', labels: [Virtual]' : '';
    const assets = i % 3 === 0 ? `, assets: {A: {}, B${i}: {}}` : '';
    return `  C${i}: {interfaces: [${[...set].map((number) => `I${number}`).join(', ')}]${label}${assets}}`;
  };
  const rating = (set: Set<number>, i: number): string =>
    `  C${i}: {${[...set].map((number) => `I${number}: {S: ${score()}, T: ${score()}, E: ${score()}}`).join(', ')}}`;
  return [
    'settings: {countLimit: 100000000}',
    'components:',
    ...held.map(component),
    'ratings:',
    ...held.map(rating),
    'interfaces:',
    '  I0: {entry: true}',
    '  I1: {entry: true, into: [C0, C1, C2, C3, C4]}',
    '  I2: {entry: true}',
    'filters:',
    '  banned: [[C1, "*", C2], [C3, C4]]',
    '  oneWay: [{from: C2, to: C0}]',
    '',
  ].join('\n');
}

/** The model of that text. */
export function denseModel(shape: DenseModelShape): Model {
  return modelFrom(denseModelText(shape)).model;
}
