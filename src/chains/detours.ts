import { accepts, type BannedSequence } from './filterAutomaton';

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
