import { finding, type FileEdits } from '../../formats/finding';
import { type FileRecords, SINGLE_PLACE_KEYS, type SinglePlaceRecord } from '../../formats/records';
import { MODEL_FILE } from '../../model/modelFile';
import type { Origins } from '../../model/origins';
import type { Rule } from '../rule';
import { NEW_FILE } from '../yamlFix';

interface Holder {
  readonly file: FileRecords;
  readonly place: SinglePlaceRecord;
}

/** A key that only the model file may hold, in another file while not being the only one. */
export const misplacedKey: Rule = {
  code: 'misplaced-key',
  check: ({ origins }) =>
    SINGLE_PLACE_KEYS.flatMap((key) => {
      const holders = holdersOf(origins, key);
      const right = holders.find(({ file }) => file.file === MODEL_FILE);
      return holders.length < 2
        ? []
        : holders
            .filter((holder) => holder !== right)
            .map(({ file, place }) => {
              const others = holders.filter((other) => other.file !== file);
              const args = { key, file: MODEL_FILE, other: others[0]?.file.file ?? '' };
              return finding(
                'misplaced-key',
                { file: file.file, range: place.key.range },
                '"{key}" stands in {other} too, and only one file of a model may hold it; move it to {file}.',
                args,
                {
                  related: others.map((other) => ({
                    file: other.file.file,
                    range: other.place.key.range,
                    message: { template: '"{key}" stands here too.', args: { key } },
                  })),
                  data: { key, file: file.file },
                },
              );
            });
    }),
  fixes: ({ file, data }, { origins }) => {
    const { key = '' } = data;
    const holders = holdersOf(origins, key);
    const from = holders.find((holder) => holder.file.file === file);
    const to = holders.find((holder) => holder.file.file === MODEL_FILE);
    const first = holders.find((holder) => holder !== to);
    // Of two rules that fit the first one counts: they are moved in the order in which they count now.
    const changes =
      from && (key !== 'ratingRules' || from === first) ? moveEntry(origins, from, to) : undefined;
    const title = { template: 'Move "{key}" to {file}', args: { key, file: MODEL_FILE } };
    return changes ? [{ title, changes }] : [];
  },
};

function holdersOf({ files }: Origins, key: string): Holder[] {
  return files.flatMap((file) => {
    const place = file.singlePlace.find((candidate) => candidate.key.value === key);
    return place ? [{ file, place }] : [];
  });
}

/** Moves the lines of an entry to the model file, comments and all; undefined where they cannot stand there as they are. */
function moveEntry(origins: Origins, from: Holder, to: Holder | undefined): FileEdits[] | undefined {
  const source = wholeLines(from);
  const model = origins.files.find(({ file }) => file === MODEL_FILE);
  if (!source) {
    return undefined;
  }
  const cut = { file: from.file.file, edits: [{ range: source.range, newText: '' }] };
  if (!to) {
    const text = model?.text ?? '';
    const lead = text === '' ? NEW_FILE : /[\r\n]$/.test(text) ? '' : '\n';
    const end = { start: text.length, end: text.length };
    const newText = withLineEnds(`${lead}${source.text}`, text);
    return [cut, { file: MODEL_FILE, edits: [{ range: end, newText }] }];
  }
  const target = wholeLines(to);
  const body = source.body;
  // Two names, or two values of one setting, need a decision that no edit can make.
  if (
    !target?.body ||
    !body ||
    body.indent !== target.body.indent ||
    sharesKey(body.text, target.body.text)
  ) {
    return undefined;
  }
  const lead = /[\r\n]$/.test(target.text) ? '' : '\n';
  const end = { start: target.range.end, end: target.range.end };
  const newText = withLineEnds(`${lead}${body.text}`, to.file.text);
  return [cut, { file: MODEL_FILE, edits: [{ range: end, newText }] }];
}

/** Lines with the line ends of the text that they come to; their own where it has none. */
function withLineEnds(lines: string, text: string): string {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0];
  return lineEnd === undefined ? lines : lines.replaceAll(/\r\n|\n|\r/g, lineEnd);
}

interface EntryLines {
  readonly range: { readonly start: number; readonly end: number };
  /** With a line end. */
  readonly text: string;
  /** The lines below the key, where it stands alone on its line. */
  readonly body: { readonly text: string; readonly indent: string } | undefined;
}

/** The lines of an entry in block style at the top of a file; undefined where it shares a line with something else. */
function wholeLines({ file: { text }, place }: Holder): EntryLines | undefined {
  const { start } = place.range;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (before !== '') {
    return undefined;
  }
  const written = text.slice(start, place.range.end).trimEnd();
  const rest = /^[^\r\n]*(\r\n|\n|\r)?/.exec(text.slice(start + written.length))?.[0] ?? '';
  if (!/^[ \t]*(#.*)?$/.test(rest.trimEnd())) {
    return undefined;
  }
  const end = start + written.length + rest.length;
  const lines = text.slice(start, end);
  const whole = /[\r\n]$/.test(lines) ? lines : `${lines}\n`;
  const [, body] = /^[A-Za-z]+:[ \t]*(?:#.*)?(?:\r\n|\n|\r)([^]*)$/.exec(whole) ?? [];
  const indent = body === undefined ? undefined : /^[ \t]*(?=[^\s#])/m.exec(body)?.[0];
  return {
    range: { start, end },
    text: whole,
    body: body === undefined || indent === undefined ? undefined : { text: body, indent },
  };
}

function sharesKey(a: string, b: string): boolean {
  const keys = (text: string): string[] =>
    [...text.matchAll(/^[ \t]*([^\s#-][^:\r\n]*):/gm)].map(([, key]) => key ?? '');
  const own = new Set(keys(a));
  return keys(b).some((key) => own.has(key));
}
