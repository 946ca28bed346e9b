import { ASSET_RATINGS } from '../formats/assetRatings';
import type { FileRecords } from '../formats/records';
import { DEFAULT_SETTINGS, type Settings, type SettingsRecord } from '../formats/settings';
import { STRIDE_TYPES, type StrideType } from '../formats/stride';
import { compareCodePoints } from '../text/compare';
import type { Asset, Component, Filter, Interface, Model, Rating, Relation } from './model';
import { type AssetOrigin, collectOrigins, groupBy, type Origin, type Origins } from './origins';
import { type RuleSubject, ruleMatcher } from './ratingRules';
import { applyRules, RatingResolver, techniquesFor } from './resolveRatings';
import { relationTexts } from './relationTexts';
import { ScoreCache } from './scoreCache';
import { isExternal, isVirtual } from './labels';
import { byPriority } from './modelFile';
import type { DeclarationRecord, RatingRecord } from '../formats/records';
import { largest } from '../text/arrays';

/** A merged model and the way back to its records. */
export interface MergedModel {
  readonly model: Model;
  readonly origins: Origins;
}

/**
 * Merges the files of one model. Neither the order of files nor their names matter, but where a rule reports which of
 * two facilities, ids or texts counts: the first by path and line.
 * @param folderName name of the model where no file gives one
 */
export function mergeModel(
  files: readonly FileRecords[],
  folderName: string,
  scores: ScoreCache = new ScoreCache(),
): MergedModel {
  const origins = collectOrigins(files, compareCodePoints);
  const settings = mergeSettings(origins.files);
  const resolver = new RatingResolver(origins.vectors, settings.score, scores);
  const ratingRules = resolver.rules(origins.ratingRules);
  const assets = mergeAssets(origins);
  const components = mergeComponents(origins, assets, resolver, ratingRules);
  const interfaces = mergeInterfaces(origins, components);
  const stray = [...origins.interfaces].some(
    ([name, marks]) => !interfaces.has(name) && marks.some(({ record }) => record.entry?.value === true),
  );
  const model: Model = {
    name: byPriority(origins.files).find((file) => file.name)?.name?.value ?? folderName,
    settings,
    components,
    interfaces,
    strayEntryMark: stray,
    assets: new Map(assets.map((asset) => [asset.id, asset])),
    filters: origins.filters.map(({ record }) => mergeFilter(record)),
    ratingRules,
    attackers: declared(origins.attackers, (key) => key),
    periods: declared(origins.periods, (key) => key),
    facilities: declared(origins.facilities, () => ''),
  };
  return { model, origins };
}

function mergeSettings(files: readonly FileRecords[]): Settings {
  const merged: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const { settings } of byPriority(files).reverse()) {
    for (const key of Object.keys(settings) as (keyof SettingsRecord)[]) {
      merged[key] = settings[key]?.value;
    }
  }
  return merged as unknown as Settings;
}

function mergeAssets(origins: Origins): Asset[] {
  return [...origins.assets].flatMap(([id, claims]) => {
    const records = claims[0] ?? [];
    const first = records[0];
    if (!first) {
      return [];
    }
    const description = records.find(({ record }) => record.description)?.record.description?.value;
    return [
      {
        id,
        name: first.record.name.value,
        component: first.component,
        ratings: highestRatings(records),
        stride: unitedTypes(records),
        description,
      },
    ];
  });
}

function highestRatings(records: readonly AssetOrigin[]): Asset['ratings'] {
  const ratings: { -readonly [K in keyof Asset['ratings']]: Asset['ratings'][K] } = {};
  for (const name of ASSET_RATINGS) {
    const values = records.flatMap(({ record }) => record.ratings[name]?.value ?? []);
    if (values.length > 0) {
      ratings[name] = largest(values);
    }
  }
  return ratings;
}

/** The types that any record names; undefined where none names one. */
function unitedTypes(records: readonly AssetOrigin[]): Asset['stride'] {
  const named = new Set(records.flatMap(({ record }) => record.stride.map(({ value }) => value)));
  return named.size > 0 ? STRIDE_TYPES.filter((type) => named.has(type)) : undefined;
}

