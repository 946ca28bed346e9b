import { STRIDE_TYPES, type StrideType } from '../formats/stride';
import { connectedParts, entryDistances } from '../model/connectivity';
import { entryPoints } from '../model/entryPoints';
import type { ComponentLabel } from '../model/labels';
import type { Component, Interface, Model, Relation } from '../model/model';
import { compareCodePoints } from '../text/compare';
import type { NodeShape, Scene, SceneEdge, SceneNode } from './scene';
import type { SceneFigures } from './sceneFigures';
import { smallest } from '../text/arrays';

/**
 * A model as it is drawn. EXT components stay in, although chains do not enter them.
 * @param figures of a computation; without them nothing has a figure
 */
export function buildScene(model: Model, figures?: SceneFigures): Scene {
  const components = [...model.components.values()].sort((a, b) => compareCodePoints(a.name, b.name));
  const interfaces = [...model.interfaces.values()].sort((a, b) => compareCodePoints(a.name, b.name));
  const facilities = [
    ...new Set(components.flatMap(({ facility }) => (facility === undefined ? [] : [facility]))),
  ].sort(compareCodePoints);
  const facilityNumber = new Map(facilities.map((name, index) => [name, index]));
  const facilityOf = (component: Component | undefined): number =>
    component?.facility === undefined ? -1 : (facilityNumber.get(component.facility) ?? -1);
  const distances = entryDistances(model);
  const entries = new Set(entryPoints(model).map(({ name }) => name));
  const inMain = mainPart(model);

  const componentNode = (component: Component): SceneNode => ({
    kind: 'component',
    name: component.name,
    shape: componentShape(component),
    facility: facilityOf(component),
    labels: [...component.labels],
    assets: component.assets.map(({ id, name }) => ({ id, name })),
    entry: false,
    degree: component.relations.size,
    distance: distances.get(component.name) ?? -1,
    problem: problemOf(component.relations.size, inMain.component(component)),
    figure: figures?.components.get(component.name),
  });
  const interfaceNode = (node: Interface): SceneNode => {
    const holders = node.components.map((name) => model.components.get(name));
    const inFacilities = new Set(holders.map(facilityOf));
    const reached = node.components.flatMap((name) => distances.get(name) ?? []);
    const entry = entries.has(node.name);
    return {
      kind: 'interface',
      name: node.name,
      shape: 'interface',
      facility: inFacilities.size === 1 ? ([...inFacilities][0] ?? -1) : -1,
      labels: [],
      assets: [],
      entry,
      degree: node.components.length,
      distance: entry ? 0 : reached.length > 0 ? smallest(reached) : -1,
      problem: problemOf(node.components.length, inMain.interface(node)),
      figure: figures?.interfaces.get(node.name),
    };
  };

  const interfaceNumber = new Map(interfaces.map(({ name }, index) => [name, components.length + index]));
  const edges = components.flatMap(({ relations }, component) =>
    [...relations.values()].flatMap((relation): SceneEdge[] => {
      const other = interfaceNumber.get(relation.interface);
      return other === undefined
        ? []
        : [
            {
              component,
              interface: other,
              ratings: positiveRatings(relation),
              figure: figures?.relations.get(relation.component)?.get(relation.interface),
            },
          ];
    }),
  );
  return {
    model: model.name,
    nodes: [...components.map(componentNode), ...interfaces.map(interfaceNode)],
    edges: edges.sort((a, b) => a.component - b.component || a.interface - b.interface),
    facilities,
    computed: figures !== undefined,
    ...(figures?.whole === false && { partial: true }),
  };
}

function componentShape({ external, virtual, labels }: Component): NodeShape {
  if (external) {
    return 'external';
  }
  if (virtual) {
    return 'virtual';
  }
  return labels.has('Communication' satisfies ComponentLabel) ? 'bus' : 'device';
}

function positiveRatings({ ratings }: Relation): [StrideType, number][] {
  return STRIDE_TYPES.flatMap((type): [StrideType, number][] => {
    const score = ratings[type]?.score ?? 0;
    return score > 0 ? [[type, score]] : [];
  });
}

function problemOf(relations: number, inMainPart: boolean): SceneNode['problem'] {
  if (relations === 0) {
    return 'isolated';
  }
  return inMainPart ? undefined : 'disconnected';
}

/** Tells what hangs together with the largest part of the graph. EXT components are in no part, but may touch it. */
function mainPart(model: Model): {
  component(component: Component): boolean;
  interface(node: Interface): boolean;
} {
  const [largest] = connectedParts(model);
  const names = new Set(largest?.map(({ name }) => name));
  const touches = ({ components }: Interface): boolean =>
    !largest || components.some((name) => names.has(name));
  return {
    interface: touches,
    component: ({ name, external, relations }) =>
      external
        ? [...relations.keys()].some((through) => {
            const found = model.interfaces.get(through);
            return found !== undefined && touches(found);
          })
        : names.has(name),
  };
}
