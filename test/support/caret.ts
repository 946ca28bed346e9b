import { modelFrom } from './modelFrom';
import type { TextRange } from '../../src/text/range';
import { checkModel } from '../../src/checks/checkModel';
import type { Snapshot } from '../../src/workspace/snapshot';

/** A text with a marked place: `|` is a caret, `«»` a range that begins at it. The marks are taken out. */
export interface Marked {
  readonly text: string;
  /** Where the caret stood, or where the range begins. */
  readonly offset: number;
  readonly ranges: readonly TextRange[];
}

/** Reads the marks of a text; of `|` the first one counts, others stay. */
export function marked(source: string): Marked {
  const ranges: TextRange[] = [];
  let text = '';
  let offset: number | undefined;
  let start: number | undefined;
  for (const character of source) {
    if (character === '|' && offset === undefined) {
      offset = text.length;
    } else if (character === '«') {
      start = text.length;
    } else if (character === '»' && start !== undefined) {
      ranges.push({ start, end: text.length });
    } else {
      text += character;
    }
  }
  return { text, offset: offset ?? ranges[0]?.start ?? 0, ranges };
}

/** A snapshot of some files with one marked place. */
export interface MarkedModel extends Marked {
  readonly snapshot: Snapshot;
  /** The file with the mark. */
  readonly file: string;
}

/** The snapshot of some texts by file name, of which one has a mark; a single text is the model file. */
export function markedModel(files: Readonly<Record<string, string>> | string): MarkedModel {
  const sources = typeof files === 'string' ? { 'model.tmg.yaml': files } : files;
  const texts: Record<string, string> = {};
  let found: (Marked & { readonly file: string }) | undefined;
  for (const [file, source] of Object.entries(sources)) {
    const one = found ? { text: source, offset: 0, ranges: [] } : marked(source);
    texts[file] = one.text;
    if (!found && one.text !== source) {
      found = { ...one, file };
    }
  }
  if (!found) {
    throw new Error('No file has a caret.');
  }
  return { ...found, snapshot: snapshotOf(texts) };
}

/** The snapshot of some texts by file name. */
export function snapshotOf(texts: Readonly<Record<string, string>>): Snapshot {
  const { model, origins } = modelFrom(texts);
  return {
    version: 1,
    root: '/model',
    records: origins.files,
    model,
    origins,
    problems: checkModel({ model, origins }),
  };
}
