import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { documentSchema } from '../src/formats/yaml/documentSchema';

const PATH = 'schemas/tmg.schema.json';

/** The JSON Schema of TMG files in YAML, as text: draft 7, which YAML language servers read. */
export function schemaText(): string {
  const schema = z.toJSONSchema(documentSchema, { target: 'draft-7', io: 'input' });
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

/** Writes the schema where it is shipped. */
export function writeSchema(): void {
  writeFileSync(PATH, schemaText());
}

/** Whether the shipped schema is the one that the source describes. */
export function schemaIsCurrent(): boolean {
  return readFileSync(PATH, 'utf8') === schemaText();
}
