import type { LineStyle, Look } from './nodeColour';
import { nodeLabel } from './nodeSize';
import type { Box } from './placeLabels';
import type { SceneNode } from './scene';
import { round, xmlElement, xmlText } from './xml';

/** A node's shape with its label where it is inside, at its place. */
export function nodeShape(node: SceneNode, box: Box, look: Look): string {
  const { x, y, width, height } = box;
  const left = x - width / 2;
  const top = y - height / 2;
  const border = { 'stroke-width': look.weight };
  switch (node.shape) {
    case 'interface':
      return node.entry
        ? xmlElement('path', {
            class: 'shape filled',
            d: `M${left} ${top}L${left + width} ${y}L${left} ${top + height}Z`,
          })
        : xmlElement('rect', { class: 'shape', x: left, y: top, width, height, rx: 2, ...border });
    case 'virtual':
      return xmlElement('circle', { class: 'shape filled', cx: x, cy: y, r: width / 2 });
    case 'bus':
    case 'device':
    case 'external':
      return [
        xmlElement('rect', {
          class: 'shape',
          x: left,
          y: top,
          width,
          height,
          rx: node.shape === 'bus' ? 8 : 4,
          ...border,
        }),
        xmlElement('text', { class: 'middle', x, y }, xmlText(nodeLabel(node))),
        node.assets.length > 0 ? assetSign(left + width - 8, top + height) : '',
        look.mark === '' ? '' : mark(left + 10, top, look.mark),
      ].join('');
  }
}

/** The class of a line's style, with a blank before it; none for a solid one. */
export function lineClass(line: LineStyle): string {
  return line === 'solid' ? '' : ` ${line}`;
}

/** A diamond on the border of what holds assets. */
export function assetSign(x: number, y: number): string {
  return xmlElement('path', {
    class: 'filled',
    d: `M${x - 6} ${y}L${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}Z`,
  });
}

/** Letters on a small plate. */
export function mark(x: number, y: number, text: string): string {
  const width = 6 + text.length * 6;
  return (
    xmlElement('rect', { class: 'mark', x: round(x - 6), y: y - 6, width, height: 12, rx: 3 }) +
    xmlElement('text', { class: 'letter middle', x: round(x - 6 + width / 2), y }, xmlText(text))
  );
}
