import { finding, type Finding } from '../../formats/finding';
import { STRIDE_TYPES } from '../../formats/stride';
import { type Origin, ratingOrigins } from '../../model/origins';
import { RatingResolver, sameRating } from '../../model/resolveRatings';
import { ScoreCache } from '../../model/scoreCache';
import type { RatingRecord } from '../../formats/records';
import { cellFix } from '../cellFix';
import type { CheckContext, Rule } from '../rule';
import { cellText } from '../ratingTexts';
import { addAll } from '../../text/arrays';

/** Two different ratings of one relation and type. */
export const conflictingRating: Rule = {
  code: 'conflicting-rating',
  check: ({ model, origins }) => {
    const resolver = new RatingResolver(origins.vectors, model.settings.score, new ScoreCache());
    const findings: Finding[] = [];
    for (const [component, byInterface] of origins.ratings) {
      for (const [name, records] of byInterface) {
        if (records.length > 1) {
          addAll(findings, conflicts(component, name, records, resolver));
        }
      }
    }
    return findings;
  },
  fixes: (conflict, { origins }) => {
    const text = conflict.data['first'] ?? '';
    const title = { template: 'Write {text} here too', args: { text } };
    return ratesOthers(conflict, origins) ? [] : cellFix(origins, conflict, title, text);
  },
};

/** Whether the cell is that of a row of several interfaces, so that it rates others too. */
function ratesOthers({ file, range, data }: Finding, origins: CheckContext['origins']): boolean {
  const records = origins.files.find((candidate) => candidate.file === file)?.ratings ?? [];
  return records.some(
    ({ interface: name, cells }) =>
      name.value !== data['interface'] &&
      Object.values(cells).some((cell) => cell.range.start === range.start),
  );
}

function conflicts(
  component: string,
  name: string,
  records: readonly Origin<RatingRecord>[],
  resolver: RatingResolver,
): Finding[] {
  const findings = new Map<string, Finding>();
  for (const type of STRIDE_TYPES) {
    const [first, ...others] = ratingOrigins(records, type).flatMap((origin) => {
      const rating = resolver.resolve(origin.cell);
      return rating ? [{ origin, rating }] : [];
    });
    for (const { origin, rating } of first ? others : []) {
      if (first && !sameRating(first.rating, rating)) {
        const { file, cell } = origin;
        const args = { component, interface: name, type, text: cell.text, first: first.origin.cell.text };
        const message = { template: 'Here it is rated {first}.', args };
        findings.set(
          `${cell.range.start} ${file}`,
          finding(
            'conflicting-rating',
            { file, range: cell.range },
            '"{component}" attacked through "{interface}" is rated for {type} as {first} already; the higher one counts, so keep one of them.',
            args,
            {
              related: [{ file: first.origin.file, range: first.origin.cell.range, message }],
              data: { component, interface: name, first: cellText(first.origin.cell) },
            },
          ),
        );
      }
    }
  }
  return [...findings.values()];
}
