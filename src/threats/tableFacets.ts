import type { ChainSet } from '../chains/chainSet';
import { entryByNode, lengthByNode } from '../chains/pathTree';
import { STRIDE_TYPES, type StrideType } from '../formats/stride';
import type { Asset } from '../model/model';
import { compareCodePoints } from '../text/compare';
import type { TableColumn } from './tableQuery';

/** What there is to filter by among the kept chains of a set. */
export interface Facets {
  readonly assets: readonly { readonly id: string; readonly label: string }[];
  readonly entries: readonly string[];
  readonly attackers: readonly { readonly key: string; readonly name: string }[];
  readonly types: readonly StrideType[];
  readonly lengths: readonly number[];
  readonly emptyColumns: readonly TableColumn[];
}

/** What an asset is called where it stands alone. */
export function assetLabel({ name, component }: Pick<Asset, 'name' | 'component'>): string {
  return `${name} of ${component}`;
}

/** Collects what the kept chains have. */
export function tableFacets(chains: ChainSet): Facets {
  const { model, graph } = chains;
  const { nodeCount, chainNode, chainTarget } = chains.paths;
  const isTarget = new Uint8Array(graph.assets.length * 8);
  const isEnd = new Uint8Array(nodeCount);
  for (let position = 0; position < chains.size; position++) {
    isTarget[chainTarget[position] as number] = 1;
    isEnd[chainNode[position] as number] = 1;
  }
  const assets = new Set<number>();
  const types = new Set<StrideType>();
  for (const target of isTarget.keys()) {
    const type = graph.types[target & 7];
    if (isTarget[target] === 1 && type) {
      assets.add(target >> 3);
      types.add(type);
    }
  }
  const entry = entryByNode(chains);
  const length = lengthByNode(chains);
  const entryNumbers = new Set<number>();
  const lengths = new Set<number>();
  for (let node = 0; node < nodeCount; node++) {
    if (isEnd[node] === 1) {
      entryNumbers.add(entry[node] as number);
      lengths.add(length[node] as number);
    }
  }
  // Numbers stand in the order of names.
  const entries = [...entryNumbers].sort((a, b) => a - b).flatMap((number) => graph.interfaces[number] ?? []);
  const held = [...assets].flatMap((number) => graph.assets[number] ?? []);
  const keys = new Set(entries.flatMap((name) => model.interfaces.get(name)?.attackers ?? []));
  const { weight } = model.settings;
  const empty: readonly (readonly [TableColumn, boolean])[] = [
    ['Facility', held.every(({ component }) => model.components.get(component)?.facility === undefined)],
    ['Rating: Security', held.every(({ ratings }) => ratings.security === undefined)],
    ['Rating: Operation', held.every(({ ratings }) => ratings.operation === undefined)],
    ['Rating: Tech', held.every(({ ratings }) => ratings.tech === undefined)],
    ['Rating: Compliance', held.every(({ ratings }) => ratings.compliance === undefined)],
    ['Risk', held.every(({ ratings }) => weight === undefined || ratings[weight] === undefined)],
  ];
  return {
    assets: held
      .map((asset) => ({ id: asset.id, label: assetLabel(asset) }))
      .sort((a, b) => compareCodePoints(a.label, b.label)),
    entries,
    attackers: [...keys].map((key) => ({ key, name: model.attackers.get(key) ?? key })),
    types: STRIDE_TYPES.filter((type) => types.has(type)),
    lengths: [...lengths].sort((a, b) => a - b),
    emptyColumns: held.length === 0 ? [] : empty.flatMap(([column, isEmpty]) => (isEmpty ? [column] : [])),
  };
}
