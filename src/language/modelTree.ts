import type { ChainFigure, ChainFigures } from '../chains/chainFigures';
import type { Asset, Component } from '../model/model';
import type { Place } from '../model/origins';
import { plural, shortProbability } from '../text/numbers';
import type { Snapshot } from '../workspace/snapshot';
import { declarationPlace } from './declarations';
import { figureText } from './figureText';
import { treeId, treePath } from './modelTreeId';
import { type ProblemCount, ProblemCounts } from './problemCounts';

/** What a node of the model tree stands for. */
export type ModelTreeKind =
  | 'facility'
  | 'component'
  | 'channel'
  | 'virtual'
  | 'external'
  | 'interface'
  | 'entry'
  | 'asset';

/** A node of the model tree. */
export interface ModelTreeNode {
  /** The same as long as the names are. */
  readonly id: string;
  readonly kind: ModelTreeKind;
  readonly label: string;
  /** P and number of chains where they have been computed, else what is most worth knowing. */
  readonly description: string;
  /** Where it is declared; undefined for a facility that only components name. */
  readonly place: Place | undefined;
  /** At it or under it. */
  readonly problems: ProblemCount | undefined;
  readonly hasChildren: boolean;
}

/**
 * The children of a node, or the topmost nodes: facilities with their components, components with interfaces and
 * assets. Components without a facility stand beside the facilities. In the order of the files.
 */
export function modelTreeChildren(
  snapshot: Snapshot,
  figures: ChainFigures | undefined,
  parentId?: string,
): ModelTreeNode[] {
  const nodes = new NodeMaker(snapshot, figures);
  const components = [...snapshot.model.components.values()];
  if (parentId === undefined) {
    const facilities = new Set([
      ...components.flatMap(({ facility }) => facility ?? []),
      ...snapshot.model.facilities.keys(),
    ]);
    const loose = components.filter(({ facility }) => facility === undefined);
    return [
      ...[...facilities].map((name) => nodes.facility(name)),
      ...loose.map((component) => nodes.component(component)),
    ];
  }
  const [kind, name] = treePath(parentId) ?? [];
  if (kind === 'facility') {
    return components
      .filter(({ facility }) => facility === name)
      .map((component) => nodes.component(component));
  }
  const component = kind === 'component' ? snapshot.model.components.get(name ?? '') : undefined;
  return component
    ? [
        ...component.assets.map((asset) => nodes.asset(asset)),
        ...[...component.relations.keys()].map((interfaceName) =>
          nodes.interface(component.name, interfaceName),
        ),
      ]
    : [];
}

class NodeMaker {
  private readonly problems: ProblemCounts;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly figures: ChainFigures | undefined,
  ) {
    this.problems = new ProblemCounts(snapshot.problems);
  }

  facility(name: string): ModelTreeNode {
    const { model, origins } = this.snapshot;
    const held = [...model.components.values()].filter(({ facility }) => facility === name);
    const worst = this.worst(held);
    const declared = (origins.facilities.get(name) ?? []).map(({ file, record }) => ({
      file,
      range: record.range,
    }));
    return {
      id: treeId('facility', name),
      kind: 'facility',
      label: name,
      description: worst
        ? `${shortProbability(worst.worst)} ${worst.rating}`
        : plural(held.length, 'component'),
      place: declarationPlace(this.snapshot, 'facility', name),
      problems: this.problems.in([
        ...declared,
        ...held.flatMap((component) => this.componentPlaces(component.name)),
      ]),
      hasChildren: held.length > 0,
    };
  }

  component(component: Component): ModelTreeNode {
    const { name, assets, relations, labels } = component;
    return {
      id: treeId('component', name),
      kind: componentKind(component),
      label: name,
      description: this.describe(
        (figures) => figures.components.get(name),
        [...labels].join(', '),
        component.external ? 'EXT' : undefined,
      ),
      place: declarationPlace(this.snapshot, 'component', name),
      problems: this.problems.in(this.componentPlaces(name)),
      hasChildren: assets.length > 0 || relations.size > 0,
    };
  }

  asset({ id, name, component }: Asset): ModelTreeNode {
    const origins = (this.snapshot.origins.assets.get(id) ?? []).flat();
    return {
      id: treeId('asset', component, name),
      kind: 'asset',
      label: name,
      description: this.describe((figures) => figures.assets.get(id), ''),
      place: declarationPlace(this.snapshot, 'asset', id),
      problems: this.problems.in(origins.map(({ file, record }) => ({ file, range: record.range }))),
      hasChildren: false,
    };
  }

  interface(component: string, name: string): ModelTreeNode {
    const { model, origins } = this.snapshot;
    const places = origins.relations.get(component)?.get(name) ?? [];
    const marks = (origins.interfaces.get(name) ?? []).map(({ file, record }) => ({
      file,
      range: record.range,
    }));
    const found = model.interfaces.get(name);
    const sharing = (found?.components.length ?? 1) - 1;
    const shared = sharing > 0 ? `shared with ${plural(sharing, 'other')}` : '';
    return {
      id: treeId('interface', component, name),
      kind: found?.entry === true ? 'entry' : 'interface',
      label: name,
      description:
        found?.entry === true ? this.describe((figures) => figures.entries.get(name), shared) : shared,
      place: places[0],
      problems: this.problems.in([...places, ...marks, ...this.ratingPlaces(component, name)]),
      hasChildren: false,
    };
  }

  private describe(
    pick: (figures: ChainFigures) => ChainFigure | undefined,
    otherwise: string,
    always?: string,
  ): string {
    const figure = this.figures && pick(this.figures);
    return always ?? (figure ? figureText(figure) : this.figures ? 'no chains' : otherwise);
  }

  private worst(components: readonly Component[]): ChainFigure | undefined {
    let worst: ChainFigure | undefined;
    for (const { name } of components) {
      const figure = this.figures?.components.get(name);
      if (figure && (!worst || figure.position < worst.position)) {
        worst = figure;
      }
    }
    return worst;
  }

  private componentPlaces(name: string): Place[] {
    const { origins } = this.snapshot;
    return [
      ...(origins.components.get(name) ?? []).map(({ file, record }) => ({ file, range: record.range })),
      // The name of the component stands before its ratings in YAML.
      ...[...(origins.ratings.get(name)?.values() ?? [])]
        .flat()
        .map(({ file, record }) => ({ file, range: record.component.range })),
      ...[...(origins.ratings.get(name)?.keys() ?? [])].flatMap((interfaceName) =>
        this.ratingPlaces(name, interfaceName),
      ),
    ];
  }

  private ratingPlaces(component: string, name: string): Place[] {
    const records = this.snapshot.origins.ratings.get(component)?.get(name) ?? [];
    return records.map(({ file, record }) => ({ file, range: record.range }));
  }
}

function componentKind({ external, virtual, labels }: Component): ModelTreeKind {
  if (external) {
    return 'external';
  }
  return virtual ? 'virtual' : labels.has('Communication') ? 'channel' : 'component';
}
