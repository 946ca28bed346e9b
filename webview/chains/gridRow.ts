import type { TableRow } from '../../src/protocol/viewProtocol';
import { plural, shortProbability } from '../../src/text/numbers';
import { element } from '../dom';
import { cellText, pathParts } from './cells';
import type { ShownColumn } from './columns';
import { icon, pathNames, ratingMark, shortName } from './names';
import type { Line } from './tableContent';

/** Ids by which the grid tells which row or cell has the focus. */
export const rowId = (line: number): string => `row-${line}`;
export const cellId = (line: number, column: number): string => `cell-${line}-${column}`;
export const headerId = (column: number): string => `header-${column}`;

/** Makes the row of a line. */
export function gridRow(line: Line, number: number, columns: readonly ShownColumn[]): HTMLElement {
  return line.kind === 'group' ? groupRow(line, number, columns.length) : chainRow(line, number, columns);
}

function chainRow(
  { row, group }: Line & { readonly kind: 'chain' },
  number: number,
  columns: readonly ShownColumn[],
): HTMLElement {
  const isNested = group !== undefined;
  const attributes = {
    role: 'row',
    id: rowId(number),
    class: `row${isNested ? ' nested' : ''}`,
    'aria-rowindex': number + 2,
    'aria-level': isNested ? 2 : undefined,
    'data-line': number,
  };
  if (!row) {
    return element(
      'div',
      { ...attributes, class: `${attributes.class} placeholder` },
      element(
        'div',
        { role: 'gridcell', class: 'cell', 'aria-colindex': 1, 'aria-colspan': columns.length },
        'Loading…',
      ),
    );
  }
  return element('div', attributes, ...columns.map((column, index) => cell(row, column, number, index)));
}

function cell(row: TableRow, column: ShownColumn, number: number, index: number): HTMLElement {
  const made = element('div', {
    role: 'gridcell',
    id: cellId(number, index),
    class: `cell ${column.kind}`,
    'aria-colindex': index + 1,
    dir: column.kind === 'text' ? 'auto' : undefined,
  });
  switch (column.kind) {
    case 'rating':
      made.append(ratingMark(row.rating));
      break;
    case 'path': {
      const { head, tail } = pathParts(row.key.path);
      made.append(
        element('span', { class: 'path-head' }, ...pathNames(head, false)),
        element('span', { class: 'path-tail' }, ...pathNames(tail, true)),
      );
      break;
    }
    default:
      made.textContent = cellText(row, column);
  }
  return made;
}

function groupRow(
  { row, isExpanded }: Line & { readonly kind: 'group' },
  number: number,
  columns: number,
): HTMLElement {
  const content = row
    ? [
        element('span', { class: 'group-label' }, shortName(row.label, 300)),
        element('span', { class: 'group-rating' }, ratingMark(row.rating)),
        element('span', { class: 'group-figure' }, `P ${shortProbability(row.worst)}`),
        element('span', { class: 'group-figure group-chains' }, plural(row.chains, 'chain')),
        element(
          'span',
          { class: 'group-medium' },
          `${row.medium.toLocaleString('en-US')} at or above Medium`,
        ),
      ]
    : ['Loading…'];
  return element(
    'div',
    {
      role: 'row',
      id: rowId(number),
      class: `row group${row ? '' : ' placeholder'}`,
      'aria-rowindex': number + 2,
      'aria-level': 1,
      'aria-expanded': String(isExpanded),
      'data-line': number,
    },
    element(
      'div',
      {
        role: 'gridcell',
        id: cellId(number, 0),
        class: 'group-cell',
        'aria-colindex': 1,
        'aria-colspan': columns,
      },
      icon(isExpanded ? 'chevron-down' : 'chevron-right', 'twisty'),
      ...content,
    ),
  );
}
