/** An element of a parsed document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

const TOKEN = /<\/([^\s<>]+)\s*>|<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|([\s\S])/g;
const ATTRIBUTE = /([\w:.-]+)="([^"<]*)"/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Parses XML 1.0 without comments, sections, instructions and document types.
 * @throws Error where it is not well-formed
 */
export function parseXml(text: string): XmlElement {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text)) {
    throw new Error('a character that XML does not have');
  }
  const root = { name: '', attributes: new Map<string, string>(), children: [] as (XmlElement | string)[] };
  const open: (typeof root)[] = [root];
  for (const [token, closed, name, attributes = '', empty, content, other] of text.matchAll(TOKEN)) {
    const parent = open.at(-1) as typeof root;
    if (other !== undefined) {
      throw new Error(`unexpected ${other} in ${parent.name}`);
    }
    if (closed !== undefined) {
      if (closed !== parent.name) {
        throw new Error(`</${closed}> closes <${parent.name}>`);
      }
      open.pop();
    } else if (name !== undefined) {
      const element = { name, attributes: attributesOf(attributes), children: [] };
      parent.children.push(element);
      if (empty === '') {
        open.push(element);
      }
    } else if (content !== undefined) {
      parent.children.push(unescaped(token));
    }
  }
  const [element, ...more] = root.children.filter(
    (child) => typeof child !== 'string' || child.trim() !== '',
  );
  if (open.length !== 1 || element === undefined || typeof element === 'string' || more.length > 0) {
    throw new Error('not one element that is closed');
  }
  return element;
}

/** All elements of a name, at any depth. */
export function elementsOf(element: XmlElement, name: string): XmlElement[] {
  const inside = element.children.flatMap((child) =>
    typeof child === 'string' ? [] : elementsOf(child, name),
  );
  return element.name === name ? [element, ...inside] : inside;
}

/** The text in an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) {
      throw new Error(`${name} twice`);
    }
    attributes.set(name, unescaped(value));
  }
  return attributes;
}

function unescaped(text: string): string {
  return text.replace(/&([^;]*;?)/g, (reference, body: string) => {
    const number = /^#(\d+);$/.exec(body)?.[1];
    const character =
      number === undefined ? ENTITIES[body.slice(0, -1)] : String.fromCodePoint(Number(number));
    if (!body.endsWith(';') || character === undefined) {
      throw new Error(`no reference: ${reference}`);
    }
    return character;
  });
}
