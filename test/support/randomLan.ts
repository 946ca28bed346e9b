import type { PlainValue } from './plainDocument';
import type { LanParts } from './randomParts';

export type Relation = readonly [component: string, name: string];

/** The item at an index, counted round and round. */
export const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** The component that joins the shared medium to another one. */
export const jointOf = (lan: LanParts | undefined, components: readonly string[]): string | undefined =>
  lan?.join && at(components, lan.join.virtual);

/** Who is on the shared medium, and on the one that is joined to it. */
export function lanRelations(
  lan: LanParts | undefined,
  components: readonly string[],
  interfaces: readonly string[],
): Relation[] {
  if (lan === undefined) return [];
  const medium = at(interfaces, lan.interface);
  const relations = lan.members.map((member): Relation => [at(components, member), medium]);
  if (lan.join === undefined) return relations;
  const joint = at(components, lan.join.virtual);
  const other = at(interfaces, lan.join.interface);
  const beyond = lan.join.members.map((member): Relation => [at(components, member), other]);
  return [...relations, [joint, medium], [joint, other], ...beyond];
}

/** Filters between those on the shared medium, each with the list it belongs to. */
export function lanFilters(
  lan: LanParts | undefined,
  components: readonly string[],
): [kind: 'banned' | 'oneWay' | 'only', filter: PlainValue][] {
  if (lan === undefined) return [];
  const joined = lan.join?.members ?? [];
  const members = [...new Set([...lan.members, ...joined].map((member) => at(components, member)))];
  return lan.filters.flatMap((filter): ReturnType<typeof lanFilters> => {
    const first = at(members, filter.first);
    const others = members.filter((name) => name !== first);
    if (others.length === 0) return [];
    const second = at(others, filter.second);
    const far = filter.far === undefined ? undefined : at([...components, '*'], filter.far);
    switch (filter.kind) {
      case 'banned':
        return [['banned', [...(far === undefined ? [] : [far]), first, second]]];
      case 'oneWay':
        return [['oneWay', { from: second, to: first }]];
      case 'only':
        return far === undefined || far === '*' || far === first
          ? [['only', { from: first, via: second, to: [at(others, filter.second + 1)] }]]
          : [['only', { from: far, via: first, to: [second] }]];
      case 'row':
        return members.flatMap((name, index) =>
          members
            .slice(index + 2)
            .map((later): ReturnType<typeof lanFilters>[0] => ['banned', [name, later]]),
        );
      case 'isolated':
        return others.filter((name) => name !== second).map((name) => ['banned', [first, name]]);
    }
  });
}
