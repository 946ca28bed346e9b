import { columnAt } from '../formats/csv/headerColumns';
import type { FileRecords } from '../formats/records';
import { type SchemaDocs, schemaDocs } from '../formats/yaml/schemaDocs';
import { yamlKeyAt } from '../formats/yaml/yamlKeyAt';
import { columnDocs } from './columnDocs';
import type { Hover } from './hoverText';
import { LABEL_MEANINGS } from './labelMeanings';
import { escapeMarkdown, paragraphs } from './markdown';
import { touches } from './nameAt';

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
  const docs = found && columnDocs(found.column);
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
