import type { ChainFigures } from '../chains/chainFigures';
import type { FileRecords } from '../formats/records';
import type { Snapshot } from '../workspace/snapshot';
import { assetHover } from './assetHover';
import { componentHover } from './componentHover';
import { declaredHover, patternHover } from './declaredHover';
import type { Hover } from './hoverText';
import { ignoreHover } from './ignoreHover';
import { interfaceHover } from './interfaceHover';
import { keyHover } from './keyHover';
import { nameAt, ratingAt, recordsOf, relationsAt, vectorAt } from './nameAt';
import { ratingHover, vectorHover } from './ratingHover';

/** What is known about the name, rating, vector, key or comment at an offset; undefined where there is nothing to say. */
export function hover(
  snapshot: Snapshot,
  file: string,
  offset: number,
  figures: ChainFigures | undefined,
): Hover | undefined {
  const records = recordsOf(snapshot, file);
  return (
    records &&
    (ratedHover(snapshot, records, offset) ??
      nameHover(snapshot, records, offset, figures) ??
      ignoreHover(records, offset) ??
      keyHover(records, offset))
  );
}

function ratedHover(snapshot: Snapshot, records: FileRecords, offset: number): Hover | undefined {
  const rating = ratingAt(records, offset);
  const vector = vectorAt(records, offset);
  if (rating) {
    return { range: rating.cell.range, markdown: ratingHover(snapshot, rating, vector) };
  }
  return vector && { range: vector.range, markdown: vectorHover(snapshot, vector) };
}

function nameHover(
  snapshot: Snapshot,
  records: FileRecords,
  offset: number,
  figures: ChainFigures | undefined,
): Hover | undefined {
  const mention = nameAt(records, offset);
  if (!mention) {
    return undefined;
  }
  const { kind, name, component, pattern, range } = mention;
  const markdown = (): string => {
    if (pattern) {
      return patternHover(snapshot, kind, name);
    }
    switch (kind) {
      case 'component':
        return componentHover(snapshot, name, figures);
      case 'interface':
        return interfaceHover(snapshot, name, relationsAt(records, offset), figures);
      case 'asset':
        return assetHover(snapshot, component ?? '', name, figures);
      case 'vector':
        return vectorHover(snapshot, { name });
      default:
        return declaredHover(snapshot, kind, name);
    }
  };
  return { range, markdown: markdown() };
}
