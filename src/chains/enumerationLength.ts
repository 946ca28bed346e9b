import type { ChainGraph } from './compile';
import { type ChainOptions, LONGEST_LENGTH, maxComponents } from './options';

/** How far an enumeration goes. */
export interface EnumerationLength {
  /** Most components of a chain that is met. */
  readonly depthLimit: number;
  /** Whether chains could go on beyond `depthLimit` although no length was asked for; the enumeration says if one could. */
  readonly isCut: boolean;
  /** Steps to look ahead after `depth + 1` components: at least as many as a chain can still have. */
  readonly further: (depth: number) => number;
}

/** How far an enumeration with some options goes. */
export function enumerationLength(
  graph: ChainGraph,
  options: Pick<ChainOptions, 'maxLength' | 'uniqueness'>,
): EnumerationLength {
  const longestPath =
    options.uniqueness === 'nodes' ? graph.components.length : graph.relationComponent.length;
  const depthLimit = Math.min(maxComponents(options.maxLength), longestPath);
  const isCut = options.maxLength > LONGEST_LENGTH && longestPath > depthLimit;
  return {
    depthLimit,
    isCut,
    further: isCut ? () => longestPath : (depth) => depthLimit - 1 - depth,
  };
}
