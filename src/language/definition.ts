import { type NameMention, mentionsOf } from '../model/mentions';
import type { Place } from '../model/origins';
import { namePattern } from '../model/ratingRules';
import type { TextRange } from '../text/range';
import type { Snapshot } from '../workspace/snapshot';
import { nameAt, recordsOf, relationsAt } from './nameAt';
import { declarationPlace } from './declarations';

/** Where a name leads, and the range that can be clicked. */
export interface Definition {
  readonly range: TextRange;
  readonly places: readonly Place[];
}

/** Most places that a pattern leads to. */
const MOST_PLACES = 100;

/**
 * Where the name at an offset is declared. The interface of a rating leads to where its component is said to have
 * it, a pattern to what it fits, and a declaration to the others of its name. Undefined where no name stands.
 */
export function definition(snapshot: Snapshot, file: string, offset: number): Definition | undefined {
  const records = recordsOf(snapshot, file);
  const name = records && nameAt(records, offset);
  if (!name) {
    return undefined;
  }
  const candidates = name.pattern
    ? [fittingPlaces(snapshot, name)]
    : [relationPlaces(snapshot, name, offset), ...declarations(snapshot, name)];
  const others = candidates
    .map((places) => places.filter((place) => !samePlace(place, name)))
    .find((places) => places.length > 0);
  const itself = name.declares ? [{ file, range: name.range }] : [];
  return { range: name.range, places: others ?? itself };
}

/** Declarations, the telling ones first: what is said about an interface stands under its key, who has it in lists. */
function declarations({ origins }: Snapshot, { kind, name, component }: NameMention): Place[][] {
  const all = mentionsOf(origins, kind, name, component).filter(({ declares }) => declares);
  const places = (key: boolean): Place[] =>
    all.filter((mention) => mention.key === key).map(({ file, range }) => ({ file, range }));
  return [places(true), places(false)];
}

function relationPlaces(snapshot: Snapshot, name: NameMention, offset: number): readonly Place[] {
  const records = recordsOf(snapshot, name.file);
  if (name.kind !== 'interface' || name.declares || !records) {
    return [];
  }
  return relationsAt(records, offset).flatMap(
    (relation) => snapshot.origins.relations.get(relation.component)?.get(name.name) ?? [],
  );
}

function fittingPlaces(snapshot: Snapshot, { kind, name }: NameMention): Place[] {
  const { components, interfaces, facilities } = snapshot.model;
  const known = { component: components, interface: interfaces, facility: facilities };
  if (kind !== 'component' && kind !== 'interface' && kind !== 'facility') {
    return [];
  }
  const fits = namePattern(name);
  return [...known[kind].keys()]
    .filter(fits)
    .slice(0, MOST_PLACES)
    .flatMap((fitting) => declarationPlace(snapshot, kind, fitting) ?? []);
}

function samePlace(a: Place, b: Place): boolean {
  return a.file === b.file && a.range.start === b.range.start;
}
