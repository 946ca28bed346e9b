import { type Finding, finding } from '../../formats/finding';
import type { LocatedText } from '../../formats/records';
import type { Origin, Origins } from '../../model/origins';
import { countTexts } from '../../model/relationTexts';
import { cellFix } from '../cellFix';
import type { Rule } from '../rule';

/** What has one text: its kind, its name in words, and all texts given for it. */
interface Described {
  /** In a sentence, with the names of `args`. */
  readonly what: string;
  readonly args: Readonly<Record<string, string>>;
  readonly texts: readonly { readonly file: string; readonly text: LocatedText }[];
}

/** Two different texts where only one can be shown. */
export const conflictingText: Rule = {
  code: 'conflicting-text',
  check: ({ origins }) => [...describedIn(origins)].flatMap(conflicts),
  fixes: (conflict, { origins }) => {
    const first = conflict.data['first'] ?? '';
    // Of a cell of several lines no title can be made, and a row may describe several interfaces.
    return /[\r\n]/.test(first) || describesOthers(conflict, origins)
      ? []
      : cellFix(origins, conflict, { template: 'Change it to "{first}"', args: { first } }, first);
  },
};

function* describedIn(origins: Origins): Generator<Described> {
  for (const [component, records] of origins.components) {
    yield {
      what: 'The description of "{component}"',
      args: { component },
      texts: textsOf(records, ({ description }) => description),
    };
  }
  for (const records of [...origins.assets.values()].flat()) {
    const [first] = records;
    yield {
      what: 'The description of "{asset}" of "{component}"',
      args: { asset: first?.record.name.value ?? '', component: first?.component ?? '' },
      texts: textsOf(records, ({ description }) => description),
    };
  }
  for (const [name, records] of origins.interfaces) {
    yield {
      what: 'The description of "{interface}"',
      args: { interface: name },
      texts: textsOf(records, ({ description }) => description),
    };
  }
  for (const [section, what] of [
    ['facilities', 'The description of the facility "{key}"'],
    ['attackers', 'What the attacker "{key}" is called'],
    ['periods', 'What the period "{key}" is called'],
  ] as const) {
    for (const [key, records] of origins[section]) {
      yield { what, args: { key }, texts: textsOf(records, ({ text }) => text) };
    }
  }
  for (const [component, byInterface] of origins.ratings) {
    for (const [name, records] of byInterface) {
      for (const key of records.length > 1 ? (['note', 'status', 'ref'] as const) : []) {
        for (const { origin, first } of countTexts(records, key)) {
          yield {
            what: `The ${key} of "{component}" attacked through "{interface}"`,
            args: { component, interface: name },
            texts: first ? textsOf([first, origin], (record) => record[key]) : [],
          };
        }
      }
    }
  }
}

function textsOf<Item>(
  records: readonly Origin<Item>[],
  textOf: (record: Item) => LocatedText | undefined,
): Described['texts'] {
  return records.length < 2
    ? []
    : records.flatMap(({ file, record }) => {
        const text = textOf(record);
        return text ? [{ file, text }] : [];
      });
}

function conflicts({ what, args, texts: [first, ...others] }: Described): Finding<'conflicting-text'>[] {
  if (!first) {
    return [];
  }
  const message = { template: 'This text counts.', args: {} };
  return others
    .filter(({ text }) => text.value !== first.text.value)
    .map(({ file, text }) =>
      finding(
        'conflicting-text',
        { file, range: text.range },
        `${what} is another one in {first} already; the first one counts, so keep one of them.`,
        { ...args, first: first.file },
        {
          related: [{ file: first.file, range: first.text.range, message }],
          data: { first: first.text.value, ...args },
        },
      ),
    );
}

/** Whether the cell is that of a row of several interfaces, so that it describes others too. */
function describesOthers({ file, range, data }: Finding, { files }: Origins): boolean {
  const records = files.find((candidate) => candidate.file === file);
  const own = data['interface'];
  const cells = [
    ...(records?.interfaces ?? []).map(({ name, description }) => ({ name, texts: [description] })),
    ...(records?.ratings ?? []).map((record) => ({
      name: record.interface,
      texts: [record.note, record.status, record.ref],
    })),
  ];
  return cells.some(
    ({ name, texts }) => name.value !== own && texts.some((text) => text?.range.start === range.start),
  );
}
