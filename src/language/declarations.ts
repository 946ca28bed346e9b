import type { NamedKind } from '../model/mentions';
import { type Place, placeOf } from '../model/origins';
import type { Snapshot } from '../workspace/snapshot';

/** Where a name is first declared; for an interface its own entry before the lists of components. Assets by id. */
export function declarationPlace(
  { model, origins }: Pick<Snapshot, 'model' | 'origins'>,
  kind: NamedKind,
  name: string,
): Place | undefined {
  switch (kind) {
    case 'component': {
      const first = origins.components.get(name)?.[0];
      return first && placeOf(first.file, first.record.name);
    }
    case 'interface': {
      const first = origins.interfaces.get(name)?.[0];
      const holder = model.interfaces.get(name)?.components[0];
      return first
        ? placeOf(first.file, first.record.name)
        : origins.relations.get(holder ?? '')?.get(name)?.[0];
    }
    case 'asset': {
      const first = origins.assets.get(name)?.[0]?.[0];
      return first && placeOf(first.file, first.record.name);
    }
    case 'vector': {
      const first = origins.vectors.get(name)?.[0];
      return first && placeOf(first.file, first.record.name);
    }
    case 'facility':
    case 'attacker':
    case 'period': {
      const declared = { facility: origins.facilities, attacker: origins.attackers, period: origins.periods };
      const first = declared[kind].get(name)?.[0];
      return first && placeOf(first.file, first.record.key);
    }
  }
}
