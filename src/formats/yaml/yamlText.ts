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
  const indent =
    /^[A-Za-z][^\r\n]*:[ \t]*(?:#[^\r\n]*)?(?:\r?\n[ \t]*(?:#[^\r\n]*)?)*\r?\n( +)[^ \r\n#-]/m.exec(text)?.[1]
      ?.length;
  return { newline, indent: indent ?? 2 };
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
