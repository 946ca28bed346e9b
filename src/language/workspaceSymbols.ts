import type { NamedKind } from '../model/mentions';
import type { Place } from '../model/origins';
import type { Snapshot } from '../workspace/snapshot';
import { declarationPlace } from './declarations';

/** Something in a model by its name. */
export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: NamedKind;
  /** The component of an asset, the facility of a component, else the name of the model. */
  readonly container: string;
  readonly place: Place;
}

/** Most symbols that are given; the best ones. */
export const MOST_SYMBOLS = 200;

/**
 * What is declared in a model and has the letters of the query in its name, in that order: exact beginnings first,
 * then what holds the query as a whole. An empty query finds everything.
 */
export function workspaceSymbols(snapshot: Snapshot, query: string, limit = MOST_SYMBOLS): WorkspaceSymbol[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const ranked: { readonly named: Candidate; readonly rank: number }[] = [];
  for (const named of candidates(snapshot)) {
    const rank = matchRank(named.name.toLowerCase().replace(/\s+/g, ''), wanted);
    if (rank !== undefined) {
      ranked.push({ named, rank });
    }
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .flatMap(({ named: { id, name, kind, container } }) => {
      const place = declarationPlace(snapshot, kind, id);
      return place ? [{ name, kind, container, place }] : [];
    });
}

interface Candidate {
  /** What it is found by: the name, or the id of an asset. */
  readonly id: string;
  readonly name: string;
  readonly kind: NamedKind;
  readonly container: string;
}

function* candidates({ model, origins }: Snapshot): Generator<Candidate> {
  for (const { name, facility } of model.components.values()) {
    yield { id: name, name, kind: 'component', container: facility ?? model.name };
  }
  for (const { id, name, component } of model.assets.values()) {
    yield { id, name, kind: 'asset', container: component };
  }
  const others = {
    interface: model.interfaces,
    vector: origins.vectors,
    facility: origins.facilities,
    attacker: origins.attackers,
    period: origins.periods,
  } as const;
  for (const [kind, names] of Object.entries(others)) {
    for (const name of names.keys()) {
      yield { id: name, name, kind: kind as keyof typeof others, container: model.name };
    }
  }
}

/** Small is good; undefined where the letters do not occur in that order. */
function matchRank(name: string, wanted: string): number | undefined {
  if (name.startsWith(wanted)) {
    return name === wanted ? 0 : 1;
  }
  if (name.includes(wanted)) {
    return 2;
  }
  let at = 0;
  for (const letter of wanted) {
    at = name.indexOf(letter, at) + letter.length;
    if (at < letter.length) {
      return undefined;
    }
  }
  return 3;
}
