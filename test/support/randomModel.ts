import fc from 'fast-check';
import { appendInto, putInto } from './plainDocument';
import type { PlainObject, PlainValue } from './plainDocument';
import { ASSET_NAMES, COMPONENT_NAMES, INTERFACE_NAMES, VECTORS } from './randomNames';
import { at, jointOf, lanFilters, lanRelations } from './randomLan';
import type { Relation } from './randomLan';
import { lanParts, modelParts, ratingParts, turningParts } from './randomParts';
import type { FilterParts, ModelParts } from './randomParts';
import { splitDocument } from './splitDocument';

export { toYaml } from './plainDocument';
export type { PlainObject } from './plainDocument';
export { splitDocument } from './splitDocument';

/** Small random models as documents; most have chains, all are free of errors that change the chain set. */
export const randomModel: fc.Arbitrary<PlainObject> = modelParts.map(buildModel);

/**
 * Random models in which components share a medium and filters stand between them, so that many have a chain
 * that goes through an interface again.
 */
export const detourModel: fc.Arbitrary<PlainObject> = fc
  .tuple(
    turningParts,
    lanParts,
    fc.nat({ max: 9 }).map((one) => (one === 9 ? 'relationships' : 'nodes')),
    fc.constantFrom('5', '6', '7', '7', '9'),
  )
  .map(([parts, lan, uniqueness, maxLength]) =>
    buildModel({
      ...parts,
      lan,
      settings: { ...parts.settings, uniqueness, maxLength },
      // Few ways round the medium, and nearly all of them open and listed: so turns are seen.
      components: parts.components.map((one) => ({
        ...one,
        labels: one.withId < 80 ? inScope(one.labels) : one.labels,
      })),
      interfaces: Math.max(parts.interfaces, 5),
      relations: parts.relations.slice(0, 3),
      entries: parts.entries.slice(0, 1),
      filters: parts.filters.slice(0, 1),
      rateAll: parts.rateAll % 50,
      ratings: parts.ratings.slice(0, 4),
      limits: 50,
      threshold: parts.threshold + 15,
    }),
  );

const inScope = (labels: readonly string[]): string[] => labels.filter((label) => label !== 'EXT');

/** A random model in several files, by name; `more.tmg.yaml` rates relations again, often differently. */
export const randomFiles: fc.Arbitrary<Map<string, PlainObject>> = fc
  .tuple(randomModel, fc.nat(), fc.array(ratingParts, { maxLength: 3 }))
  .map(([document, seed, again]) => {
    const files = splitDocument(document, seed);
    const more: PlainObject = {};
    for (const { relation, cells } of again) {
      const relations = relationsIn(document);
      if (relations.length === 0) continue;
      for (const [key, text] of cells) putInto(more, ['ratings', ...at(relations, relation), key], text);
    }
    return Object.keys(more).length === 0 ? files : files.set('more.tmg.yaml', more);
  });

const relationsIn = (document: PlainObject): Relation[] =>
  Object.entries(document['components'] ?? {}).flatMap(([component, record]) => {
    const names: unknown = Object.entries(record).find(([key]) => key === 'interfaces')?.[1];
    return Array.isArray(names) ? names.map((name): Relation => [component, String(name)]) : [];
  });

/** `count` different names from a list, beginning anywhere in it. */
const namesFrom = (list: readonly string[], first: number, count: number): string[] =>
  Array.from({ length: count }, (_, offset) => at(list, first + offset));

function buildModel(parts: ModelParts): PlainObject {
  const document: PlainObject = { tmg: '1', name: 'Random' };
  const components = namesFrom(COMPONENT_NAMES, parts.firstNames[0], parts.components.length);
  const interfaces = namesFrom(INTERFACE_NAMES, parts.firstNames[1], parts.interfaces);
  const relations = relationsOf(parts, components, interfaces);
  for (const [key, value] of settingsOf(parts, relations.length)) putInto(document, ['settings', key], value);
  for (const [name, vector] of VECTORS) putInto(document, ['vectors', name], vector);
  components.forEach((name, index) => {
    const isJoint = name === jointOf(parts.lan, components);
    putInto(
      document,
      ['components', name, 'labels'],
      isJoint ? ['Virtual'] : at(parts.components, index).labels,
    );
  });
  for (const [component, name] of relations) {
    appendInto(document, ['components', component, 'interfaces'], [name]);
  }
  putAssets(document, parts, components);
  putEntries(document, parts, components, interfaces);
  putRatings(document, parts, relations);
  for (const filter of parts.filters) putFilter(document, filter, components);
  for (const [kind, filter] of lanFilters(parts.lan, components)) {
    appendInto(document, ['filters', kind], [filter]);
  }
  return document;
}

