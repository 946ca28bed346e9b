import { Random } from './random';
import { randomCells, randomScores, VECTOR_LINES } from './ratings';
import { type ModelFiles, type SketchComponent, writeSketch } from './sketch';

/** What a generated system of zones looks like. */
export interface ZoneOptions {
  readonly name: string;
  readonly seed: number;
  readonly components: number;
  readonly zoneSize: number;
  /** Point-to-point links per component, besides the buses of its zone. */
  readonly links: number;
  /** Assets of a component that holds some. */
  readonly assets: number;
  readonly entries: number;
  /** Probability that a relation is rated `none` for a type. */
  readonly none: number;
  /** One rating for all relations, by a rule, instead of vectors per relation and type. */
  readonly plain?: boolean;
  readonly filters?: readonly string[];
}

/**
 * A system of zones as one finds them in vehicles and plants: devices on one or both buses of their zone, links
 * between neighbouring zones, some through a Virtual cable, a few devices out of scope, entries in the first zones.
 */
export function zoneModel(options: ZoneOptions): ModelFiles {
  const random = new Random(options.seed);
  const zones = Math.ceil(options.components / options.zoneSize);
  const components: SketchComponent[] = [];
  for (let number = 0; number < options.components; number++) {
    const zone = number % zones;
    const buses = random.sample([`Bus ${zone}A`, `Bus ${zone}B`], random.chance(0.3) ? 2 : 1);
    const holds = random.chance(0.3);
    components.push({
      name: `Unit ${number}`,
      facility: `Zone ${zone}`,
      labels: random.chance(0.02) ? ['EXT'] : random.chance(0.1) ? ['Communication'] : [],
      interfaces: buses,
      assets: holds ? Array.from({ length: options.assets }, (_, index) => `Data ${index + 1}`) : [],
    });
  }
  components.push(...linkZones(options, components, zones, random));
  const entries: string[] = [];
  for (const device of random.sample(
    components.filter(({ facility }) => /^Zone [01]$/.test(facility)),
    options.entries,
  )) {
    entries.push(`Port ${device.name}`);
    device.interfaces.push(`Port ${device.name}`);
  }
  const cells = options.plain ? {} : undefined;
  return writeSketch({
    name: options.name,
    head: [
      'settings: {maxLength: 13}',
      ...(options.plain ? ['ratingRules:', '  - {match: {component: "*"}, all: 7.5}'] : VECTOR_LINES),
      ...(options.filters ?? []),
    ],
    components,
    entries,
    ratings: ({ name }) =>
      cells ?? (name.startsWith('Virtual-') ? {} : randomCells(random, options.none, 0.5)),
  });
}

/** Adds point-to-point links within and between zones; returns the Virtual components of some. */
function linkZones(
  options: ZoneOptions,
  components: readonly SketchComponent[],
  zones: number,
  random: Random,
): SketchComponent[] {
  const cables: SketchComponent[] = [];
  const links = Math.round(options.components * options.links);
  for (let link = 0; link < links; link++) {
    const from = components[link % components.length] as SketchComponent;
    const zone = Number(from.facility.slice('Zone '.length));
    const toZone = link < zones || random.chance(0.6) ? (zone + 1) % zones : zone;
    const to = random.pick(
      components.filter(({ facility, name }) => facility === `Zone ${toZone}` && name !== from.name),
    );
    if (random.chance(0.06)) {
      from.interfaces.push(`Plug ${link}a`);
      to.interfaces.push(`Plug ${link}b`);
      const interfaces = [`Plug ${link}a`, `Plug ${link}b`];
      cables.push({
        name: `Virtual-cable-${link}`,
        facility: from.facility,
        labels: [],
        interfaces,
        assets: [],
      });
    } else {
      from.interfaces.push(`Link ${link}`);
      to.interfaces.push(`Link ${link}`);
    }
  }
  return cables;
}

