import * as z from 'zod';
import { ASSET_RATINGS } from '../assetRatings';
import { DIAGNOSTIC_CODES } from '../diagnosticCodes';
import { SEVERITIES } from '../finding';
import { STRIDE_TYPES, strideName } from '../stride';

const name = z.string().min(1);
const names = z.array(name);

const cell = z
  .union([z.string(), z.number().min(0).max(10), z.null()])
  .describe('A CVSS vector, a score from 0 to 10 with at most one decimal, the name of a vector, or none.');

const strideCells = Object.fromEntries(
  STRIDE_TYPES.map((type) => [type, cell.optional().meta({ title: strideName(type) })]),
) as Record<(typeof STRIDE_TYPES)[number], z.ZodOptional<typeof cell>>;

const techniques = z
  .union([names, z.partialRecord(z.enum([...STRIDE_TYPES, 'all']), names)])
  .describe('ATT&CK technique ids: a list for all rated types, or a list per STRIDE type.');

/** Keys of one relation's ratings. */
export const ratingSchema = z
  .strictObject({
    ...strideCells,
    all: cell.optional().meta({ title: 'All types that are not named' }),
    techniques: techniques.optional(),
    note: z.string().optional().describe('Why it is rated so.'),
    status: z.enum(['draft', 'agreed']).optional(),
    ref: z.string().optional().describe('A reference into another system, such as a ticket.'),
  })
  .meta({ title: 'Ratings of a relation' });

const axis = z.number().min(0).max(5).nullable().optional();

