import { safeText } from './labelText';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as content or attribute value in XML: escaped, and without characters that XML cannot hold. */
export function xmlText(text: string): string {
  return safeText(text).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/** An element with attributes in the order given; content has to be XML already. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content = '',
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined || value === '' ? '' : ` ${key}="${xmlText(String(value))}"`))
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A coordinate with one digit at most. */
export function round(value: number): number {
  return Math.round(value * 10) / 10 || 0;
}
