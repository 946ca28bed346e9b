import { finding } from '../../formats/finding';
import type { Rule } from '../rule';
import { rewriteFix } from '../renameFix';

/** A component that is said to be in two facilities. */
export const conflictingFacility: Rule = {
  code: 'conflicting-facility',
  check: ({ origins }) =>
    [...origins.components].flatMap(([component, records]) => {
      const placed = records.flatMap(({ file, record: { facility } }) =>
        facility ? [{ file, facility }] : [],
      );
      const [first, ...others] = placed;
      if (!first) {
        return [];
      }
      return others
        .filter(({ facility }) => facility.value !== first.facility.value)
        .map(({ file, facility }) => {
          const args = { component, facility: facility.value, first: first.facility.value };
          const message = { template: 'Here "{component}" is in "{first}".', args };
          return finding(
            'conflicting-facility',
            { file, range: facility.range },
            '"{component}" is in "{first}" already; the first one counts, so correct one of them.',
            args,
            {
              related: [{ file: first.file, range: first.facility.range, message }],
              data: { first: first.facility.value, facility: facility.value },
            },
          );
        });
    }),
  fixes: ({ file, range, data }, { origins }) => {
    const { first = '', facility = '' } = data;
    const title = { template: 'Change it to "{first}"', args: { first } };
    const fix = rewriteFix(origins, title, [{ file, range, key: false }], facility, first);
    return fix ? [fix] : [];
  },
};
