import type { Column } from '../formats/csv/tables';
import type { RatingKey, RatingRecord, TechniqueRecord } from '../formats/records';
import type { StrideType } from '../formats/stride';
import type { YamlValue } from '../formats/yaml/yamlText';

/** What a worksheet says of a relation beside its ratings. */
export const TEXT_KEYS = ['note', 'status', 'ref', 'techniques'] as const;

export type TextKey = (typeof TEXT_KEYS)[number];

/** Whether a key is none of a rating. */
export function isTextKey(key: StrideType | TextKey): key is TextKey {
  return (TEXT_KEYS as readonly string[]).includes(key);
}

/** The columns that hold these texts. */
export const TEXT_COLUMNS = {
  note: 'Note',
  status: 'Status',
  ref: 'Ref',
  techniques: 'Techniques',
} as const satisfies Record<TextKey, Column>;

/** What records of one relation say; empty where none says anything. Of several statuses or references the first counts. */
export function textOfRecords(records: readonly RatingRecord[], key: TextKey): string {
  switch (key) {
    case 'note':
      return [...new Set(records.flatMap(({ note }) => note?.value ?? []))].join('; ');
    case 'techniques':
      return techniquesText(records.flatMap(({ techniques }) => techniques));
    case 'status':
    case 'ref':
      return records.flatMap((record) => record[key]?.value ?? [])[0] ?? '';
  }
}

/** Techniques as a cell of a table holds them: `T1068`, or `E: T1068 T1078; D: T1499`; ids in order, each once. */
export function techniquesText(techniques: readonly TechniqueRecord[]): string {
  const types = idsByType(techniques);
  const [only] = types;
  if (types.length === 1 && only?.[0] === 'all') {
    return only[1].join(' ');
  }
  return types.map(([type, ids]) => `${type}: ${ids.join(' ')}`).join('; ');
}

/** Techniques as a YAML file holds them. */
export function techniquesValue(techniques: readonly TechniqueRecord[]): YamlValue {
  const types = idsByType(techniques);
  const [only] = types;
  return types.length === 1 && only?.[0] === 'all' ? only[1] : Object.fromEntries(types);
}

function idsByType(techniques: readonly TechniqueRecord[]): [RatingKey, string[]][] {
  const byType = new Map<RatingKey, Set<string>>();
  for (const { type, ids } of techniques) {
    const own = byType.get(type) ?? new Set();
    byType.set(type, own);
    for (const { value } of ids) {
      own.add(value);
    }
  }
  const order: readonly RatingKey[] = ['all', 'S', 'T', 'R', 'I', 'D', 'E'];
  return order.flatMap((type): [RatingKey, string[]][] => {
    const ids = [...(byType.get(type) ?? [])].sort();
    return ids.length === 0 ? [] : [[type, ids]];
  });
}
