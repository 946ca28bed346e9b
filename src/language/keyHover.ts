import { columnAt } from '../formats/csv/headerColumns';
import type { Column } from '../formats/csv/tables';
import type { FileRecords } from '../formats/records';
import { type SchemaDocs, schemaDocs } from '../formats/yaml/schemaDocs';
import { yamlKeyAt } from '../formats/yaml/yamlKeyAt';
import type { YamlPath } from '../formats/yaml/yamlPathAt';
import type { Hover } from './hoverText';
import { LABEL_MEANINGS } from './labelMeanings';
import { escapeMarkdown, paragraphs } from './markdown';
import { touches } from './nameAt';

/** Where the schema describes what a column holds. */
const COLUMN_PATHS: Readonly<Partial<Record<Column, YamlPath>>> = {
  Facility: ['components', '', 'facility'],
  Component: ['components', ''],
  Asset: ['components', '', 'assets'],
  Id: ['components', '', 'assets', '', 'id'],
  Interface: ['interfaces', ''],
  S: ['ratings', '', '', 'S'],
  T: ['ratings', '', '', 'T'],
  R: ['ratings', '', '', 'R'],
  I: ['ratings', '', '', 'I'],
  D: ['ratings', '', '', 'D'],
  E: ['ratings', '', '', 'E'],
  All: ['ratings', '', '', 'all'],
  CVSS: ['ratings', '', '', 'S'],
  Techniques: ['ratings', '', '', 'techniques'],
  Note: ['ratings', '', '', 'note'],
  Ref: ['ratings', '', '', 'ref'],
  Entry: ['interfaces', '', 'entry'],
  Into: ['interfaces', '', 'into'],
  Attackers: ['interfaces', '', 'attackers'],
  Periods: ['interfaces', '', 'periods'],
  Vector: ['vectors'],
  Banned: ['filters', 'banned'],
};

/** What the schema says about the key or column at an offset, or what the label there does. */
export function keyHover(records: FileRecords, offset: number): Hover | undefined {
  return labelHover(records, offset) ?? (records.format === 'csv' ? columnHover : yamlHover)(records, offset);
}

function labelHover({ components }: FileRecords, offset: number): Hover | undefined {
  for (const { labels } of components) {
    for (const { value, range } of labels) {
      const meaning = LABEL_MEANINGS.get(value);
      if (meaning !== undefined && touches(range, offset)) {
        return { range, markdown: `**${value}** (label): ${meaning}` };
      }
    }
  }
  return undefined;
}

function yamlHover({ text }: FileRecords, offset: number): Hover | undefined {
  const key = yamlKeyAt(text, offset);
  const docs = key && schemaDocs(key.path);
  const markdown = key && docs && docsText(String(key.path.at(-1) ?? ''), docs);
  return markdown ? { range: key.range, markdown } : undefined;
}

function columnHover({ text }: FileRecords, offset: number): Hover | undefined {
  const found = columnAt(text, offset);
  const path = found && COLUMN_PATHS[found.column];
  const docs = path && schemaDocs(path);
  const markdown = found && docs && docsText(found.column, docs);
  return markdown ? { range: found.range, markdown } : undefined;
}

function docsText(key: string, { title, description, words }: SchemaDocs): string | undefined {
  if (title === undefined && description === undefined && words.length === 0) {
    return undefined;
  }
  const name = title === undefined || title === key ? '' : ` (${escapeMarkdown(title)})`;
  return paragraphs([
    `**${escapeMarkdown(key)}**${name}`,
    escapeMarkdown(description ?? ''),
    words.length > 0 ? `One of: ${words.map(escapeMarkdown).join(', ')}` : '',
  ]);
}
