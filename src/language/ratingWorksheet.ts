import { joinList } from '../formats/csv/listCell';
import type { StrideType } from '../formats/stride';
import { askedTypes, typesAskedOf } from '../model/askedTypes';
import { entryPoints } from '../model/entryPoints';
import type { Component, Interface, Model, Relation } from '../model/model';
import { listNames } from '../text/listNames';
import type { Snapshot } from '../workspace/snapshot';
import { countingText } from './countingText';
import { type NearbyVector, NearbyVectors } from './nearbyVectors';

/** Neighbours and suggestions that a cell names. */
const SHOWN_NAMES = 8;
const SUGGESTIONS = 3;

/** A sheet in which people rate relations: a table of ratings, with comments beside. */
export interface RatingWorksheet {
  /** The first two name the relation, those that begin with `#` are comments. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Relations that a table cannot name, because blanks around names do not count there. */
  readonly leftOut: readonly { readonly component: string; readonly interface: string }[];
}

/**
 * The relations that lack a rating for some type that the model asks for, a row each, in the order of the files. Cells of
 * types that are rated already stay empty, so that a filled sheet can stand beside the ratings that are there.
 * @param all every relation that can be rated, with its ratings in the cells
 */
export function ratingWorksheet(
  snapshot: Pick<Snapshot, 'model' | 'origins'>,
  { all }: { readonly all: boolean },
): RatingWorksheet {
  const { model } = snapshot;
  const types = askedTypes(model);
  const askedOf = typesAskedOf(model);
  const relations = [...model.components.values()].flatMap((component) =>
    component.virtual || component.external
      ? []
      : [...component.relations.values()]
          .filter(({ ratings }) => all || askedOf(component).some((type) => ratings[type] === undefined))
          .map((relation) => ({ component, relation })),
  );
  const nameable = relations.filter(({ relation }) => isNameable(relation));
  const rows = new RowWriter(snapshot, types, all);
  return {
    columns: [
      'Component',
      'Interface',
      '# Facility',
      '# Shared with',
      '# Attack',
      '# Entry',
      ...types,
      'Note',
      ...(all ? [] : ['# Rated already']),
      '# Used nearby',
    ],
    rows: nameable.map(({ component, relation }) => rows.row(component, relation)),
    leftOut: relations
      .filter(({ relation }) => !isNameable(relation))
      .map(({ relation }) => ({ component: relation.component, interface: relation.interface })),
  };
}

function isNameable({ component, interface: name }: Relation): boolean {
  return [component, name].every((text) => text === text.trim());
}

class RowWriter {
  private readonly model: Model;
  private readonly nearby: NearbyVectors;
  private readonly entries: ReadonlySet<Interface>;

  constructor(
    private readonly snapshot: Pick<Snapshot, 'model' | 'origins'>,
    private readonly types: readonly StrideType[],
    private readonly all: boolean,
  ) {
    this.model = snapshot.model;
    this.nearby = new NearbyVectors(snapshot);
    this.entries = new Set(entryPoints(snapshot.model));
  }

  row(component: Component, relation: Relation): string[] {
    const { interfaces } = this.model;
    const shared = interfaces.get(relation.interface);
    const isEntry =
      shared !== undefined &&
      this.entries.has(shared) &&
      (shared.into.length === 0 || shared.into.includes(component.name));
    const others = (shared?.components ?? []).filter((name) => name !== component.name);
    const cells = this.types.map((type) => countingText(this.snapshot.origins, relation, type) ?? '');
    const rated = this.types.flatMap((type, index) =>
      cells[index] === '' ? [] : [`${type}: ${cells[index]}`],
    );
    return [
      component.name,
      joinList([relation.interface]),
      component.facility ?? '',
      listNames(others, SHOWN_NAMES),
      this.attack(component, relation, isEntry),
      entryText(this.model, shared, isEntry),
      ...cells.map((cell) => (this.all ? cell : '')),
      relation.notes.join('; '),
      ...(this.all ? [] : [rated.join('; ')]),
      this.nearby.of(relation, SUGGESTIONS).map(suggestion).join('; '),
    ];
  }

  /** Who attacks what through what. */
  private attack(component: Component, relation: Relation, isEntry: boolean): string {
    const others = neighbours(this.model, component.name, relation.interface);
    const from = [...(isEntry ? ['an outsider'] : []), ...others];
    if (from.length === 0) {
      return `nothing leads to ${relation.interface} yet`;
    }
    const shown = from.slice(0, SHOWN_NAMES);
    const more = from.length > shown.length ? [`${from.length - shown.length} more`] : [];
    return `${[...shown, ...more].join(' or ')} attacks ${component.name} through ${relation.interface}`;
  }
}

/** The components that can attack another one through an interface: those that share it, Virtual ones passed through. */
function neighbours({ components, interfaces }: Model, target: string, start: string): string[] {
  const found = new Set<string>();
  const seen = new Set([start]);
  const pending = [start];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    for (const other of interfaces.get(name)?.components ?? []) {
      const component = components.get(other);
      if (component?.virtual === true) {
        const further = [...component.relations.keys()].filter((key) => !seen.has(key));
        pending.push(...further);
        for (const key of further) {
          seen.add(key);
        }
      } else if (component && !component.external && other !== target) {
        found.add(other);
      }
    }
  }
  return [...found];
}

function entryText(model: Model, shared: Interface | undefined, isEntry: boolean): string {
  if (!shared || !isEntry) {
    return 'no';
  }
  const attackers = shared.attackers.map((key) => model.attackers.get(key) ?? key);
  const periods = shared.periods.map((key) => model.periods.get(key) ?? key);
  const who = [...attackers, ...periods].join(', ');
  return who === '' ? 'yes' : `yes: ${who}`;
}

function suggestion({ text, score, nearness, types }: NearbyVector): string {
  return `${text} (${score}, ${types.join(' ')} of the same ${nearness})`;
}
