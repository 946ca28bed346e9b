import { finding, type Fix } from '../../formats/finding';
import { VIRTUAL_PREFIX } from '../../model/labels';
import { placeOf } from '../../model/origins';
import { componentRecords } from '../places';
import { renameFix, rewriteFix } from '../renameFix';
import type { CheckContext, Rule } from '../rule';

/** An asset of a Virtual component, which is never a target. */
export const virtualHoldsAsset: Rule = {
  code: 'virtual-holds-asset',
  check: ({ model, origins }) =>
    [...model.assets.values()].flatMap(({ id, name, component }) => {
      const holder = model.components.get(component);
      const first = origins.assets.get(id)?.[0]?.[0];
      const template =
        '"{component}" is Virtual and never a target, so no chain leads to "{asset}"; move the asset to a device or channel, or do not make "{component}" Virtual.';
      return holder?.virtual && !holder.external && first
        ? [
            finding(
              'virtual-holds-asset',
              placeOf(first.file, first.record.name),
              template,
              { component, asset: name },
              { data: { component } },
            ),
          ]
        : [];
    }),
  fixes: ({ data }, context) => {
    const fix = data.component === undefined ? undefined : realFix(context, data.component);
    return fix ? [fix] : [];
  },
};

/** Makes a component real: a channel in place of the label, or a name without the prefix. */
function realFix({ model, origins }: CheckContext, component: string): Fix | undefined {
  const labels = componentRecords(origins, component).flatMap(({ file, record }) =>
    record.labels
      .filter(({ value }) => value === 'Virtual')
      .map((label) => ({ ...placeOf(file, label), key: false })),
  );
  if (!component.startsWith(VIRTUAL_PREFIX)) {
    const title = { template: 'Label "{component}" Communication instead of Virtual', args: { component } };
    return rewriteFix(origins, title, labels, 'Virtual', 'Communication');
  }
  const name = component.slice(VIRTUAL_PREFIX.length).trim();
  if (labels.length > 0 || name === '' || name.startsWith(VIRTUAL_PREFIX) || model.components.has(name)) {
    return undefined;
  }
  const title = {
    template: 'Rename "{component}" to "{name}", everywhere it occurs',
    args: { component, name },
  };
  return renameFix(origins, title, 'component', component, name);
}
