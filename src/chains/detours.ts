import { accepts, BANNED, type BannedSequence, type FilterAutomaton } from './filterAutomaton';

/** In place of the automaton's state where a chain is on no detour. */
export const NO_DETOUR = -3;

/**
 * The interfaces over which a detour may lead: a component that was entered through one from another component may go
 * on through it once more, past Virtual components, to the next one, where the way straight from the component before
 * is banned. So three components share it, and some banned sequence can have its last two places there.
 * What is 0 here is surely crossed once at most; what is 1 is tested on the way.
 * @param interfaceStart relations by interface, as in `ChainGraph`
 * @returns 1 by interface number; undefined where there is none
 */
export function detourInterfaces(
  sequences: readonly BannedSequence[],
  interfaceStart: Int32Array,
  relationComponent: ArrayLike<number>,
  virtual: Uint8Array,
): Uint8Array | undefined {
  const detours = new Uint8Array(Math.max(0, interfaceStart.length - 1));
  const lastTwo = sequences.flatMap(({ elements }) => {
    const [before, last] = elements.slice(-2);
    return before && last ? [{ before, last }] : [];
  });
  for (let number = 0; number < detours.length; number++) {
    const components = Array.from(
      { length: (interfaceStart[number + 1] as number) - (interfaceStart[number] as number) },
      (_, index) => relationComponent[(interfaceStart[number] as number) + index] as number,
    );
    if (components.length < 3) {
      continue;
    }
    // A Virtual component may stand for what lies behind it.
    const hasVirtual = components.some((component) => virtual[component] === 1);
    const has = (element: BannedSequence['elements'][number]): boolean =>
      hasVirtual || components.some((component) => accepts(element, component, virtual));
    detours[number] = lastTwo.some(({ before, last }) => has(before) && has(last)) ? 1 : 0;
  }
  return detours.includes(1) ? detours : undefined;
}

/** What tells of detours in a compiled graph. */
interface DetourGraph {
  readonly detours: Uint8Array | undefined;
  readonly relationCount: number;
  readonly relationComponent: Int32Array;
  readonly relationInterface: Int32Array;
  readonly virtual: Uint8Array;
}

/** Whether a component that was entered from another one by a relation may be left by it: a detour. */
export function mayDetour(graph: DetourGraph, relation: number): boolean {
  return (
    graph.detours !== undefined &&
    relation < graph.relationCount &&
    graph.detours[graph.relationInterface[relation] as number] === 1 &&
    graph.virtual[graph.relationComponent[relation] as number] === 0
  );
}

/**
 * The automaton's state on the way straight after a component has been entered. `NO_DETOUR` off a detour, and where one
 * has come to a component that is not Virtual; undefined where that one may be reached straight: then there is no detour.
 */
export function straightAfter(
  { filters, virtual }: { readonly filters: FilterAutomaton | undefined; readonly virtual: Uint8Array },
  before: number,
  component: number,
): number | undefined {
  if (before === NO_DETOUR || filters === undefined) {
    return NO_DETOUR;
  }
  const after = before === BANNED ? BANNED : filters.next(before, component);
  if (virtual[component] === 1) {
    return after;
  }
  return after === BANNED ? NO_DETOUR : undefined;
}
