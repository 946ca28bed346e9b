import { nearestName } from '../../text/nearest';
import { translatedColumn } from './foreignColumnNames';
import { type Column, normalizeColumn } from './tables';

/** The column that a header's cell probably means: `Security` is `Rating: Security`, a letter may be wrong, or it is German. */
export function nearestColumn(name: string, columns: readonly Column[]): Column | undefined {
  const translated = translatedColumn(name);
  if (translated !== undefined && columns.includes(translated)) {
    return translated;
  }
  const wanted = normalizeColumn(name);
  const byName = new Map(columns.map((column) => [normalizeColumn(column), column]));
  const nearest = nearestName(wanted, byName.keys());
  return nearest === undefined
    ? columns.find((column) => normalizeColumn(column) === `rating:${wanted}`)
    : byName.get(nearest);
}
