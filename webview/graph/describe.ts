import { strideName } from '../../src/formats/stride';
import type { Scene, SceneEdge, SceneFigure, SceneNode } from '../../src/drawing/scene';
import { count, plural, shortProbability } from '../../src/text/numbers';
import type { VisibleGraph, VisibleNode } from './visibleGraph';

/** What a node is, in a few words: "component, Communication". */
export function kindText(node: SceneNode & Partial<Pick<VisibleNode, 'isFacility'>>): string {
  if (node.isFacility) {
    return 'facility, collapsed';
  }
  if (node.kind === 'interface') {
    return node.entry ? 'interface, entry point' : 'interface';
  }
  return ['component', ...node.labels].join(', ');
}

/** "12 chains, worst 3.9 Low". */
export function figureText(
  figure: SceneFigure | undefined,
  { computed, partial }: Pick<Scene, 'computed' | 'partial'>,
): string {
  if (!figure) {
    return computed ? `on no chain${partial ? ' that is kept' : ''}` : 'chains not computed';
  }
  return `${plural(figure.chains, 'chain')}, worst ${shortProbability(figure.worst)} ${figure.rating}`;
}

/** A node as it is read out: all that the picture shows of it. */
export function nodeText(graph: VisibleGraph, index: number): string {
  const node = graph.nodes[index];
  if (!node) {
    return '';
  }
  const parts = [
    `${node.name}, ${kindText(node)}`,
    ...(node.facility >= 0 && !node.isFacility ? [`in ${graph.facilities[node.facility] ?? ''}`] : []),
    figureText(node.figure, graph),
    ...(node.assets.length > 0 ? [`holds ${node.assets.map(({ name }) => name).join(', ')}`] : []),
    ...(node.problem ? [problemText(node.problem)] : []),
    `${count(graph.neighbours[index]?.length ?? 0)} beside it`,
  ];
  return parts.join('; ');
}

/** What is wrong with a node. */
export function problemText(problem: NonNullable<SceneNode['problem']>): string {
  return problem === 'isolated' ? 'has no relation' : 'is not joined to the largest part of the graph';
}

/** The name of an edge: interface and component in the direction of an attack. */
export function edgeName(graph: VisibleGraph, edge: SceneEdge): string {
  return `${graph.nodes[edge.interface]?.name ?? ''} › ${graph.nodes[edge.component]?.name ?? ''}`;
}

/** How a relation is rated, one line per STRIDE type. */
export function ratingLines({ ratings }: SceneEdge): string[] {
  return ratings.map(([type, score]) => `${strideName(type)} ${score}`);
}
