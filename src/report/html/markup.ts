import { safeText } from '../../drawing/labelText';

/** HTML that is complete; everything else is text and gets escaped. */
export class Markup {
  constructor(readonly html: string) {}
}

type Child = Markup | string | number | undefined;

/** Attributes in the order given; `undefined` and `false` leave one out, `true` writes it without a value. */
export type HtmlAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const VOID_ELEMENTS: ReadonlySet<string> = new Set(['meta', 'img', 'br', 'hr']);

/**
 * A text as content or attribute value: escaped, and without control characters, halves of surrogate pairs and what
 * turns the direction of the text around it.
 */
export function htmlText(text: string): string {
  return safeText(text).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/** An element. Only `Markup` goes in as it is, so names from files cannot do harm. */
export function tag(name: string, attributes: HtmlAttributes = {}, ...children: readonly Child[]): Markup {
  let html = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) {
      html += ` ${key}`;
    } else if (value !== undefined && value !== false) {
      html += ` ${key}="${htmlText(String(value))}"`;
    }
  }
  return new Markup(VOID_ELEMENTS.has(name) ? `${html}>` : `${html}>${joined(...children).html}</${name}>`);
}

/** Several things one after the other. */
export function joined(...children: readonly Child[]): Markup {
  let html = '';
  for (const child of children) {
    if (child instanceof Markup) {
      html += child.html;
    } else if (child !== undefined) {
      html += htmlText(String(child));
    }
  }
  return new Markup(html);
}

/** A value as JSON for a data block: it cannot end the block, whatever is in its texts. */
export function jsonBlock(id: string, value: unknown): Markup {
  const json = JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
  return new Markup(`<script type="application/json" id="${htmlText(id)}">${json}</script>`);
}
