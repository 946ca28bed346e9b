import { STRIDE_TYPES, type StrideType } from '../formats/stride';
import { entryPoints } from '../model/entryPoints';
import type { Asset, Component, Model, Rating, Relation } from '../model/model';
import { compareCodePoints } from '../text/compare';
import { bannedSequences } from './bannedSequences';
import { FilterAutomaton } from './filterAutomaton';
import type { ChainOptions } from './options';

/**
 * A model as numbers. Components, interfaces and assets are numbered in code-point order of name or id; relations
 * in the order of (interface, component), so that comparing numbers compares names. Relations from
 * `relationCount` on are the steps into the components named by an entry's `into`: the entry acts there as an
 * interface of its own. EXT components are left out.
 */
export interface ChainGraph {
  readonly components: readonly Component[];
  readonly interfaces: readonly string[];
  readonly assets: readonly Asset[];
  /** The types asked for, in the order S T R I D E; index in this array = bit in every mask. */
  readonly types: readonly StrideType[];
  readonly relationCount: number;
  /** Component and interface per relation, `into` steps included. */
  readonly relationComponent: Int32Array;
  readonly relationInterface: Int32Array;
  /** The relation that rates each step: itself, or the one that an `into` step stands for. */
  readonly ratedBy: Int32Array;
  /** Relations of interface i: from `interfaceStart[i]` to `interfaceStart[i + 1]`, exclusive. */
  readonly interfaceStart: Int32Array;
  /** Relations of component c: `componentRelations` from `componentStart[c]` to `componentStart[c + 1]`. */
  readonly componentStart: Int32Array;
  readonly componentRelations: Int32Array;
  /** First steps, in the order of (interface, component). */
  readonly entryRelations: Int32Array;
  /** 1 for Virtual components. */
  readonly virtual: Uint8Array;
  /** Tenths (0 to 100) of p_T per relation and type: `relation * types.length + type`. */
  readonly tenths: Uint8Array;
  /** Bit t set: p_T > 0. All bits for relations of Virtual components. */
  readonly ratedMask: Uint8Array;
  /** Tenths of p_E per relation, for `stepRule: elevation`. */
  readonly elevationTenths: Uint8Array;
  /** Targets held by component c: `targets` (asset numbers) from `targetStart[c]` to `targetStart[c + 1]`. */
  readonly targetStart: Int32Array;
  readonly targets: Int32Array;
  /** Mask of the types that threaten each asset, by its number; undefined where all types threaten all of them. */
  readonly assetTypes: Uint8Array | undefined;
  /** Union of the masks of a component's targets; 0 where it holds none. */
  readonly componentTypes: Uint8Array;
  /** Undefined where no filter can match. */
  readonly filters: FilterAutomaton | undefined;
}

/** Turns a model into numbers for one set of options (`types`, `from`, `to` count here). */
export function compile(model: Model, options: ChainOptions): ChainGraph {
  const types = STRIDE_TYPES.filter((type) => options.types.includes(type));
  const components = [...model.components.values()]
    .filter(({ external }) => !external)
    .sort((a, b) => compareCodePoints(a.name, b.name));
  const componentNumber = new Map(components.map(({ name }, number) => [name, number]));
  const interfaces = [...new Set(components.flatMap(({ relations }) => [...relations.keys()]))].sort(
    compareCodePoints,
  );
  const interfaceNumber = new Map(interfaces.map((name, number) => [name, number]));
  const virtual = Uint8Array.from(components, (component) => (component.virtual ? 1 : 0));

  const relations = numberRelations(components, interfaces.length, interfaceNumber);
  const entries = numberEntries(model, options, relations, componentNumber, interfaceNumber);
  const all = [...relations.list, ...entries.into];
  const targets = numberTargets(model, options, components);
  const threats = threatenedBy(targets, types);
  const sequences = bannedSequences(model.filters, componentNumber, virtual);

  return {
    components,
    interfaces,
    assets: targets.assets,
    types,
    relationCount: relations.list.length,
    relationComponent: Int32Array.from(all, ({ component }) => component),
    relationInterface: Int32Array.from(all, ({ interface: number }) => number),
    ratedBy: Int32Array.from([...relations.list.keys(), ...entries.ratedBy]),
    interfaceStart: relations.interfaceStart,
    componentStart: relations.componentStart,
    componentRelations: relations.componentRelations,
    entryRelations: Int32Array.from(entries.first),
    virtual,
    ...rate(all, types),
    targetStart: targets.start,
    targets: targets.list,
    ...threats,
    filters: sequences.length > 0 ? new FilterAutomaton(sequences, virtual) : undefined,
  };
}

interface NumberedRelation {
  readonly component: number;
  readonly interface: number;
  readonly virtual: boolean;
  readonly relation: Relation;
}

interface RelationNumbers {
  readonly list: readonly NumberedRelation[];
  readonly interfaceStart: Int32Array;
  readonly componentStart: Int32Array;
  readonly componentRelations: Int32Array;
}

function numberRelations(
  components: readonly Component[],
  interfaceCount: number,
  interfaceNumber: ReadonlyMap<string, number>,
): RelationNumbers {
  const list: NumberedRelation[] = [];
  for (const [component, { relations, virtual }] of components.entries()) {
    for (const [name, relation] of relations) {
      list.push({ component, interface: interfaceNumber.get(name) as number, virtual, relation });
    }
  }
  list.sort((a, b) => a.interface - b.interface || a.component - b.component);
  const interfaceStart = starts(interfaceCount, list, (relation) => relation.interface);
  const componentStart = starts(components.length, list, (relation) => relation.component);
  const cursor = componentStart.slice();
  const componentRelations = new Int32Array(list.length);
  for (const [number, { component }] of list.entries()) {
    componentRelations[cursor[component] as number] = number;
    cursor[component] = (cursor[component] as number) + 1;
  }
  return { list, interfaceStart, componentStart, componentRelations };
}

