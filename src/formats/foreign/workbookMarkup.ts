/** What a scan of markup meets; names are without their namespace prefixes. */
export interface MarkupVisitor {
  open(name: string, attributes: () => ReadonlyMap<string, string>): void;
  close(name: string): void;
  /** Characters of text, entities as they are written. */
  text(text: string): void;
}

const ATTRIBUTE = /(?<![^\s"'])([^\s="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Walks over the markup of a part of a workbook and builds nothing of it. Tags end where the library that reads workbooks
 * takes them to end, so that what is counted here is what it meets. Markup that is cut off ends the walk.
 */
export function scanMarkup(xml: string, visitor: MarkupVisitor): void {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    const end = open < 0 ? xml.length : open;
    if (end > at) {
      visitor.text(xml.slice(at, end));
    }
    if (open < 0) {
      return;
    }
    at = afterTag(xml, open, visitor);
  }
}

/** Where a tag, comment or section ends. */
function afterTag(xml: string, open: number, visitor: MarkupVisitor): number {
  if (xml.startsWith('<!--', open)) {
    return after(xml, '-->', open + 4);
  }
  if (xml.startsWith('<![CDATA[', open)) {
    const end = after(xml, ']]>', open + 9);
    visitor.text(xml.slice(open + 9, end - 3));
    return end;
  }
  if (xml.startsWith('<?', open)) {
    return after(xml, '?>', open + 2);
  }
  if (xml.startsWith('<!', open)) {
    return after(xml, '>', open + 2);
  }
  if (xml.startsWith('</', open)) {
    const end = after(xml, '>', open + 2);
    visitor.close(localName(xml.slice(open + 2, end - 1).trim()));
    return end;
  }
  const end = tagEnd(xml, open + 1);
  const isEmpty = xml[end - 1] === '/';
  const content = xml.slice(open + 1, isEmpty ? end - 1 : end);
  const space = content.search(/\s/);
  const name = localName(space < 0 ? content : content.slice(0, space));
  visitor.open(name, () => attributesOf(space < 0 ? '' : content.slice(space)));
  if (isEmpty) {
    visitor.close(name);
  }
  return end + 1;
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? xml.length : found + mark.length;
}

/** Position of the `>` of a tag: one in an attribute does not count. */
function tagEnd(xml: string, from: number): number {
  let at = from;
  while (at < xml.length && xml[at] !== '>') {
    const sign = xml[at] ?? '';
    at = sign === '"' || sign === "'" ? after(xml, sign, at + 1) : at + 1;
  }
  return at;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, double ?? single ?? '']),
  );
}
