import { type HtmlAttributes, type Markup, tag } from './markup';

/** A column of a table. */
export interface HtmlColumn<Row> {
  readonly title: string | Markup;
  /** A class: numbers stand to the right, the others have room. */
  readonly kind?: 'number' | 'way' | 'asset' | 'type';
  /** The cells name their rows. */
  readonly isRowHeader?: boolean;
  readonly cell: (row: Row) => Markup | string | number | undefined;
  /** Attributes of a cell besides. */
  readonly attributes?: (row: Row) => HtmlAttributes;
}

/** A table with caption and headers, in a box that scrolls where it is too wide. */
export function htmlTable<Row>(
  caption: string,
  columns: readonly HtmlColumn<Row>[],
  rows: readonly Row[],
  className = '',
): Markup {
  const head = tag(
    'thead',
    {},
    tag('tr', {}, ...columns.map(({ title, kind }) => tag('th', { scope: 'col', class: kind }, title))),
  );
  const body = tag(
    'tbody',
    {},
    ...rows.map((row) =>
      tag(
        'tr',
        {},
        ...columns.map(({ cell, kind, isRowHeader, attributes }) =>
          tag(
            isRowHeader === true ? 'th' : 'td',
            { scope: isRowHeader === true && 'row', class: kind, ...attributes?.(row) },
            cell(row),
          ),
        ),
      ),
    ),
  );
  const table = tag('table', { class: className || undefined }, tag('caption', {}, caption), head, body);
  return scroller(caption, table);
}

/**
 * A box that scrolls where its content is too wide, by keyboard too. Its frame has room for what says so: the script of
 * the page shades the sides behind which there is more, and says it in words.
 */
export function scroller(label: string, content: Markup, className = ''): Markup {
  return tag(
    'div',
    { class: 'scroll-frame' },
    tag(
      'div',
      { class: `scroller ${className}`.trim(), tabindex: 0, role: 'group', 'aria-label': label },
      content,
    ),
  );
}
