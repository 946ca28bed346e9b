import type { ChainRating } from '../chains/chain';
import type { StrideType } from '../formats/stride';

/** How a node is drawn: a box, a bus bar, a dot that joins interfaces, an outlined box out of scope, a port. */
export type NodeShape = 'device' | 'bus' | 'virtual' | 'external' | 'interface';

/** How many of the kept chains cross something, and the worst of them. */
export interface SceneFigure {
  /** How many kept chains cross it. */
  readonly chains: number;
  /** P of the worst chain. */
  readonly worst: number;
  /** Rating of that P. */
  readonly rating: ChainRating;
}

/** A component or an interface. */
export interface SceneNode {
  readonly kind: 'component' | 'interface';
  readonly name: string;
  readonly shape: NodeShape;
  /** Index in `Scene.facilities`; -1 without one, and for an interface whose components are in several. */
  readonly facility: number;
  readonly labels: readonly string[];
  readonly assets: readonly { readonly id: string; readonly name: string }[];
  /** An interface at which chains begin. */
  readonly entry: boolean;
  /** Number of relations. */
  readonly degree: number;
  /** Components on the shortest way in from an entry point, itself included; 0 for an entry, -1 without a way. */
  readonly distance: number;
  /** No relation at all, or in another part of the graph than most. */
  readonly problem: 'isolated' | 'disconnected' | undefined;
  /** Undefined where no kept chain crosses it, or none are computed. */
  readonly figure: SceneFigure | undefined;
}

/** A relation: a component has an interface. */
export interface SceneEdge {
  /** Indices in `Scene.nodes`. */
  readonly component: number;
  readonly interface: number;
  /** Types rated above 0, with their scores, in the order S T R I D E. */
  readonly ratings: readonly (readonly [StrideType, number])[];
  /** Of the chains that enter or leave the component by it; undefined where none does. */
  readonly figure: SceneFigure | undefined;
}

/** A model as it is drawn, without positions. Components come first, each kind in code-point order of names. */
export interface Scene {
  readonly model: string;
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly facilities: readonly string[];
  /** Whether chains have been computed, so that a node without a figure is on no chain. */
  readonly computed: boolean;
  /** Only some of the chains were found and kept: what has no figure may be on others. */
  readonly partial?: true;
}
