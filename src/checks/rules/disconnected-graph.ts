import { finding, type Fix } from '../../formats/finding';
import { setYamlValue } from '../../formats/yaml/editYaml';
import { connectedParts } from '../../model/connectivity';
import type { Component, Model } from '../../model/model';
import { listNames } from '../../text/listNames';
import { nearestName } from '../../text/nearest';
import { componentPlace, componentRecords } from '../places';
import type { CheckContext, Rule } from '../rule';
import { yamlFileOf, yamlFix } from '../yamlFix';

const LISTED_PARTS = 5;
const RELATED = 3;

/** Parts of the graph that no interface joins. */
export const disconnectedGraph: Rule = {
  code: 'disconnected-graph',
  check: ({ model, origins }) => {
    const [largest, ...others] = connectedParts(model);
    if (!largest || others.length === 0) {
      return [];
    }
    const parts = [largest, ...others].map((part) => `[${listNames(part.map(({ name }) => name))}]`);
    const args = { count: parts.length, parts: listNames(parts, LISTED_PARTS) };
    const related = largest.slice(0, RELATED).flatMap(({ name }) => {
      const place = componentPlace(origins, name);
      const message = { template: '"{component}" is in the largest part.', args: { component: name } };
      return place ? [{ ...place, message }] : [];
    });
    return others.flat().flatMap(({ name }) => {
      const place = componentPlace(origins, name);
      const template =
        'The graph falls into {count} parts: {parts}. Nothing joins "{component}" to the largest one; give both a common interface, or join them by a Virtual component.';
      return place
        ? [
            finding(
              'disconnected-graph',
              place,
              template,
              { ...args, component: name },
              { related, data: { component: name } },
            ),
          ]
        : [];
    });
  },
  fixes: (problem, context) => {
    const component = context.model.components.get(problem.data.component ?? '');
    const [largest] = connectedParts(context.model);
    return component && largest ? joinFix(context, component, largest) : [];
  },
};

function joinFix(
  { model, origins }: CheckContext,
  component: Component,
  largest: readonly Component[],
): Fix[] {
  const pair = choosePair(model, component, largest);
  if (!pair) {
    return [];
  }
  const name = freeName(model, `Virtual-${pair.partner.component}-${component.name}`.replace(/\s+/g, '-'));
  const title = {
    template: 'Join "{from}" of "{partner}" and "{to}" of "{component}" by the Virtual component "{name}"',
    args: {
      from: pair.partner.interface,
      partner: pair.partner.component,
      to: pair.own,
      component: component.name,
      name,
    },
  };
  const file = yamlFileOf(origins, componentRecords(origins, component.name));
  const value = { interfaces: [pair.partner.interface, pair.own] };
  return [yamlFix(origins, file, title, [(text) => setYamlValue(text, ['components', name], value)])];
}

interface Port {
  readonly interface: string;
  readonly component: string;
}

/**
 * The interfaces to join. Those that lead nowhere yet are the likely ends of a missing cable; among them two that
 * are named alike, such as LAN1 and LAN2.
 */
function choosePair(
  model: Model,
  component: Component,
  largest: readonly Component[],
): { readonly own: string; readonly partner: Port } | undefined {
  const open = (name: string): boolean => {
    const { components, entry } = model.interfaces.get(name) ?? { components: [], entry: undefined };
    return components.length === 1 && entry !== true;
  };
  const ports = largest
    .filter(({ virtual }) => !virtual)
    .flatMap(({ name, relations }) =>
      [...relations.keys()].map((key): Port => ({ interface: key, component: name })),
    );
  const openPorts = ports.filter((port) => open(port.interface));
  const portOf = new Map(openPorts.map((port) => [port.interface, port]));
  const own = [...component.relations.keys()];
  const openOwn = own.filter(open);
  for (const name of openOwn) {
    const partner = portOf.get(nearestName(name, portOf.keys()) ?? '');
    if (partner) {
      return { own: name, partner };
    }
  }
  const first = openOwn[0] ?? own[0];
  const partner = openPorts[0] ?? ports[0];
  return first !== undefined && partner ? { own: first, partner } : undefined;
}

function freeName(model: Model, wanted: string): string {
  let name = wanted;
  for (let number = 2; model.components.has(name); number++) {
    name = `${wanted}-${number}`;
  }
  return name;
}
