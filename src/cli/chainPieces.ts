import type { ChainSet } from '../chains/chainSet';
import { groupChains } from '../chains/groupChains';
import type { Grouping } from '../chains/groupings';
import { ChainJsonWriter } from '../report/chainJson';
import type { Snapshot } from '../workspace/snapshot';
import { SourceLocator } from '../workspace/sourceLocator';
import type { ChainLineJson, GroupJson, GroupLineJson, GroupsJson } from './chainsJson';
import { chainLines, groupLines } from './chainText';
import type { CommandIo } from './io';
import { listedPositions, type ListOptions } from './listedPositions';

/** How chains can be written. */
export type ChainFormat = 'text' | 'json' | 'ndjson' | 'sarif';

/** The chains of one model. */
export interface ComputedModel {
  readonly snapshot: Snapshot;
  readonly set: ChainSet;
  /** What the model is called where people read. */
  readonly label: string;
}

/** What is listed of the chains, and how. */
export interface ChainListing extends ListOptions {
  readonly format: Exclude<ChainFormat, 'sarif'>;
  readonly top?: number;
  readonly group?: readonly Grouping[];
  /** Whether there are several models. */
  readonly several: boolean;
  /** Rows of a text where `top` does not say; all without it. */
  readonly textRows: number | undefined;
}

/** The chains of some models, or groups of them, as text, JSON or a line of JSON each. */
export function* chainPieces(
  io: CommandIo,
  computed: Iterable<ComputedModel>,
  listing: ChainListing,
): Generator<string> {
  const { format, several } = listing;
  const list = format === 'json' && several;
  let separator = '';
  yield list ? '{"models":[' : '';
  for (const one of computed) {
    yield separator;
    yield* listing.group ? groups(io, one, listing, listing.group) : chains(io, one, listing);
    separator = list ? ',' : '';
  }
  yield list ? ']}\n' : format === 'json' ? '\n' : '';
}

function* chains(
  io: CommandIo,
  { snapshot, set, label }: ComputedModel,
  listing: ChainListing,
): Generator<string> {
  const { format, several, top } = listing;
  const fitting = listedPositions(set, listing);
  const positions = fitting.slice(0, top ?? (format === 'text' ? listing.textRows : undefined));
  if (format === 'text') {
    const below = top === 0 ? 0 : set.size - fitting.length;
    yield* chainLines(io, set, label, { positions, more: fitting.length - positions.length, below });
    return;
  }
  const writer = new ChainJsonWriter(set, snapshot.origins, new SourceLocator(snapshot));
  if (format === 'json') {
    yield* writer.document(positions);
    return;
  }
  for (const position of positions) {
    const chain = writer.chain(set.chain(position));
    const line: ChainLineJson = several ? { model: snapshot.model.name, ...chain } : chain;
    yield `${JSON.stringify(line)}\n`;
  }
}

function* groups(
  io: CommandIo,
  { snapshot, set, label }: ComputedModel,
  { format, several, top, textRows }: ChainListing,
  groupings: readonly Grouping[],
): Generator<string> {
  const all = groupChains(set, groupings);
  const listed = all.slice(0, top ?? (format === 'text' ? textRows : undefined));
  if (format === 'text') {
    yield* groupLines(io, set, label, { groupings, groups: listed, more: all.length - listed.length });
    return;
  }
  const writer = new ChainJsonWriter(set, snapshot.origins, new SourceLocator(snapshot));
  const json = listed.map(
    ({ best, ...group }): GroupJson => ({ ...group, best: writer.chain(set.chain(best)) }),
  );
  const { name } = snapshot.model;
  if (format === 'ndjson') {
    const lines = json.map((group): GroupLineJson => (several ? { model: name, ...group } : group));
    yield lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  } else {
    const value: GroupsJson = several ? { model: name, groups: json } : { groups: json };
    yield JSON.stringify(value);
  }
}