/** Start of every group when `items` stand grouped by `groupOf`; one more cell than groups. */
function starts<T>(groups: number, items: Iterable<T>, groupOf: (item: T) => number): Int32Array {
  const start = new Int32Array(groups + 1);
  for (const item of items) {
    const next = groupOf(item) + 1;
    start[next] = (start[next] as number) + 1;
  }
  for (let group = 0; group < groups; group++) {
    start[group + 1] = (start[group + 1] as number) + (start[group] as number);
  }
  return start;
}

interface EntryNumbers {
  /** The relations that only an entry with `into` has. */
  readonly into: readonly NumberedRelation[];
  /** Numbers of the relations that rate them. */
  readonly ratedBy: readonly number[];
  /** First steps: numbers of relations, those of `into` counted on from the last real one. */
  readonly first: readonly number[];
}

function numberEntries(
  model: Model,
  options: ChainOptions,
  relations: RelationNumbers,
  componentNumber: ReadonlyMap<string, number>,
  interfaceNumber: ReadonlyMap<string, number>,
): EntryNumbers {
  const intoRelations: NumberedRelation[] = [];
  const ratedBy: number[] = [];
  const first: number[] = [];
  const entries = entryPoints(model)
    .filter(({ name }) => interfaceNumber.has(name) && (options.from?.has(name) ?? true))
    .sort((a, b) => compareCodePoints(a.name, b.name));
  for (const entry of entries) {
    const number = interfaceNumber.get(entry.name) as number;
    // Without `entry: true`, `into` marks nothing.
    const into = entry.entry === true ? entry.into : [];
    const reached = new Set(into.map((name) => componentNumber.get(name)));
    const end = relations.interfaceStart[number + 1] as number;
    for (let relation = relations.interfaceStart[number] as number; relation < end; relation++) {
      const numbered = relations.list[relation] as NumberedRelation;
      if (into.length === 0) {
        first.push(relation);
      } else if (reached.has(numbered.component)) {
        first.push(relations.list.length + intoRelations.length);
        intoRelations.push(numbered);
        ratedBy.push(relation);
      }
    }
  }
  return { into: intoRelations, ratedBy, first };
}

interface TargetNumbers {
  readonly assets: readonly Asset[];
  readonly start: Int32Array;
  readonly list: Int32Array;
}

/** The types, as masks, that threaten assets and the components that hold them. */
function threatenedBy(
  { assets, start, list }: TargetNumbers,
  types: readonly StrideType[],
): Pick<ChainGraph, 'assetTypes' | 'componentTypes'> {
  const allTypes = (1 << types.length) - 1;
  const masks = Uint8Array.from(assets, ({ stride }) =>
    types.reduce((mask, type, bit) => mask | (stride?.includes(type) === false ? 0 : 1 << bit), 0),
  );
  const componentTypes = new Uint8Array(start.length - 1);
  for (let component = 0; component < componentTypes.length; component++) {
    for (let i = start[component] as number; i < (start[component + 1] as number); i++) {
      componentTypes[component] =
        (componentTypes[component] as number) | (masks[list[i] as number] as number);
    }
  }
  return { assetTypes: masks.every((mask) => mask === allTypes) ? undefined : masks, componentTypes };
}

function numberTargets(model: Model, options: ChainOptions, components: readonly Component[]): TargetNumbers {
  const number = new Map(components.map(({ name }, index) => [name, index]));
  const holder = (asset: Asset): number | undefined => {
    const component = number.get(asset.component);
    return component === undefined || components[component]?.virtual ? undefined : component;
  };
  const assets = [...model.assets.values()]
    .filter((asset) => (options.to?.has(asset.id) ?? true) && holder(asset) !== undefined)
    .sort((a, b) => compareCodePoints(a.id, b.id));
  const start = starts(components.length, assets, (asset) => holder(asset) as number);
  const cursor = start.slice();
  const list = new Int32Array(assets.length);
  for (const [index, asset] of assets.entries()) {
    const component = holder(asset) as number;
    list[cursor[component] as number] = index;
    cursor[component] = (cursor[component] as number) + 1;
  }
  return { assets, start, list };
}

function rate(
  relations: readonly NumberedRelation[],
  types: readonly StrideType[],
): Pick<ChainGraph, 'tenths' | 'ratedMask' | 'elevationTenths'> {
  const tenths = new Uint8Array(relations.length * types.length);
  const ratedMask = new Uint8Array(relations.length);
  const elevationTenths = new Uint8Array(relations.length);
  const allTypes = (1 << types.length) - 1;
  for (const [index, { relation, virtual }] of relations.entries()) {
    let mask = 0;
    for (const [bit, type] of types.entries()) {
      const value = tenthsOf(relation.ratings[type]);
      tenths[index * types.length + bit] = value;
      mask |= value > 0 ? 1 << bit : 0;
    }
    ratedMask[index] = virtual ? allTypes : mask;
    elevationTenths[index] = tenthsOf(relation.ratings.E);
  }
  return { tenths, ratedMask, elevationTenths };
}

function tenthsOf(rating: Rating | undefined): number {
  return rating === undefined ? 0 : Math.round(rating.score * 10);
}
