import { finding } from '../../formats/finding';
import { removeYamlEntry } from '../../formats/yaml/editYaml';
import { recordPlace } from '../places';
import type { Rule } from '../rule';
import { formatOf, removalAt, textOf } from '../yamlFix';

/** A rating of a Virtual component, which is passed through and not rated. */
export const ratingOnVirtual: Rule = {
  code: 'rating-on-virtual',
  check: ({ model, origins }) =>
    [...origins.ratings].flatMap(([component, byInterface]) =>
      model.components.get(component)?.virtual
        ? [...byInterface].flatMap(([name, records]) =>
            records.map((origin) => {
              const args = { component, interface: name };
              const template =
                '"{component}" is Virtual and passed through without a factor, so its rating through "{interface}" is ignored; remove it, and rate the devices at both ends.';
              return finding('rating-on-virtual', recordPlace(origins, origin), template, args, {
                data: args,
              });
            }),
          )
        : [],
    ),
  fixes: ({ file, range, data }, { origins }) => {
    const { component = '', interface: name = '' } = data;
    const title = {
      template: 'Remove the rating of "{component}" through "{interface}"',
      args: { component, interface: name },
    };
    const alone =
      origins.files
        .find((records) => records.file === file)
        ?.ratings.filter((rating) => rating.component.value === component).length === 1;
    const path = alone ? ['ratings', component] : ['ratings', component, name];
    const removal =
      formatOf(origins, file) === 'csv'
        ? removalAt(origins, { file, range })
        : { file, edits: removeYamlEntry(textOf(origins, file), path) };
    return removal ? [{ title, changes: [removal] }] : [];
  },
};
