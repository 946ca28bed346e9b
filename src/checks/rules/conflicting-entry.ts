import { finding } from '../../formats/finding';
import { cellFix } from '../cellFix';
import type { CheckContext, Rule } from '../rule';

/** An interface that is marked as an entry in one place and as none in another. */
export const conflictingEntry: Rule = {
  code: 'conflicting-entry',
  check: ({ origins }) =>
    [...origins.interfaces].flatMap(([name, records]) => {
      const marks = records.flatMap(({ file, record: { entry } }) => (entry ? [{ file, ...entry }] : []));
      const yes = marks.find(({ value }) => value);
      if (!yes) {
        return [];
      }
      const message = { template: 'Here "{interface}" is an entry.', args: { interface: name } };
      return marks
        .filter(({ value }) => !value)
        .map(({ file, range }) =>
          finding(
            'conflicting-entry',
            { file, range },
            '"{interface}" is marked as an entry elsewhere, so it is one whatever stands here; correct one of the marks.',
            { interface: name },
            { related: [{ file: yes.file, range: yes.range, message }], data: { interface: name } },
          ),
        );
    }),
  fixes: (conflict, { origins }) =>
    marksOthers(conflict, origins)
      ? []
      : cellFix(origins, conflict, { template: 'Mark it as an entry here too', args: {} }, 'true'),
};

/** Whether the cell is that of a row of several interfaces, so that it marks others too. */
function marksOthers(
  { file, range, data }: { file: string; range: { start: number }; data: Readonly<Record<string, string>> },
  origins: CheckContext['origins'],
): boolean {
  const records = origins.files.find((candidate) => candidate.file === file)?.interfaces ?? [];
  return records.some(
    ({ name, entry }) => name.value !== data['interface'] && entry?.range.start === range.start,
  );
}