/** A type by letter or name, in any case; JSON Schema has no flag for that. */
const STRIDE_WORD = new RegExp(
  `^(${STRIDE_TYPES.flatMap((type) => [type, strideName(type)])
    .map((word) => word.replace(/[a-z]/gi, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`))
    .join('|')})$`,
);

/** Keys of one asset. */
export const assetSchema = z
  .strictObject({
    id: name.optional().describe('Unique in the model; Component/Asset without it.'),
    ...(Object.fromEntries(ASSET_RATINGS.map((rating) => [rating, axis])) as Record<
      (typeof ASSET_RATINGS)[number],
      typeof axis
    >),
    stride: z
      .array(z.union([z.enum(STRIDE_TYPES), z.string().regex(STRIDE_WORD)]))
      .nullable()
      .optional()
      .describe('The STRIDE types that threaten it, by letter or name; all without it.'),
    description: z.string().optional(),
  })
  .meta({ title: 'Asset', description: 'What is to be protected, rated from 0 to 5.' });

/** Keys of one component. */
export const componentSchema = z
  .strictObject({
    facility: name.optional().describe('The place or zone it belongs to.'),
    labels: names
      .optional()
      .describe(
        'Communication: a channel. Virtual: joins interfaces and is passed through. EXT: out of scope.',
      ),
    interfaces: names.optional().describe('Ports, buses and terminals by which it is entered and left.'),
    assets: z.record(name, assetSchema.nullable()).optional(),
    description: z.string().optional(),
  })
  .meta({ title: 'Component', description: 'Anything that can be hacked: computer, VM, ECU, network.' });

/** Keys of one facility. */
export const facilitySchema = z.strictObject({ description: z.string().optional() });

/** Keys of one interface. */
export const interfaceSchema = z
  .strictObject({
    entry: z.boolean().optional().describe('Attack chains begin here.'),
    into: names.optional().describe('The only components an outsider reaches through this entry.'),
    attackers: names.optional().describe('Who attacks here: keys of attackers.'),
    periods: names.optional().describe('When: keys of periods.'),
    description: z.string().optional(),
  })
  .meta({ title: 'Interface', description: 'An entry point of one or more components.' });

/** Keys of a rule's match. */
export const matchSchema = z
  .strictObject({
    interface: name.optional(),
    component: name.optional(),
    facility: name.optional(),
    label: name.optional(),
  })
  .meta({
    title: 'Match',
    description: 'All must fit; * stands for any run of characters, but not in a label.',
  });

/** Keys of a rating rule. */
export const ratingRuleSchema = z
  .strictObject({
    match: matchSchema,
    ...strideCells,
    all: cell.optional().meta({ title: 'All types that are not named' }),
    techniques: techniques.optional(),
    note: z.string().optional(),
  })
  .meta({ title: 'Rating rule', description: 'Rates relations that have no rating of their own.' });

/** Keys of a one-way rule. */
export const oneWaySchema = z.strictObject({ from: name, to: name });

/** Keys of an only rule. */
export const onlySchema = z.strictObject({ from: name, via: name, to: names });

/** Keys of the filters. */
export const filtersSchema = z
  .strictObject({
    banned: z
      .array(names)
      .optional()
      .describe('Sequences of component names no chain may contain; * is any one.'),
    oneWay: z.array(oneWaySchema).optional().describe('No way from `to` straight back to `from`.'),
    only: z.array(onlySchema).optional().describe('What `from` may reach through `via`: nothing but `to`.'),
  })
  .meta({ title: 'Filters' });

/** All settings. */
export const settingsSchema = z
  .strictObject({
    maxLength: z
      .int()
      .min(1)
      .optional()
      .describe('HAS_INTERFACE relationships from entry to target; default 13.'),
    minProbability: z
      .number()
      .min(0)
      .max(10)
      .optional()
      .describe('Chains with a lower P are left out; default 0.'),
    maxChains: z.int().min(1).optional().describe('Most chains kept; default 1,000,000.'),
    countLimit: z.int().min(1).optional().describe('Most chains enumerated; default 2,000,000.'),
    searchLimit: z
      .int()
      .min(1)
      .optional()
      .describe('Most expansions of the best-first search; default 5,000,000.'),
    stride: z.array(z.enum(STRIDE_TYPES)).optional().describe('The STRIDE types to compute.'),
    stepRule: z.enum(['same', 'elevation']).optional().describe('What rates the steps before the last.'),
    uniqueness: z
      .enum(['nodes', 'relationships'])
      .optional()
      .describe('What may not occur twice in a chain.'),
    score: z.enum(['base', 'overall']).optional().describe('Which CVSS score counts.'),
    thresholds: z
      .strictObject({
        high: z.number().min(0).max(10).optional(),
        medium: z.number().min(0).max(10).optional(),
      })
      .optional()
      .describe('From which P on a chain is High or Medium; default 7 and 4.'),
    weight: z.enum(ASSET_RATINGS).optional().describe('The asset rating that turns P into a risk.'),
    severity: z
      .partialRecord(z.enum(DIAGNOSTIC_CODES), z.enum(SEVERITIES))
      .optional()
      .describe('Levels of diagnostics by code.'),
  })
  .meta({ title: 'Settings' });

/** A TMG file in YAML. */
export const documentSchema = z
  .strictObject({
    tmg: z.literal(1).optional().describe('Version of the file format.'),
    name: name.optional().describe("Name of the model; its folder's name without it."),
    settings: settingsSchema.optional(),
    attackers: z.record(name, z.string()).optional().describe('Who attacks, by key.'),
    periods: z.record(name, z.string()).optional().describe('When, by key.'),
    facilities: z
      .record(name, facilitySchema.nullable())
      .optional()
      .describe('Places and zones. Once there, it declares all names.'),
    components: z.record(name, componentSchema.nullable()).optional(),
    interfaces: z.record(name, interfaceSchema.nullable()).optional(),
    vectors: z.record(name, z.string()).optional().describe('Named CVSS vectors.'),
    ratings: z
      .record(name, z.record(name, ratingSchema.nullable()))
      .optional()
      .describe('By component and interface.'),
    ratingRules: z.array(ratingRuleSchema).optional(),
    filters: filtersSchema.optional(),
    attack: z
      .strictObject({ bundles: names.optional(), rules: names.optional() })
      .optional()
      .describe('ATT&CK bundles and SIGMA rules of the workspace, as globs.'),
  })
  .meta({ title: 'TMG model file', description: 'A Threat Modeling Graph, or a part of one.' });

/** A key of the document's top level. */
export type DocumentKey = keyof typeof documentSchema.shape;