/** Filters of all three kinds for a zone model. */
export const ZONE_FILTERS = [
  'filters:',
  '  banned: [[Unit 1, "*", Unit 2], [Unit 3, Unit 11], [Unit 5, Unit 6, Unit 7]]',
  '  oneWay: [{from: Unit 4, to: Unit 12}, {from: Unit 9, to: Unit 17}]',
  '  only: [{from: Unit 10, via: Unit 18, to: [Unit 26]}]',
];

/** What a generated layered system looks like. */
export interface LayerOptions {
  readonly name: string;
  readonly seed: number;
  readonly layers: number;
  /** Devices per layer. */
  readonly width: number;
  /** Buses between two layers, each with half of the devices of both. */
  readonly buses: number;
  /** Layers that hold assets, counted from the entries, from 0. */
  readonly assetsFrom: number;
  readonly maxLength: number;
  /** Scores drawn from 3 to 10, or 10 for nearly every relation. */
  readonly scores: 'differ' | 'tie';
}

/** A system in layers, entries before the first one: networks behind networks, with very many ways through. */
export function layerModel(options: LayerOptions): ModelFiles {
  const random = new Random(options.seed);
  const layers = Array.from({ length: options.layers }, (_, layer) =>
    Array.from({ length: options.width }, (_unused, number): SketchComponent => {
      const assets = layer >= options.assetsFrom && random.chance(0.8) ? ['Data'] : [];
      return {
        name: `L${layer} Host ${number}`,
        facility: `Layer ${layer}`,
        labels: [],
        interfaces: [],
        assets,
      };
    }),
  );
  for (let gap = 0; gap + 1 < layers.length; gap++) {
    for (let bus = 0; bus < options.buses; bus++) {
      for (const side of [layers[gap] ?? [], layers[gap + 1] ?? []]) {
        for (const device of random.sample(side, options.width / 2)) {
          device.interfaces.push(`Net ${gap}-${bus}`);
        }
      }
    }
  }
  const first = layers[0] ?? [];
  for (const device of first) {
    device.interfaces.push(`Port ${device.name}`);
  }
  const differ = options.scores === 'differ';
  return writeSketch({
    name: options.name,
    head: [`settings: {maxLength: ${options.maxLength}}`],
    components: layers.flat().filter(({ interfaces }) => interfaces.length > 0),
    entries: first.map(({ name }) => `Port ${name}`),
    ratings: () => (differ ? randomScores(random, 3) : { all: random.chance(0.97) ? '10' : '9.8' }),
  });
}

/** How large a network to draw is. */
export interface NetworkOptions {
  readonly name: string;
  readonly components: number;
  readonly interfaces: number;
  readonly relations: number;
}

/** A network in which every interface joins components that are near each other, with short chains: a graph to draw. */
export function networkModel({ name, components, interfaces, relations }: NetworkOptions): ModelFiles {
  const random = new Random(11);
  const zones = Math.ceil(components / 25);
  const sketches = Array.from(
    { length: components },
    (_, number): SketchComponent => ({
      name: `Unit ${number}`,
      facility: `Zone ${Math.floor((number * zones) / components)}`,
      labels: random.chance(0.1) ? ['Communication'] : [],
      interfaces: [],
      assets: random.chance(0.2) ? ['Data'] : [],
    }),
  );
  let left = relations;
  for (let number = 0; number < interfaces; number++) {
    const place = Math.floor((number * components) / interfaces);
    const share = Math.round(left / (interfaces - number));
    const near = sketches.slice(Math.max(0, place - 20), place + 20);
    const joined = random.sample(near, share);
    left -= joined.length;
    joined.forEach((component) => component.interfaces.push(`Link ${number}`));
  }
  return writeSketch({
    name,
    head: ['settings: {maxLength: 3}', 'ratingRules:', '  - {match: {component: "*"}, all: 7.5}'],
    components: sketches.filter(({ interfaces: own }) => own.length > 0),
    entries: Array.from({ length: 10 }, (_, number) => `Link ${number * Math.floor(interfaces / 10)}`),
    ratings: () => ({}),
  });
}
