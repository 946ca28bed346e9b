import { yamlScalar } from './yamlScalar';

/** A value to be written: texts, lists and maps. */
export type YamlValue =
  | string
  | number
  | boolean
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue };

/** How a file is laid out. */
export interface YamlLayout {
  readonly newline: '\n' | '\r\n';
  /** Blanks per level. */
  readonly indent: number;
}

/** Maps up to this length stand on one line where they hold no maps themselves. */
const LONGEST_FLOW = 90;

/** Line ends and indentation of a text; LF and two blanks where it shows none. */
export function layoutOf(text: string): YamlLayout {
  const newline = /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
  return { newline, indent: firstIndent(text) ?? 2 };
}

/** Blanks before the first entry of the first top-level key that has a map in block style. */
function firstIndent(text: string): number | undefined {
  let isBelowKey = false;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end);
    start = end < 0 ? text.length : end + 1;
    if (!/^[ \t\r]*(?:#|$)/.test(line)) {
      const indent = isBelowKey ? /^ +(?=[^ #-])/.exec(line)?.[0].length : undefined;
      if (indent !== undefined) {
        return indent;
      }
      isBelowKey = /^[A-Za-z]/.test(line) && /:[ \t\r]*(?:#|$)/.test(line);
    }
  }
  return undefined;
}

/** A value on one line. */
export function flowText(value: YamlValue): string {
  if (isScalar(value)) {
    return yamlScalar(String(value), 'flow');
  }
  if (isList(value)) {
    return `[${value.map(flowText).join(', ')}]`;
  }
  return `{${Object.entries(value)
    .map(([key, child]) => `${yamlScalar(key, 'key')}: ${flowText(child)}`)
    .join(', ')}}`;
}

/** A map entry in block style, its lines indented by `column` blanks, without a final line end. */
export function blockEntry(key: string, value: YamlValue, column: number, layout: YamlLayout): string {
  const head = `${' '.repeat(column)}${yamlScalar(key, 'key')}:`;
  if (isScalar(value)) {
    return `${head} ${yamlScalar(String(value), 'block')}`;
  }
  if (isList(value)) {
    const items = value.map((item) => `${' '.repeat(column + layout.indent)}- ${flowText(item)}`);
    return value.every(isScalar) ? `${head} ${flowText(value)}` : [head, ...items].join(layout.newline);
  }
  const flow = flowText(value);
  if (
    Object.values(value).every((child) => isScalar(child) || isList(child)) &&
    head.length + flow.length <= LONGEST_FLOW
  ) {
    return `${head} ${flow}`;
  }
  const entries = Object.entries(value).map(([name, child]) =>
    blockEntry(name, child, column + layout.indent, layout),
  );
  return [head, ...entries].join(layout.newline);
}

function isScalar(value: YamlValue): value is string | number | boolean {
  return typeof value !== 'object';
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}