function relationsOf(
  parts: ModelParts,
  components: readonly string[],
  interfaces: readonly string[],
): Relation[] {
  const line = components.flatMap((component, index): Relation[] => [
    [component, at(interfaces, index)],
    [component, at(interfaces, index + 1)],
  ]);
  const extra = parts.relations.map(([c, i]): Relation => [at(components, c), at(interfaces, i)]);
  const medium = lanRelations(parts.lan, components, interfaces);
  const all = [...(parts.connected < 75 ? line : []), ...extra, ...medium];
  return [...new Map(all.map((relation) => [JSON.stringify(relation), relation])).values()];
}

/** Limits are rare; the length is bounded so that every walk can be written down. */
function settingsOf(parts: ModelParts, relations: number): [string, PlainValue][] {
  const { maxChains, countLimit, minProbability, maxLength = '7', ...rest } = parts.settings;
  const bound = relations > 18 ? 5 : relations > 12 ? 7 : 9;
  const settings: [string, PlainValue | undefined][] = [
    ...Object.entries(rest),
    ['maxLength', String(Math.min(Number(maxLength), bound))],
    ['maxChains', parts.limits < 15 ? maxChains : undefined],
    ['countLimit', parts.limits > 84 ? countLimit : undefined],
    ['minProbability', parts.threshold < 20 ? minProbability : undefined],
  ];
  return settings.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
}

function putAssets(document: PlainObject, parts: ModelParts, components: readonly string[]): void {
  const holders = parts.components.some((one) => one.assets.length > 0);
  components.forEach((component, index) => {
    const { facility, assets, withId, stride } = at(parts.components, index);
    const keys = ['components', component];
    if (facility !== undefined) putInto(document, [...keys, 'facility'], facility);
    const wanted = holders ? assets : [index];
    for (const [position, asset] of wanted.entries()) {
      const name = at(ASSET_NAMES, asset);
      putInto(document, [...keys, 'assets', name, 'security'], '3');
      if (stride !== undefined && position === 0) {
        putInto(document, [...keys, 'assets', name, 'stride'], stride);
      }
      if (withId < 30) putInto(document, [...keys, 'assets', name, 'id'], `A-${index}-${position}`);
    }
  });
}

function putEntries(
  document: PlainObject,
  parts: ModelParts,
  components: readonly string[],
  interfaces: readonly string[],
): void {
  for (const { interface: index, mark, into, attackers, periods } of parts.entries) {
    const name = at(index % 20 === 0 ? [...interfaces, 'nobody has this'] : interfaces, index);
    const keys = ['interfaces', name];
    if (mark !== '') putInto(document, [...keys, 'entry'], mark);
    if (into !== undefined) {
      putInto(document, [...keys, 'into'], [...new Set(into.map((one) => at(components, one)))]);
    }
    if (attackers.length > 0) putInto(document, [...keys, 'attackers'], attackers);
    if (periods.length > 0) putInto(document, [...keys, 'periods'], periods);
  }
}

function putRatings(document: PlainObject, parts: ModelParts, relations: readonly Relation[]): void {
  if (relations.length > 0) {
    for (const { relation, cells } of parts.ratings) {
      for (const [key, text] of cells) putInto(document, ['ratings', ...at(relations, relation), key], text);
    }
  }
  if (parts.rateAll < 50) {
    for (const relation of relations) putInto(document, ['ratings', ...relation, 'all'], parts.allCell);
  }
  for (const { cells, interface: name, component, facility, label } of parts.rules) {
    const match = Object.entries({ interface: name, component, facility, label });
    const rule: PlainObject = {};
    for (const [key, text] of match) if (text !== undefined) putInto(rule, ['match', key], text);
    for (const [key, text] of cells) putInto(rule, [key], text);
    if (Object.hasOwn(rule, 'match')) appendInto(document, ['ratingRules'], [rule]);
  }
  if (parts.rateAll >= 30 && parts.rateAll < 90) {
    appendInto(document, ['ratingRules'], [{ match: { interface: '*' }, all: parts.allCell }]);
  }
}

function putFilter(document: PlainObject, filter: FilterParts, components: readonly string[]): void {
  const [a = '', b = '', c = ''] = filter.names.map((index) => at(components, index));
  if (filter.kind === 'oneWay' && a !== b) {
    appendInto(document, ['filters', 'oneWay'], [{ from: a, to: b }]);
  } else if (filter.kind === 'only' && a !== b) {
    appendInto(document, ['filters', 'only'], [{ from: a, via: b, to: [c] }]);
  } else {
    // A wildcard stands beside at least one name: `*` alone would ban every chain.
    const sequence = filter.names
      .slice(0, filter.length)
      .map((index, position) => (position > 0 && index % 10 < 3 ? '*' : at(components, index)));
    appendInto(document, ['filters', 'banned'], [sequence]);
  }
}
