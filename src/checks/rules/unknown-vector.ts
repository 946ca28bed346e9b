import type { Finding } from '../../formats/finding';
import { meansNone } from '../../formats/noneWord';
import { NameSuggester } from '../nameSuggester';
import type { Rule } from '../rule';
import { firstTimes, nearestNameFix, unknownName } from '../unknownName';

/** A rating by the name of a vector that is declared nowhere. */
export const unknownVector: Rule = {
  code: 'unknown-vector',
  check: ({ origins: { files, vectors } }) => {
    const suggester = new NameSuggester();
    const isFirst = firstTimes();
    const findings: Finding[] = [];
    for (const { file, ratings, ratingRules } of files) {
      for (const { cells } of [...ratings, ...ratingRules]) {
        for (const { value, range } of Object.values(cells)) {
          if (value.kind !== 'name' || vectors.has(value.name)) {
            continue;
          }
          const name = { value: value.name, range };
          if (isFirst(file, name)) {
            findings.push(
              unknownName(
                'unknown-vector',
                file,
                name,
                meansNone(name.value) ? 'none' : suggester.suggest(name.value, vectors),
                '"{name}" is neither a CVSS vector, a score from 0 to 10, none, nor the name of a vector',
                'write one of these, or declare it under vectors.',
              ),
            );
          }
        }
      }
    }
    return findings;
  },
  fixes: (finding, context) => nearestNameFix(finding, context, false),
};
