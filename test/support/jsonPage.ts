import { readFileSync } from 'node:fs';
import type { JsonOutputs } from '../../src/cli/jsonOutputs';

/** A field as docs/json.md describes it. */
interface DescribedField {
  /** What it is, in the words of the page. */
  readonly words: string;
  readonly isOptional: boolean;
}

/** What docs/json.md says: by object its fields, and by command what it writes. */
export class JsonPage {
  private readonly objects = new Map<string, ReadonlyMap<string, DescribedField>>();
  readonly outputs = new Map<string, string>();
  private readonly met = new Set<string>();

  constructor(page = readFileSync('docs/json.md', 'utf8')) {
    for (const section of page.split(/^##+ /m).slice(1)) {
      const [title = ''] = section.split('\n');
      const [, writes] = /^Writes: (.*)\.$/m.exec(section) ?? [];
      const rows = [...section.matchAll(/^\| `([^`]+)` \| (.*?)(; optional)? \| [^|]/gm)];
      if (writes !== undefined) {
        this.outputs.set(title, writes);
      } else if (rows.length > 0) {
        const fields = rows.map(
          ([, name = '', words = '', optional]) =>
            [name, { words, isOptional: optional !== undefined }] as const,
        );
        this.objects.set(title, new Map(fields));
      }
    }
  }

  /** What is wrong with an output of a command, as `path: sentence`. */
  problems(command: keyof JsonOutputs, value: unknown): string[] {
    const words = this.outputs.get(command);
    return words === undefined ? [`${command}: not on the page`] : this.differences(words, value, command);
  }

  /** Fields of the page, as `Object.field`, that no output had so far. */
  get unmet(): string[] {
    return [...this.objects].flatMap(([object, fields]) =>
      [...fields.keys()].map((field) => `${object}.${field}`).filter((field) => !this.met.has(field)),
    );
  }

  private differences(words: string, value: unknown, where: string): string[] {
    const choices = alternatives(words);
    if (choices.length > 1) {
      const all = choices.map((choice) => this.differences(choice, value, where));
      // The nearest choice says best what is wrong.
      return all.reduce((best, own) => (own.length < best.length ? own : best));
    }
    const [choice = ''] = choices;
    const list = /^list of (?:exactly (\d+) x )?(.*)$/.exec(choice);
    if (list) {
      const [, length, item = ''] = list;
      if (!Array.isArray(value) || (length !== undefined && value.length !== Number(length))) {
        return [`${where}: ${JSON.stringify(value)} is no ${choice}`];
      }
      return value.flatMap((one: unknown, index) => this.differences(item, one, `${where}[${index}]`));
    }
    const byName = /^object of (.*) by name$/.exec(choice);
    if (byName) {
      return isObject(value)
        ? Object.entries(value).flatMap(([name, one]) =>
            this.differences(byName[1] ?? '', one, `${where}.${name}`),
          )
        : [`${where}: ${JSON.stringify(value)} is no ${choice}`];
    }
    const link = /^\[(\w+)\]\(#(\w+)\)$/.exec(choice);
    if (link) {
      return this.objectDifferences(link[1] ?? '', value, where);
    }
    return isPlain(choice, value) ? [] : [`${where}: ${JSON.stringify(value)} is not ${choice}`];
  }

  private objectDifferences(object: string, value: unknown, where: string): string[] {
    const fields = this.objects.get(object);
    if (!fields || !isObject(value)) {
      return [`${where}: ${JSON.stringify(value)} is no ${object}`];
    }
    const missing = [...fields]
      .filter(([name, { isOptional }]) => !isOptional && !Object.hasOwn(value, name))
      .map(([name]) => `${where}.${name}: missing`);
    const own = Object.entries(value).flatMap(([name, one]) => {
      const field = fields.get(name);
      if (!field) {
        return [`${where}.${name}: not described`];
      }
      this.met.add(`${object}.${name}`);
      return this.differences(field.words, one, `${where}.${name}`);
    });
    return [...missing, ...own];
  }
}

/** The parts between ` or ` that are in no brackets of their own. */
function alternatives(words: string): string[] {
  const bare = /^\(([^()]*(?:\([^()]*\)[^()]*)*)\)$/.exec(words)?.[1] ?? words;
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const piece of bare.replaceAll('true or false', 'boolean').split(/( or |[()])/)) {
    depth += piece === '(' ? 1 : piece === ')' ? -1 : 0;
    if (piece === ' or ' && depth === 0) {
      parts.push(part);
      part = '';
    } else {
      part += piece;
    }
  }
  return [...parts, part];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlain(words: string, value: unknown): boolean {
  switch (words) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    default:
      return words === `\`${JSON.stringify(value)}\``;
  }
}
