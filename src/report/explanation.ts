import type { Cut, CutCause, CutRelation } from '../chains/why';

const CAUSES: Readonly<Record<CutCause, string>> = {
  disconnected: 'Nothing connects them, whatever is rated or filtered.',
  length: 'Every way is longer than the maximum length.',
  repetition: 'Every way meets a component or interface twice.',
  EXT: 'The way leads through components that are out of scope (EXT):',
  filter: 'Filters forbid the way; it is banned at:',
  none: 'Steps on the way are rated as not possible (none or 0):',
  'missing-rating': 'Steps on the way are not rated:',
  together: 'Several things stand in the way together:',
};

/** Why there is no chain, as a sentence; the cut's relations follow it as a list. */
export function cutSentence({ cause, type, relations, length }: Cut): string {
  const forType = type !== undefined && relations.length > 0 ? ` (for ${type})` : '';
  const needed = length === undefined ? '' : ` The shortest way has length ${length}.`;
  return `${CAUSES[cause]}${forType}${needed}`;
}

/** A relation that would have to be open, and what stands in its way. */
export function obstacleText({ interface: name, component, obstacles }: CutRelation): string {
  return `${name} > ${component}: ${obstacles.join(', ')}`;
}
