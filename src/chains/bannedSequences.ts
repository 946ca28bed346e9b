import type { Filter } from '../model/model';
import type { BannedSequence, SequenceElement } from './filterAutomaton';

/** Name in a banned sequence that stands for any one component. */
export const ANY_COMPONENT = '*';

/**
 * The sequences that filters ban, over component numbers. Sequences that name a component that is not in the graph
 * can never occur and are left out.
 * @param numberOf number of a component in the graph, by name
 * @param virtual 1 for Virtual components, by number
 */
export function bannedSequences(
  filters: readonly Filter[],
  numberOf: ReadonlyMap<string, number>,
  virtual: Uint8Array,
): BannedSequence[] {
  return filters.flatMap((filter) => {
    const elements = elementsOf(filter, numberOf);
    if (elements === undefined || elements.length === 0) {
      return [];
    }
    const withVirtual = elements.some(
      (element) => element.kind === 'component' && virtual[element.component] === 1,
    );
    return [{ elements, withVirtual }];
  });
}

function elementsOf(filter: Filter, numberOf: ReadonlyMap<string, number>): SequenceElement[] | undefined {
  const one = (name: string): SequenceElement | undefined => {
    const component = numberOf.get(name);
    return component === undefined ? undefined : { kind: 'component', component };
  };
  switch (filter.kind) {
    case 'banned':
      return complete(filter.sequence.map((name) => (name === ANY_COMPONENT ? { kind: 'any' } : one(name))));
    case 'oneWay':
      return complete([one(filter.to), one(filter.from)]);
    case 'only': {
      const allowed = [filter.from, ...filter.to].map((name) => numberOf.get(name));
      const components = new Set(allowed.filter((component) => component !== undefined));
      return complete([one(filter.from), one(filter.via), { kind: 'except', components }]);
    }
  }
}

function complete(elements: (SequenceElement | undefined)[]): SequenceElement[] | undefined {
  return elements.every((element) => element !== undefined) ? elements : undefined;
}
