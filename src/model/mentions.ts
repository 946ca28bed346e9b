import type { FileRecords, FilterRecord, LocatedText, RatingCells } from '../formats/records';
import type { Origins, Place } from './origins';

/** What a name is the name of. */
export const NAMED_KINDS = [
  'component',
  'interface',
  'asset',
  'facility',
  'attacker',
  'period',
  'vector',
] as const;

export type NamedKind = (typeof NAMED_KINDS)[number];

/** A place where a name is written: as a key of a map, or as a value. */
export interface Mention extends Place {
  readonly key: boolean;
}

/** A mention with what it names. */
export interface NameMention extends Mention {
  readonly kind: NamedKind;
  readonly name: string;
  /** The component that holds an asset; undefined for all other kinds. */
  readonly component: string | undefined;
  /** Whether it makes or describes what it names; others only refer to it. */
  readonly declares: boolean;
  /** Whether `*` in it stands for other names, so that it names nothing itself. */
  readonly pattern: boolean;
}

/**
 * Every place where the files write a name of one kind, patterns with `*` aside; in the order of files, each place once.
 * @param component the holder, where the name is an asset's
 */
export function mentionsOf(
  origins: Pick<Origins, 'files'>,
  kind: NamedKind,
  name: string,
  component?: string,
): NameMention[] {
  return origins.files.flatMap((file) => {
    const found: NameMention[] = [];
    for (const mention of mentionsIn(file, [kind])) {
      if (mention.name === name && !mention.pattern && mention.component === component) {
        found.push(mention);
      }
    }
    return found.sort((a, b) => a.range.start - b.range.start);
  });
}

/** The names that a file writes, kind by kind, each place once. */
export function* mentionsIn(
  file: FileRecords,
  kinds: readonly NamedKind[] = NAMED_KINDS,
): Generator<NameMention> {
  for (const kind of kinds) {
    // Rows of several interfaces make several records of the same cells, and of some cells only the whole is known.
    const firstAt = new Map<number, string>();
    const more = new Set<string>();
    for (const { text, key = false, declares = false, pattern = false, component } of WRITTEN[kind](file)) {
      const { value: name, range } = text;
      const first = firstAt.get(range.start);
      if (first === undefined) {
        firstAt.set(range.start, name);
      } else {
        const place = `${range.start} ${name}`;
        if (first === name || more.has(place)) {
          continue;
        }
        more.add(place);
      }
      yield { file: file.file, range, kind, name, component, key, declares, pattern };
    }
  }
}

interface Written {
  readonly text: LocatedText;
  readonly key?: boolean;
  readonly declares?: boolean;
  readonly pattern?: boolean;
  readonly component?: string;
}

const WRITTEN: Readonly<Record<NamedKind, (file: FileRecords) => Generator<Written>>> = {
  *component(file) {
    for (const { name } of file.components) {
      yield { text: name, key: true, declares: true };
    }
    for (const { component } of file.ratings) {
      yield { text: component, key: true };
    }
    for (const { into } of file.interfaces) {
      yield* references(into);
    }
    yield* matched(file, 'component');
    for (const filter of file.filters) {
      yield* filterNames(filter);
    }
  },
  *interface(file) {
    for (const { interfaces } of file.components) {
      for (const text of interfaces) {
        yield { text, declares: true };
      }
    }
    for (const { name } of file.interfaces) {
      yield { text: name, key: true, declares: true };
    }
    for (const rating of file.ratings) {
      yield { text: rating.interface, key: true };
    }
    yield* matched(file, 'interface');
  },
  *asset(file) {
    for (const { name: component, assets } of file.components) {
      for (const { name } of assets) {
        yield { text: name, key: true, declares: true, component: component.value };
      }
    }
  },
  *facility(file) {
    yield* declarations(file.facilities);
    for (const { facility } of file.components) {
      if (facility) {
        yield { text: facility };
      }
    }
    yield* matched(file, 'facility');
  },
  *attacker(file) {
    yield* declarations(file.attackers);
    for (const { attackers } of file.interfaces) {
      yield* references(attackers);
    }
  },
  *period(file) {
    yield* declarations(file.periods);
    for (const { periods } of file.interfaces) {
      yield* references(periods);
    }
  },
  *vector(file) {
    for (const { name } of file.vectors) {
      yield { text: name, key: true, declares: true };
    }
    for (const { cells } of file.ratings) {
      yield* cellNames(cells);
    }
    for (const { cells } of file.ratingRules) {
      yield* cellNames(cells);
    }
  },
};

function* declarations(records: FileRecords['facilities']): Generator<Written> {
  for (const { key } of records) {
    yield { text: key, key: true, declares: true };
  }
}

function* references(texts: readonly LocatedText[]): Generator<Written> {
  for (const text of texts) {
    yield { text };
  }
}

function* matched(file: FileRecords, key: 'component' | 'interface' | 'facility'): Generator<Written> {
  for (const { match } of file.ratingRules) {
    const text = match[key];
    if (text) {
      yield { text, pattern: text.value.includes('*') };
    }
  }
}

function* cellNames(cells: RatingCells): Generator<Written> {
  for (const { value, range } of Object.values(cells)) {
    if (value.kind === 'name') {
      yield { text: { value: value.name, range } };
    }
  }
}

function* filterNames(filter: FilterRecord): Generator<Written> {
  switch (filter.kind) {
    case 'banned':
      for (const text of filter.sequence) {
        yield { text, pattern: text.value === '*' };
      }
      return;
    case 'oneWay':
      yield* references([filter.from, filter.to]);
      return;
    case 'only':
      yield* references([filter.from, filter.via, ...filter.to]);
  }
}
