import * as z from 'zod';
import { documentSchema } from './documentSchema';
import type { YamlPath } from './yamlPathAt';

/** What the schema says about a key. */
export interface SchemaDocs {
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** The words it can have, where only some are allowed. */
  readonly words: readonly string[];
}

/** What the schema says about the value at a path; undefined where it knows no such path. */
export function schemaDocs(path: YamlPath): SchemaDocs | undefined {
  let schema: z.core.$ZodType | undefined = documentSchema;
  for (const key of path) {
    schema = schema && child(schema, key);
  }
  if (!schema) {
    return undefined;
  }
  // A map of records says no more than what its records are.
  const layers = [...layersOf(schema), ...layersOf(itemOf(schema))];
  const metas = layers.map((layer) => z.globalRegistry.get(layer));
  return {
    title: metas.find((meta) => meta?.title)?.title,
    description: metas.find((meta) => meta?.description)?.description,
    words: layersOf(schema).flatMap((layer) => (layer instanceof z.ZodEnum ? layer.options.map(String) : [])),
  };
}

function child(schema: z.core.$ZodType, key: string | number): z.core.$ZodType | undefined {
  const inner = layersOf(schema).at(-1);
  if (inner instanceof z.ZodObject) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = inner.shape;
    return Object.hasOwn(shape, key) ? shape[key] : undefined;
  }
  if (inner instanceof z.ZodUnion) {
    return inner.options.map((option) => child(option, key)).find((found) => found !== undefined);
  }
  return itemOf(schema);
}

/** What a list or map holds. */
function itemOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  const inner = layersOf(schema).at(-1);
  if (inner instanceof z.ZodRecord) {
    return inner.valueType;
  }
  return inner instanceof z.ZodArray ? inner.element : undefined;
}

/** A schema and what it wraps, outermost first. */
function layersOf(schema: z.core.$ZodType | undefined): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return [schema, ...layersOf(schema.unwrap())];
  }
  return schema ? [schema] : [];
}
