import type { RatingCells } from '../../formats/records';
import type { Rule } from '../rule';
import { NameSuggester, nearestNameFix, unknownName } from '../unknownName';

/** A rating by the name of a vector that is declared nowhere. */
export const unknownVector: Rule = {
  code: 'unknown-vector',
  check: ({ origins }) => {
    const suggester = new NameSuggester(origins.vectors.keys());
    const seen = new Set<string>();
    const look = (file: string, cells: RatingCells) =>
      Object.values(cells).flatMap(({ value, range }) => {
        const place = `${range.start} ${file}`;
        if (value.kind !== 'name' || origins.vectors.has(value.name) || seen.has(place)) {
          return [];
        }
        seen.add(place);
        return [
          unknownName(
            'unknown-vector',
            file,
            { value: value.name, range },
            suggester.suggest(value.name),
            '"{name}" is neither a CVSS vector, a score from 0 to 10, none, nor the name of a vector',
            'write one of these, or declare it under vectors.',
          ),
        ];
      });
    return origins.files.flatMap(({ file, ratings, ratingRules }) =>
      [...ratings, ...ratingRules].flatMap(({ cells }) => look(file, cells)),
    );
  },
  fixes: (finding, context) => nearestNameFix(finding, context, false),
};
