import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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

/** The schema as it is shipped; empty where there is none. */
export function currentSchema(): string {
  return existsSync(PATH) ? readFileSync(PATH, 'utf8') : '';
}
