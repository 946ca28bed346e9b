import { finding, type Finding } from '../../formats/finding';
import { type Mention, mentionsOf, type NamedKind } from '../../model/mentions';
import { groupBy, type Origins, type Place, placeOf } from '../../model/origins';
import { foldName, nameDifference } from '../../text/foldName';
import { rewriteFix } from '../renameFix';
import type { CheckContext, Rule } from '../rule';
import { formatOf } from '../yamlFix';

/** A name, how often it is written, and where first. */
interface NameUse {
  readonly name: string;
  readonly uses: number;
  readonly place: Place;
}

/** Names that differ only by case, white space or Unicode form, which people take for one and the program for two. */
export const lookAlikeName: Rule = {
  code: 'look-alike-name',
  check: (context) => [
    ...reportAlike('component', '', componentUses(context)),
    ...reportAlike('interface', '', interfaceUses(context)),
    ...reportAlike('facility', '', facilityUses(context)),
    ...[...context.origins.components.keys()].flatMap((component) =>
      reportAlike('asset', component, assetUses(context, component)),
    ),
  ],
  fixes: ({ data }, { origins }) => {
    const { kind, name = '', other = '', component = '' } = data;
    const mentions =
      kind === 'asset'
        ? assetMentions(origins, component, name)
        : mentionsOf(origins, kind as NamedKind, name);
    const others =
      kind === 'asset'
        ? assetMentions(origins, component, other)
        : mentionsOf(origins, kind as NamedKind, other);
    const title = {
      template: 'Change "{name}" to "{nearest}", everywhere it occurs',
      args: { name, nearest: other },
    };
    const fix = clashes(origins, mentions, others)
      ? undefined
      : rewriteFix(origins, title, mentions, name, other);
    return fix ? [fix] : [];
  },
};

/** Reports all but the most used of the names that look alike. */
function reportAlike(kind: NamedKind | 'asset', component: string, uses: readonly NameUse[]): Finding[] {
  if (uses.length < 2) {
    return [];
  }
  return [...groupBy(uses, ({ name }) => foldName(name)).values()].flatMap((alike) => {
    const [most, ...rarer] = alike.length > 1 ? alike.toSorted((a, b) => b.uses - a.uses) : [];
    return most === undefined
      ? []
      : rarer.map(({ name, place }) => {
          const args = { kind, name, other: most.name, difference: nameDifference(name, most.name) };
          const template =
            'The {kind} "{name}" differs from "{other}" only by {difference}, so these are two; write both alike if one is meant, else give one a clearer name.';
          const message = { template: 'The {kind} "{other}" stands here.', args: { kind, other: most.name } };
          return finding('look-alike-name', place, template, args, {
            related: [{ ...most.place, message }],
            data: { kind, name, other: most.name, component },
          });
        });
  });
}

function componentUses({ origins }: CheckContext): NameUse[] {
  return [...origins.components].flatMap(([name, records]) => {
    const [first] = records;
    const uses = records.length + (origins.ratings.get(name)?.size ?? 0);
    return first ? [{ name, uses, place: placeOf(first.file, first.record.name) }] : [];
  });
}

function interfaceUses({ model, origins }: CheckContext): NameUse[] {
  return [...model.interfaces.values()].flatMap(({ name, components }) => {
    const place = origins.relations.get(components[0] ?? '')?.get(name)?.[0];
    const uses = components.length + (origins.interfaces.get(name)?.length ?? 0);
    return place ? [{ name, uses, place }] : [];
  });
}

/** Where facilities are declared, any other is an error of its own. */
function facilityUses({ origins }: CheckContext): NameUse[] {
  const places = new Map<string, Place[]>();
  const add = (name: string, place: Place): void => {
    const known = places.get(name);
    if (known) {
      known.push(place);
    } else {
      places.set(name, [place]);
    }
  };
  for (const [name, declarations] of origins.facilities) {
    for (const { file, record } of declarations) {
      add(name, placeOf(file, record.key));
    }
  }
  for (const { file, record } of [...origins.components.values()].flat()) {
    if (record.facility && (origins.facilities.size === 0 || origins.facilities.has(record.facility.value))) {
      add(record.facility.value, placeOf(file, record.facility));
    }
  }
  return [...places].flatMap(([name, [place, ...more]]) =>
    place ? [{ name, uses: more.length + 1, place }] : [],
  );
}

/** Assets of different components may be named as they like. */
function assetUses({ origins }: CheckContext, component: string): NameUse[] {
  const records = origins.components.get(component) ?? [];
  const names = records.flatMap(({ file, record }) => record.assets.map((asset) => ({ file, asset })));
  return names.length < 2
    ? []
    : [...groupBy(names, ({ asset }) => asset.name.value)].flatMap(([name, [first, ...more]]) =>
        first ? [{ name, uses: more.length + 1, place: placeOf(first.file, first.asset.name) }] : [],
      );
}

function assetMentions(origins: Origins, component: string, name: string): Mention[] {
  return (origins.components.get(component) ?? []).flatMap(({ file, record }) =>
    record.assets
      .filter((asset) => asset.name.value === name)
      .map((asset) => ({ ...placeOf(file, asset.name), key: true })),
  );
}

/** Whether a YAML file has both names as keys: one map would then have a key twice. */
function clashes(origins: Origins, mentions: readonly Mention[], others: readonly Mention[]): boolean {
  const files = new Set(others.filter(({ key }) => key).map(({ file }) => file));
  return mentions.some(({ file, key }) => key && files.has(file) && formatOf(origins, file) === 'yaml');
}
