import type { ChainOptions } from '../chains/options';
import type { CutCause, CutRelation } from '../chains/why';
import type { StepObstacle } from '../chains/walk';
import type { TypedCut } from '../chains/whyByType';
import { type StrideType, strideName } from '../formats/stride';
import { andList } from '../text/listNames';

/** What was asked for, which sentences about what is not there have to say. */
export type Asked = Pick<ChainOptions, 'maxLength' | 'types'>;

const CAUSES: Readonly<Record<Exclude<CutCause, 'stride'>, string>> = {
  disconnected: 'Nothing connects them, whatever is rated or filtered',
  length: 'Every way is longer than the maximum length {maxLength}',
  repetition: 'Every way within length {maxLength} meets a component or interface twice',
  EXT: 'The way leads through components that are out of scope (EXT)',
  filter: 'Filters forbid the way at the steps below',
  none: 'Steps on the way are rated as not possible (none or 0)',
  'missing-rating': 'Steps on the way are not rated',
  together: 'Several things stand in the way together',
};

const OBSTACLES: Readonly<Record<StepObstacle, string>> = {
  EXT: 'out of scope (EXT)',
  filter: 'banned by a filter',
  none: 'rated none or 0',
  'missing-rating': 'not rated',
};

/** Why there is no chain, as a sentence with the types for which it is so; the cut's relations follow it as a list. */
export function cutSentence({ cause, types, relations, length }: TypedCut, asked: Asked): string {
  if (cause === 'stride') {
    return `No asset that was asked for is threatened by ${andList(types.map(strideName))}: "stride" names the types that do threaten it, so it has no chains of others.`;
  }
  const text = CAUSES[cause].replace('{maxLength}', String(asked.maxLength));
  const end = relations.length > 0 ? ':' : '.';
  const needed = length === undefined ? '' : `; the shortest way has length ${length}`;
  return `${text}, for ${typesInWords(types, asked.types)}${needed}${end}`;
}

/** "all types", or the names of those that are not all. */
function typesInWords(types: readonly StrideType[], all: readonly StrideType[]): string {
  return types.length === all.length && all.length > 1 ? 'all types' : andList(types.map(strideName));
}

/** A relation that would have to be open, and what stands in its way. */
export function obstacleText({ interface: name, component, obstacles }: CutRelation): string {
  return `${name} > ${component}: ${obstacles.map((obstacle) => OBSTACLES[obstacle]).join(', ')}`;
}
