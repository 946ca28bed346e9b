import type { ComponentRecord, InterfaceRecord } from '../formats/records';
import { type Origin, type Origins, type Place, placeOf } from '../model/origins';
import type { TextRange } from '../text/range';
import { textOf } from './yamlFix';

/** Where a component is first declared. */
export function componentPlace(origins: Origins, component: string): Place | undefined {
  const first = origins.components.get(component)?.[0];
  return first && placeOf(first.file, first.record.name);
}

/** Where a component is first said to have an interface. */
export function relationPlace(origins: Origins, component: string, interfaceName: string): Place | undefined {
  return origins.relations.get(component)?.get(interfaceName)?.[0];
}

/** The records of a component. */
export function componentRecords(origins: Origins, component: string): readonly Origin<ComponentRecord>[] {
  return origins.components.get(component) ?? [];
}

/** The records that mark an interface. */
export function interfaceRecords(
  origins: Origins,
  interfaceName: string,
): readonly Origin<InterfaceRecord>[] {
  return origins.interfaces.get(interfaceName) ?? [];
}

/** Where a record stands, without the line end after its last line. */
export function recordPlace(
  origins: Origins,
  { file, record }: Origin<{ readonly range: TextRange }>,
): Place {
  const { start, end } = record.range;
  return { file, range: { start, end: start + textOf(origins, file).slice(start, end).trimEnd().length } };
}
