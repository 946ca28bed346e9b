import type { ChainFigure, ChainFigures } from '../chains/chainFigures';
import type { FileRecords, LocatedText } from '../formats/records';
import { entryPoints } from '../model/entryPoints';
import type { Model } from '../model/model';
import type { TextRange } from '../text/range';
import type { Snapshot } from '../workspace/snapshot';
import { recordsOf } from './nameAt';

/** What a lens is about. */
export interface LensTarget {
  readonly kind: 'component' | 'asset' | 'entry';
  /** Of an asset its id. */
  readonly name: string;
}

/** A line above a declaration that says what was computed. */
export interface CodeLens {
  readonly range: TextRange;
  readonly target: LensTarget;
  /** Undefined where no chain touches it, or nothing has been computed. */
  readonly figure: ChainFigure | undefined;
}

/**
 * Lenses of a file, in the order of the text: on the first declaration there of every component that chains can
 * enter, every asset that they can end at, and every entry point.
 */
export function codeLenses(snapshot: Snapshot, file: string, figures: ChainFigures | undefined): CodeLens[] {
  const records = recordsOf(snapshot, file);
  const lenses = new Map<string, CodeLens>();
  for (const { name, target } of records ? declared(snapshot.model, records) : []) {
    const key = `${target.kind} ${target.name}`;
    if (!lenses.has(key)) {
      lenses.set(key, { range: name.range, target, figure: figures && figureOf(figures, target) });
    }
  }
  return [...lenses.values()].sort((a, b) => a.range.start - b.range.start);
}

interface Declared {
  readonly name: LocatedText;
  readonly target: LensTarget;
}

function* declared(model: Model, { components, interfaces }: FileRecords): Generator<Declared> {
  for (const { name, assets } of components) {
    const component = model.components.get(name.value);
    if (component && !component.virtual && !component.external) {
      yield { name, target: { kind: 'component', name: name.value } };
      for (const asset of assets) {
        const id = component.assets.find((candidate) => candidate.name === asset.name.value)?.id;
        if (id !== undefined) {
          yield { name: asset.name, target: { kind: 'asset', name: id } };
        }
      }
    }
  }
  const entries = new Set(entryPoints(model).map((entry) => entry.name));
  for (const { name } of interfaces) {
    if (entries.has(name.value)) {
      yield { name, target: { kind: 'entry', name: name.value } };
    }
  }
}

function figureOf(figures: ChainFigures, { kind, name }: LensTarget): ChainFigure | undefined {
  const byKind = { component: figures.components, asset: figures.assets, entry: figures.entries };
  return byKind[kind].get(name);
}
