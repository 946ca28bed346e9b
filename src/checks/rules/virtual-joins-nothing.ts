import { finding } from '../../formats/finding';
import type { Component, Model } from '../../model/model';
import { listNames } from '../../text/listNames';
import { nearestName } from '../../text/nearest';
import { componentPlace } from '../places';
import { rewriteFix } from '../renameFix';
import type { Rule } from '../rule';

/** A Virtual component that joins fewer than two interfaces of others. */
export const virtualJoinsNothing: Rule = {
  code: 'virtual-joins-nothing',
  check: ({ model, origins }) =>
    [...model.components.values()].flatMap((component) => {
      const { name, relations } = component;
      const loose = looseEnds(model, component);
      if (!component.virtual || component.external || relations.size - loose.length >= 2) {
        return [];
      }
      const place = componentPlace(origins, name);
      const template =
        relations.size < 2
          ? '"{component}" is Virtual but has fewer than two interfaces, so it joins nothing; add the interfaces at both ends, or remove it.'
          : 'No other component has {interfaces}, so "{component}" joins nothing; name the interfaces of the components at both ends, or remove it.';
      const interfaces = listNames(loose.map((end) => `"${end}"`));
      return place
        ? [
            finding(
              'virtual-joins-nothing',
              place,
              template,
              { component: name, interfaces },
              { data: { component: name } },
            ),
          ]
        : [];
    }),
  fixes: ({ data }, { model, origins }) => {
    const component = model.components.get(data.component ?? '');
    const [loose, ...more] = component ? looseEnds(model, component) : [];
    if (!component || loose === undefined || component.relations.size - more.length < 2) {
      return [];
    }
    const others = [...model.interfaces.values()].filter(
      ({ name, components }) =>
        !component.relations.has(name) && components.some((holder) => isInside(model, holder)),
    );
    const nearest = nearestName(
      loose,
      others.map(({ name }) => name),
    );
    const places = origins.relations.get(component.name)?.get(loose) ?? [];
    const title = {
      template: 'Change "{name}" to "{nearest}"',
      args: { name: loose, nearest: nearest ?? '' },
    };
    const fix =
      nearest === undefined
        ? undefined
        : rewriteFix(
            origins,
            title,
            places.map((place) => ({ ...place, key: false })),
            loose,
            nearest,
          );
    return fix ? [fix] : [];
  },
};

/** Interfaces of a component that nothing else has and where no attack begins. */
function looseEnds(model: Model, component: Component): string[] {
  return [...component.relations.keys()].filter((name) => {
    const { components = [], entry } = model.interfaces.get(name) ?? {};
    return (
      entry !== true && !components.some((holder) => holder !== component.name && isInside(model, holder))
    );
  });
}

function isInside(model: Model, component: string): boolean {
  return model.components.get(component)?.external === false;
}
