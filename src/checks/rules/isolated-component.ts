import { finding } from '../../formats/finding';
import { labelFix } from '../labelFix';
import { componentPlace } from '../places';
import type { Rule } from '../rule';

/** A component without any interface, which no attack can enter or leave. */
export const isolatedComponent: Rule = {
  code: 'isolated-component',
  check: ({ model, origins }) =>
    [...model.components.values()].flatMap(({ name, relations, external, virtual }) => {
      const place = relations.size === 0 && !external && !virtual ? componentPlace(origins, name) : undefined;
      const template =
        '"{component}" has no interface, so no attack can reach it; give it an interface, or label it EXT if it is out of scope.';
      return place
        ? [finding('isolated-component', place, template, { component: name }, { data: { component: name } })]
        : [];
    }),
  fixes: ({ data }, { origins }) => [
    labelFix(origins, data.component ?? '', 'EXT', 'Label "{component}" EXT: it is out of scope'),
  ],
};
