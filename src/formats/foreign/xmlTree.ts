import { SaxesParser } from 'saxes';
import type { ImportLog } from './importReport';

const DEEPEST = 100;
const MOST_ELEMENTS = 500_000;
const MOST_PROBLEMS = 20;

/** An element of an XML file; names are without their namespace prefixes. */
export class XmlElement {
  readonly children: XmlElement[] = [];
  /** All text directly in it. */
  text = '';

  constructor(
    readonly name: string,
    /** By name without prefix. */
    readonly attributes: ReadonlyMap<string, string>,
    /** Line of the end of its start tag, from 1. */
    readonly line: number,
  ) {}

  /** The first child of a name. */
  child(name: string): XmlElement | undefined {
    return this.children.find((child) => child.name === name);
  }

  /** All children of a name. */
  all(name: string): XmlElement[] {
    return this.children.filter((child) => child.name === name);
  }

  /** The trimmed text of the child that a path leads to; undefined where there is none. */
  textAt(...path: readonly string[]): string | undefined {
    const element = path.reduce<XmlElement | undefined>((at, name) => at?.child(name), this);
    const text = element?.text.trim() ?? '';
    return text === '' ? undefined : text;
  }

  /** The first element of a name anywhere below, from the top. */
  find(name: string): XmlElement | undefined {
    for (const child of this.children) {
      const found = child.name === name ? child : child.find(name);
      if (found) {
        return found;
      }
    }
    return undefined;
  }
}

/**
 * Reads an XML file without document types, entities or any access outside of it. Never throws: what is wrong is
 * reported, and what could be read of it returned. Undefined where it has no element.
 */
export function readXml(file: string, text: string, log: ImportLog): XmlElement | undefined {
  const parser = new SaxesParser({ position: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  let depth = 0;
  let problems = 0;
  let cut = false;
  const problem = (template: string, args: Record<string, string | number> = {}): void => {
    problems++;
    if (problems <= MOST_PROBLEMS) {
      log.problem({ file, line: parser.line }, template, args);
    }
  };
  parser.on('error', ({ message }) => {
    problem('The file is damaged here, and what follows may be missing: {problem}', {
      problem: `${message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')}.`,
    });
  });
  parser.on('doctype', () => {
    log.leftOut(
      { file, line: parser.line },
      'The document type is not read, and none of its entities is replaced.',
    );
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth++;
    if (depth > DEEPEST || elements >= MOST_ELEMENTS) {
      if (!cut) {
        problem('The file has too many elements, or nests them too deeply; the rest is left out.');
      }
      cut = true;
      return;
    }
    elements++;
    const named = Object.entries(attributes).map(([key, value]) => [withoutPrefix(key), value] as const);
    const element = new XmlElement(withoutPrefix(name), new Map(named), parser.line);
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    if (depth === open.length) {
      open.pop();
    }
    depth--;
  });
  const addText = (added: string): void => {
    const element = open.at(-1);
    if (element && depth === open.length) {
      element.text += added;
    }
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  return root;
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
