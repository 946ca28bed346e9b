import { finding } from '../../formats/finding';
import type { Rule } from '../rule';
import { rewriteFix } from '../renameFix';

/** An asset whose id another one has. */
export const duplicateAsset: Rule = {
  code: 'duplicate-asset',
  check: ({ origins }) =>
    [...origins.assets].flatMap(([id, [claimed, ...others]]) => {
      const first = claimed?.[0];
      return others.flatMap(([second]) => {
        if (!first || !second) {
          return [];
        }
        const args = {
          id,
          asset: second.record.name.value,
          first: first.record.name.value,
          component: first.component,
        };
        const message = { template: '"{first}" of "{component}" has this id.', args };
        return [
          finding(
            'duplicate-asset',
            { file: second.file, range: (second.record.id ?? second.record.name).range },
            'The id "{id}" of "{asset}" is that of "{first}" of "{component}" already, so this asset is left out; give it an id of its own.',
            args,
            {
              related: [{ file: first.file, range: (first.record.id ?? first.record.name).range, message }],
              data: { id, ...(second.record.id && { free: freeId(id, origins.assets) }) },
            },
          ),
        ];
      });
    }),
  fixes: ({ file, range, data }, { origins }) => {
    const { free } = data;
    if (free === undefined) {
      return [];
    }
    const title = { template: 'Change the id to "{free}"', args: { free } };
    const fix = rewriteFix(origins, title, [{ file, range, key: false }], free);
    return fix ? [fix] : [];
  },
};

function freeId(id: string, used: ReadonlyMap<string, unknown>): string {
  let number = 2;
  while (used.has(`${id}-${number}`)) {
    number++;
  }
  return `${id}-${number}`;
}
