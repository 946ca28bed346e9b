/** What one place of a banned sequence accepts: any component, one component, or all regular ones but some. */
export type SequenceElement =
  | { readonly kind: 'any' }
  | { readonly kind: 'component'; readonly component: number }
  | { readonly kind: 'except'; readonly components: ReadonlySet<number> };

/** A sequence of components that no chain may contain contiguously. */
export interface BannedSequence {
  readonly elements: readonly SequenceElement[];
  /** Whether Virtual components take part; without it they are left out of the comparison. */
  readonly withVirtual: boolean;
}

/** State of the automaton in which a banned sequence has been completed. */
export const BANNED = -1;

const UNKNOWN = -2;

interface Active {
  readonly sequence: number;
  /** Elements matched so far. */
  readonly matched: number;
}

/**
 * Recognises any of the banned sequences in one pass over a chain's components. Deterministic states are made when
 * they are first met, over classes of components that all sequences treat alike, so that cost follows what is walked.
 */
export class FilterAutomaton {
  private readonly classOf: Int32Array;
  private readonly representative: number[] = [];
  private readonly states: (readonly Active[])[] = [[]];
  private readonly stateIds = new Map<string, number>([['', 0]]);
  private transitions: Int32Array;

  constructor(
    private readonly sequences: readonly BannedSequence[],
    private readonly virtual: Uint8Array,
  ) {
    const named = new Set<number>();
    for (const element of sequences.flatMap((sequence) => sequence.elements)) {
      if (element.kind === 'component') {
        named.add(element.component);
      } else if (element.kind === 'except') {
        for (const component of element.components) {
          named.add(component);
        }
      }
    }
    const others: (number | undefined)[] = [undefined, undefined];
    this.classOf = Int32Array.from(virtual, (isVirtual, component) => {
      let known = named.has(component) ? undefined : others[isVirtual];
      if (known === undefined) {
        known = this.representative.push(component) - 1;
        if (!named.has(component)) {
          others[isVirtual] = known;
        }
      }
      return known;
    });
    this.transitions = new Int32Array(this.representative.length).fill(UNKNOWN);
  }

  /** State before the first component. */
  readonly start = 0;

  /** State after `component` from `state`, or BANNED. */
  next(state: number, component: number): number {
    const cell = state * this.representative.length + (this.classOf[component] as number);
    const known = this.transitions[cell] as number;
    return known === UNKNOWN ? this.addTransition(state, cell) : known;
  }

  private addTransition(state: number, cell: number): number {
    const component = this.representative[cell % this.representative.length] as number;
    const target = this.advance(this.states[state] ?? [], component);
    let id = BANNED;
    if (target) {
      const key = target.map(({ sequence, matched }) => `${sequence}:${matched}`).join(' ');
      id = this.stateIds.get(key) ?? this.addState(key, target);
    }
    this.transitions[cell] = id;
    return id;
  }

  private addState(key: string, active: readonly Active[]): number {
    const id = this.states.push(active) - 1;
    this.stateIds.set(key, id);
    const size = this.states.length * this.representative.length;
    if (size > this.transitions.length) {
      const grown = new Int32Array(Math.max(size, this.transitions.length * 2)).fill(UNKNOWN);
      grown.set(this.transitions);
      this.transitions = grown;
    }
    return id;
  }

  private advance(active: readonly Active[], component: number): readonly Active[] | undefined {
    const target: Active[] = [];
    for (const [index, sequence] of this.sequences.entries()) {
      const skipped = this.virtual[component] === 1 && !sequence.withVirtual;
      const running = active.filter((item) => item.sequence === index);
      if (skipped) {
        target.push(...running);
        continue;
      }
      for (const { matched } of [{ matched: 0 }, ...running]) {
        const element = sequence.elements[matched];
        if (element && accepts(element, component, this.virtual)) {
          if (matched + 1 === sequence.elements.length) {
            return undefined;
          }
          target.push({ sequence: index, matched: matched + 1 });
        }
      }
    }
    return target;
  }
}

/** Whether one place of a sequence accepts a component. */
export function accepts(element: SequenceElement, component: number, virtual: Uint8Array): boolean {
  switch (element.kind) {
    case 'any':
      return true;
    case 'component':
      return element.component === component;
    case 'except':
      return virtual[component] === 0 && !element.components.has(component);
  }
}
