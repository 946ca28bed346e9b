import { finding } from '../../formats/finding';
import { cellFix } from '../cellFix';
import type { Rule } from '../rule';

/** Two different valid vectors of the same name. */
export const conflictingVector: Rule = {
  code: 'conflicting-vector',
  check: ({ origins }) =>
    [...origins.vectors].flatMap(([name, records]) => {
      // The one that counts comes first.
      const [counting, ...others] = records.filter(({ record }) => record.vector);
      return others.flatMap(({ file, record: { cvss, vector } }) => {
        const first = counting?.record;
        if (!counting || !first?.vector || first.vector.text === vector?.text) {
          return [];
        }
        const args = { name, text: first.vector.text, file: counting.file };
        const message = { template: 'Here "{name}" stands for {text}, which counts.', args };
        return [
          finding(
            'conflicting-vector',
            { file, range: cvss.range },
            'The vector "{name}" is {text} in {file}, which has the higher base score, or stands first, and counts; correct or rename one of them.',
            args,
            {
              related: [{ file: counting.file, range: first.cvss.range, message }],
              data: { text: first.vector.text },
            },
          ),
        ];
      });
    }),
  fixes: (conflict, { origins }) => {
    const text = conflict.data['text'] ?? '';
    return cellFix(origins, conflict, { template: 'Change it to {text}', args: { text } }, text);
  },
};
