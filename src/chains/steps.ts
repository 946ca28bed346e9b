import type { ChainGraph } from './compile';
import type { ChainOptions } from './options';

/**
 * What entering through each relation means under the step rule. A chain's types are a mask that only shrinks:
 * `pass` is what stays alive when the chain goes on, `final` what can end here at one of the component's targets.
 */
export interface StepRules {
  readonly pass: Uint8Array;
  readonly final: Uint8Array;
  /**
   * Tenths by which a step that is not the last multiplies the running product, `relation * width + slot`; 1 for
   * a Virtual component, which has no factor.
   */
  readonly passTenths: Uint8Array;
  /** Running products per chain: one per type, or a single one (p_E) under `stepRule: elevation`. */
  readonly width: number;
}

/** Derives the step rules of a compiled graph. */
export function stepRules(graph: ChainGraph, options: Pick<ChainOptions, 'stepRule'>): StepRules {
  const count = graph.relationComponent.length;
  const typeCount = graph.types.length;
  const elevation = options.stepRule === 'elevation';
  const width = elevation ? 1 : typeCount;
  const allTypes = (1 << typeCount) - 1;
  const pass = new Uint8Array(count);
  const final = new Uint8Array(count);
  const passTenths = new Uint8Array(count * width);
  for (let relation = 0; relation < count; relation++) {
    const component = graph.relationComponent[relation] as number;
    const rated = graph.ratedMask[relation] as number;
    const isVirtual = graph.virtual[component] === 1;
    final[relation] = isVirtual ? 0 : rated & (graph.componentTypes[component] as number);
    if (isVirtual) {
      pass[relation] = allTypes;
      passTenths.fill(1, relation * width, (relation + 1) * width);
    } else if (elevation) {
      passTenths[relation] = graph.elevationTenths[relation] as number;
      pass[relation] = (passTenths[relation] as number) > 0 ? allTypes : 0;
    } else {
      pass[relation] = rated;
      passTenths.set(graph.tenths.subarray(relation * width, (relation + 1) * width), relation * width);
    }
  }
  return { pass, final, passTenths, width };
}

/** Keys under which entering and leaving mark a relation as used. */
export interface UsedKeys {
  /** Marked and tested when a component is entered through the relation. */
  readonly enter: Int32Array;
  /** Marked and tested when a component is left through the relation. */
  readonly leave: Int32Array;
  /** Also marked when a chain begins with the relation (its entry interface), or -1. */
  readonly begin: Int32Array;
  readonly count: number;
}

/** What may not occur twice: nodes (components and interfaces), or relations crossed. */
export function usedKeys(graph: ChainGraph, options: Pick<ChainOptions, 'uniqueness'>): UsedKeys {
  const { relationComponent, relationInterface, relationCount } = graph;
  const numbers = Int32Array.from(relationComponent, (_, relation) => relation);
  if (options.uniqueness === 'relationships') {
    return { enter: numbers, leave: numbers, begin: numbers.map(() => -1), count: numbers.length };
  }
  const offset = graph.interfaces.length;
  return {
    enter: relationComponent.map((component) => offset + component),
    leave: relationInterface,
    begin: relationInterface.map((number, relation) => (relation < relationCount ? number : -1)),
    count: offset + graph.components.length,
  };
}
