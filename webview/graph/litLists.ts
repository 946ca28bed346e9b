import { element } from '../dom';
import { edgeName } from './describe';
import type { Lit } from './litGraph';
import type { VisibleGraph } from './visibleGraph';

/** What is lit, for those who do not see it: the nodes in the order of the steps, and the lines between them. */
export function litLists(graph: VisibleGraph, lit: Lit): HTMLElement[] {
  return [
    element(
      'ol',
      { 'aria-label': 'Lit nodes' },
      ...lit.nodes.map((index) => {
        const { name = '', kind = '', isFacility = false } = graph.nodes[index] ?? {};
        return element('li', { 'data-kind': isFacility ? 'facility' : kind }, name);
      }),
    ),
    element(
      'ul',
      { 'aria-label': 'Lit lines' },
      ...lit.edges.flatMap((index) => {
        const edge = graph.edges[index];
        return edge ? [element('li', {}, edgeName(graph, edge))] : [];
      }),
    ),
  ];
}
