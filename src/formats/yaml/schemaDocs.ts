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

/** What can stand at a path: `names` is a map whose keys are free, `keys` one whose keys are known. */
export type SchemaShape = 'keys' | 'names' | 'list' | 'boolean' | 'words' | 'scalar';

/** What the schema says about the value at a path; undefined where it knows no such path. */
export function schemaDocs(path: YamlPath): SchemaDocs | undefined {
  const schema = schemaAt(path);
  if (!schema) {
    return undefined;
  }
  // A map of records says no more than what its records are.
  const layers = [...layersOf(schema), ...layersOf(itemOf(schema))];
  const metas = layers.map((layer) => z.globalRegistry.get(layer));
  return {
    title: metas.find((meta) => meta?.title)?.title,
    description: metas.find((meta) => meta?.description)?.description,
    words: alternatives(schema).flatMap(wordsOf),
  };
}

function wordsOf(schema: z.core.$ZodType): string[] {
  if (schema instanceof z.ZodLiteral) {
    return [...schema.values].map(String);
  }
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}

/** The keys that a map at a path can have, in the schema's order; none where they are free or no map can stand there. */
export function schemaKeys(path: YamlPath): readonly string[] {
  return alternatives(schemaAt(path)).flatMap((schema) => {
    if (schema instanceof z.ZodObject) {
      return Object.keys(schema.shape);
    }
    const key = schema instanceof z.ZodRecord ? schema.keyType : undefined;
    return key instanceof z.ZodEnum ? key.options.map(String) : [];
  });
}

/** What can stand at a path, of several the last that has parts; undefined where the schema knows no such path. */
export function schemaShape(path: YamlPath): SchemaShape | undefined {
  const shapes = alternatives(schemaAt(path)).map(shapeOf);
  return shapes.findLast((shape) => shape !== 'scalar') ?? shapes[0];
}

function shapeOf(schema: z.core.$ZodType): SchemaShape {
  if (schema instanceof z.ZodRecord) {
    return schema.keyType instanceof z.ZodEnum ? 'keys' : 'names';
  }
  if (schema instanceof z.ZodObject) {
    return 'keys';
  }
  if (schema instanceof z.ZodArray) {
    return 'list';
  }
  if (schema instanceof z.ZodBoolean) {
    return 'boolean';
  }
  return schema instanceof z.ZodEnum ? 'words' : 'scalar';
}

function schemaAt(path: YamlPath): z.core.$ZodType | undefined {
  let schema: z.core.$ZodType | undefined = documentSchema;
  for (const key of path) {
    schema = schema && child(schema, key);
  }
  return schema;
}

/** A schema without what wraps it; of a union each part. */
function alternatives(schema: z.core.$ZodType | undefined): z.core.$ZodType[] {
  const inner = layersOf(schema).at(-1);
  return inner instanceof z.ZodUnion ? inner.options.flatMap(alternatives) : inner ? [inner] : [];
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
