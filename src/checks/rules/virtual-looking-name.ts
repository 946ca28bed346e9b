import { finding } from '../../formats/finding';
import { VIRTUAL_PREFIX } from '../../model/labels';
import { labelFix } from '../labelFix';
import { componentPlace } from '../places';
import { renameFix } from '../renameFix';
import type { Rule } from '../rule';

const LOOKS_VIRTUAL = /^virtual[\s_:.-]*/i;

/** A name that looks like that of a Virtual component, which it is not. */
export const virtualLookingName: Rule = {
  code: 'virtual-looking-name',
  check: ({ model, origins }) =>
    [...model.components.values()].flatMap(({ name, virtual, external }) => {
      const place =
        !virtual && !external && LOOKS_VIRTUAL.test(name) ? componentPlace(origins, name) : undefined;
      const template =
        '"{component}" is a device, because its name does not begin with "Virtual-"; if it only joins interfaces, label it Virtual or rename it.';
      return place
        ? [
            finding(
              'virtual-looking-name',
              place,
              template,
              { component: name },
              { data: { component: name } },
            ),
          ]
        : [];
    }),
  fixes: ({ data }, { model, origins }) => {
    const { component = '' } = data;
    const label = labelFix(
      origins,
      component,
      'Virtual',
      'Label "{component}" Virtual: it only joins interfaces',
    );
    const rest = component.replace(LOOKS_VIRTUAL, '');
    const name = VIRTUAL_PREFIX + rest;
    const title = {
      template: 'Rename "{component}" to "{name}", everywhere it occurs',
      args: { component, name },
    };
    const rename =
      rest === '' || model.components.has(name)
        ? undefined
        : renameFix(origins, title, 'component', component, name);
    return rename ? [label, rename] : [label];
  },
};
