import type { FileRecords, LocatedText } from '../formats/records';
import type { Origins, Place } from './origins';

/** What a name is the name of. */
export type NamedKind = 'component' | 'interface' | 'facility';

/** A place where a name is written: as a key of a map, or as a value. */
export interface Mention extends Place {
  readonly key: boolean;
}

/** Every place where the files write a name of one kind, patterns with `*` aside; in the order of files, each place once. */
export function mentionsOf(origins: Origins, kind: NamedKind, name: string): Mention[] {
  const seen = new Set<string>();
  const mentions: Mention[] = [];
  for (const file of origins.files) {
    for (const { text, key } of written(file, kind)) {
      const at = `${text.range.start} ${file.file}`;
      if (text.value === name && !seen.has(at)) {
        seen.add(at);
        mentions.push({ file: file.file, range: text.range, key });
      }
    }
  }
  return mentions.sort((a, b) => (a.file === b.file ? a.range.start - b.range.start : 0));
}

interface Written {
  readonly text: LocatedText;
  readonly key: boolean;
}

function written(file: FileRecords, kind: NamedKind): Written[] {
  const keys = (texts: readonly LocatedText[]): Written[] => texts.map((text) => ({ text, key: true }));
  const values = (texts: readonly (LocatedText | undefined)[]): Written[] =>
    texts.flatMap((text) => (text ? [{ text, key: false }] : []));
  switch (kind) {
    case 'component':
      return [
        ...keys(file.components.map(({ name }) => name)),
        ...keys(file.ratings.map(({ component }) => component)),
        ...values(file.interfaces.flatMap(({ into }) => into)),
        ...values(file.ratingRules.map(({ match }) => match.component)),
        ...values(file.filters.flatMap(filterNames)),
      ];
    case 'interface':
      return [
        ...values(file.components.flatMap(({ interfaces }) => interfaces)),
        ...keys(file.interfaces.map(({ name }) => name)),
        ...keys(file.ratings.map((rating) => rating.interface)),
        ...values(file.ratingRules.map(({ match }) => match.interface)),
      ];
    case 'facility':
      return [
        ...keys(file.facilities.map(({ key }) => key)),
        ...values(file.components.map(({ facility }) => facility)),
        ...values(file.ratingRules.map(({ match }) => match.facility)),
      ];
  }
}

function filterNames(filter: FileRecords['filters'][number]): readonly LocatedText[] {
  switch (filter.kind) {
    case 'banned':
      return filter.sequence;
    case 'oneWay':
      return [filter.from, filter.to];
    case 'only':
      return [filter.from, filter.via, ...filter.to];
  }
}