function mergeComponents(
  origins: Origins,
  assets: readonly Asset[],
  resolver: RatingResolver,
  ratingRules: Model['ratingRules'],
): Map<string, Component> {
  const assetsOf = groupBy(assets, ({ component }) => component);
  const rules = ratingRules.map((rule) => ({ rule, fits: ruleMatcher(rule.match) }));
  const components = new Map<string, Component>();
  for (const [name, records] of origins.components) {
    const labels = new Set(records.flatMap(({ record }) => record.labels.map(({ value }) => value)));
    const facility = records.find(({ record }) => record.facility)?.record.facility?.value;
    const virtual = isVirtual(name, labels);
    const relations = new Map<string, Relation>();
    for (const interfaceName of origins.relations.get(name)?.keys() ?? []) {
      const subject = { interface: interfaceName, component: name, facility, labels };
      const ratingRecords = origins.ratings.get(name)?.get(interfaceName) ?? [];
      relations.set(interfaceName, {
        component: name,
        interface: interfaceName,
        ratings: virtual ? {} : rateRelation(subject, ratingRecords, resolver, rules),
        notes: relationTexts(ratingRecords, 'note'),
        references: relationTexts(ratingRecords, 'ref'),
      });
    }
    components.set(name, {
      name,
      facility,
      labels,
      virtual,
      external: isExternal(labels),
      relations,
      assets: assetsOf.get(name) ?? [],
      description: records.find(({ record }) => record.description)?.record.description?.value,
    });
  }
  return components;
}

function rateRelation(
  subject: RuleSubject,
  records: readonly Origin<RatingRecord>[],
  resolver: RatingResolver,
  rules: Parameters<typeof applyRules>[2],
): Partial<Record<StrideType, Rating>> {
  const ratings: Partial<Record<StrideType, Rating>> = {};
  if (records.length > 0) {
    for (const type of STRIDE_TYPES) {
      const own = resolver.ownRating(records, type);
      if (own) {
        ratings[type] = own;
      }
    }
  }
  const techniques = records.flatMap(({ record }) => record.techniques);
  applyRules(ratings, subject, rules, (type) => techniquesFor(techniques, type));
  return ratings;
}

function mergeInterfaces(
  origins: Origins,
  components: ReadonlyMap<string, Component>,
): Map<string, Interface> {
  const holders = groupBy(
    [...components.values()].flatMap(({ name, relations }) =>
      [...relations.keys()].map((key) => ({ key, name })),
    ),
    ({ key }) => key,
  );
  return new Map(
    [...holders].map(([name, relations]) => {
      const marks = (origins.interfaces.get(name) ?? []).map(({ record }) => record);
      const entries = marks.flatMap(({ entry }) => entry?.value ?? []);
      // Sorted, so that it does not matter over which files the marks are spread.
      const united = (key: 'into' | 'attackers' | 'periods'): string[] =>
        [...new Set(marks.flatMap((mark) => mark[key].map(({ value }) => value)))].sort(compareCodePoints);
      return [
        name,
        {
          name,
          components: relations.map((relation) => relation.name),
          entry: entries.length === 0 ? undefined : entries.includes(true),
          into: united('into'),
          attackers: united('attackers'),
          periods: united('periods'),
        },
      ];
    }),
  );
}

function mergeFilter(record: Origins['filters'][number]['record']): Filter {
  switch (record.kind) {
    case 'banned':
      return { kind: 'banned', sequence: record.sequence.map(({ value }) => value) };
    case 'oneWay':
      return { kind: 'oneWay', from: record.from.value, to: record.to.value };
    case 'only':
      return {
        kind: 'only',
        from: record.from.value,
        via: record.via.value,
        to: record.to.map(({ value }) => value),
      };
  }
}

function declared(
  origins: ReadonlyMap<string, readonly Origin<DeclarationRecord>[]>,
  fallback: (key: string) => string,
): Map<string, string> {
  return new Map(
    [...origins].map(([key, records]) => [
      key,
      records.find(({ record }) => record.text)?.record.text?.value ?? fallback(key),
    ]),
  );
}
