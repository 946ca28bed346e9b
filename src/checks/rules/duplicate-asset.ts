import { CsvEditor } from '../../formats/csv/editCsv';
import { type Finding, finding, type Fix } from '../../formats/finding';
import { setYamlValue } from '../../formats/yaml/editYaml';
import type { AssetOrigin, Origins } from '../../model/origins';
import { cellFix } from '../cellFix';
import type { Rule } from '../rule';
import { formatOf, textOf, yamlFileOf, yamlFix } from '../yamlFix';

/** An asset whose id another one has, or that has two. */
export const duplicateAsset: Rule = {
  code: 'duplicate-asset',
  check: ({ origins }) => [
    ...[...origins.assets.values()].flat().flatMap(secondIds),
    ...[...origins.assets].flatMap(([id, [claimed, ...others]]) => {
      const first = claimed && speaker(claimed);
      return others.flatMap((records) => {
        const second = speaker(records);
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
              data: { id, component: second.component, asset: second.record.name.value },
            },
          ),
        ];
      });
    }),
  ],
  fixes: ({ file, range, data }, { origins }) => {
    const { id = '', component, asset, first: firstId } = data;
    if (firstId !== undefined) {
      const title = { template: 'Change it to "{first}"', args: { first: firstId } };
      return cellFix(origins, { file, range }, title, firstId);
    }
    const claims = origins.assets.get(id) ?? [];
    const records = claims.find(
      ([first]) => first?.component === component && first?.record.name.value === asset,
    );
    const second = records && speaker(records);
    return second ? idFix(origins, second, freeId(id, origins.assets)) : [];
  },
};

/** The ids of one asset that differ from the first one written for it. */
function secondIds(records: readonly AssetOrigin[]): Finding<'duplicate-asset'>[] {
  const [first, ...others] = records.flatMap(({ file, component, record: { id, name } }) =>
    id ? [{ file, component, id, asset: name.value }] : [],
  );
  return others
    .filter(({ id }) => first && id.value !== first.id.value)
    .map(({ file, component, asset, id }) => {
      const args = { asset, component, id: id.value, first: first?.id.value ?? '' };
      const message = { template: 'Here its id is "{first}".', args };
      return finding(
        'duplicate-asset',
        { file, range: id.range },
        '"{asset}" of "{component}" has the id "{first}" already; the first one counts, so keep one of them.',
        args,
        {
          related: first ? [{ file: first.file, range: first.id.range, message }] : [],
          data: { id: id.value, component, asset, first: args.first },
        },
      );
    });
}

/** The record of an asset that gives its id, else the first one. */
function speaker(records: readonly AssetOrigin[]): AssetOrigin | undefined {
  return records.find(({ record }) => record.id) ?? records[0];
}

/** Changes the id, or gives one where the record stands, else in a YAML file. */
function idFix(origins: Origins, origin: AssetOrigin, id: string): Fix[] {
  const { file, record, component } = origin;
  if (record.id) {
    const title = { template: 'Change the id to "{id}"', args: { id } };
    return cellFix(origins, { file, range: record.id.range }, title, id);
  }
  const title = { template: 'Give it the id "{id}"', args: { id } };
  const edit =
    formatOf(origins, file) === 'csv'
      ? new CsvEditor(textOf(origins, file)).setColumn(record.range, 'Id', id)
      : undefined;
  if (edit) {
    return [{ title, changes: [{ file, edits: [edit] }] }];
  }
  const path = ['components', component, 'assets', record.name.value, 'id'];
  return [yamlFix(origins, yamlFileOf(origins, [origin]), title, [(text) => setYamlValue(text, path, id)])];
}

function freeId(id: string, used: ReadonlyMap<string, unknown>): string {
  let number = 2;
  while (used.has(`${id}-${number}`)) {
    number++;
  }
  return `${id}-${number}`;
}
