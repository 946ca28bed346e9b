import type { Snapshot } from '../workspace/snapshot';
import { treeId } from './modelTreeId';
import { nameAt, recordsOf, relationsAt } from './nameAt';

/** Ids from the top of the model tree to the node of the name at an offset; empty where the tree has none. */
export function modelTreePath(snapshot: Snapshot, file: string, offset: number): string[] {
  const records = recordsOf(snapshot, file);
  const name = records && nameAt(records, offset);
  if (!name) {
    return [];
  }
  const { components, interfaces } = snapshot.model;
  const inComponent = (holder: string | undefined, inner: readonly string[] = []): string[] => {
    const component = components.get(holder ?? '');
    const above = component?.facility === undefined ? [] : [treeId('facility', component.facility)];
    return component ? [...above, treeId('component', component.name), ...inner] : [];
  };
  switch (name.kind) {
    case 'facility':
      return [treeId('facility', name.name)];
    case 'component':
      return inComponent(name.name);
    case 'asset': {
      const holder = name.component ?? '';
      return inComponent(holder, [treeId('asset', holder, name.name)]);
    }
    case 'interface': {
      // The component that the text speaks of, or any that has it.
      const here = relationsAt(records, offset).find(({ component }) =>
        components.get(component)?.relations.has(name.name),
      );
      const holder = here?.component ?? interfaces.get(name.name)?.components[0] ?? '';
      return inComponent(holder, [treeId('interface', holder, name.name)]);
    }
    default:
      return [];
  }
}
