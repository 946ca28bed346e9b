import { relationPlace } from '../../checks/places';
import { declarationPlace } from '../../language/declarations';
import { definition } from '../../language/definition';
import { documentHighlights } from '../../language/documentHighlights';
import { hover } from '../../language/hover';
import { nameAt, recordsOf, relationsAt } from '../../language/nameAt';
import { references } from '../../language/references';
import { prepareRename, rename } from '../../language/rename';
import type { NavigationRequests } from '../../protocol/languageProtocol';
import type { RequestHandlers } from '../../protocol/endpoint';
import type { NameMention } from '../../model/mentions';
import type { Place } from '../../model/origins';
import type { SelectionKey } from '../../protocol/selectionKey';
import type { Snapshot } from '../../workspace/snapshot';
import { type ModelAccess, type PositionContext, positionContext } from './access';

/** Answers about names: what they are, where they stand, and how they can change. */
export function navigationRequests(access: ModelAccess): RequestHandlers<NavigationRequests> {
  return {
    hover: (params) => {
      const at = positionContext(access, params);
      const found = at && hover(at.snapshot, at.file, at.offset, at.figures);
      return found && { range: at.places.range(at.file, found.range), markdown: found.markdown };
    },
    definition: (params) => {
      const at = positionContext(access, params);
      const found = at && definition(at.snapshot, at.file, at.offset);
      return (
        found && {
          range: at.places.range(at.file, found.range),
          places: found.places.map((place) => at.places.place(place)),
        }
      );
    },
    references: (params) => {
      const at = positionContext(access, params);
      return at
        ? references(at.snapshot, at.file, at.offset, params.includeDeclaration).map((place) =>
            at.places.place(place),
          )
        : [];
    },
    highlights: (params) => {
      const at = positionContext(access, params);
      return at
        ? documentHighlights(at.snapshot, at.file, at.offset).map(({ range, kind }) => ({
            range: at.places.range(at.file, range),
            kind,
          }))
        : [];
    },
    prepareRename: (params) => {
      const at = positionContext(access, params);
      const prepared = at && prepareRename(at.snapshot, at.file, at.offset);
      if (!at || !prepared) {
        return NO_MODEL;
      }
      return prepared.kind === 'name'
        ? { ...prepared, range: at.places.range(at.file, prepared.range) }
        : prepared;
    },
    rename: (params) => {
      const at = positionContext(access, params);
      const renamed = at && rename(at.snapshot, at.file, at.offset, params.newName);
      if (!at || !renamed) {
        return NO_MODEL;
      }
      return renamed.kind === 'edits'
        ? { kind: 'edits', changes: renamed.changes.map((change) => at.places.edits(change)) }
        : renamed;
    },
    target: (params) => {
      const at = positionContext(access, params);
      return at && targetAt(at);
    },
    declaration: ({ root, key }) => {
      const snapshot = access.snapshot(root);
      const place = snapshot && declarationOf(snapshot, key);
      return snapshot && place && access.placesOf(snapshot).place(place);
    },
  };
}

function declarationOf(snapshot: Snapshot, key: SelectionKey): Place | undefined {
  switch (key.kind) {
    case 'chain':
      return undefined;
    case 'asset':
      return declarationPlace(snapshot, 'asset', key.id);
    case 'relation':
      return relationPlace(snapshot.origins, key.component, key.interface);
    default:
      return declarationPlace(snapshot, key.kind, key.name);
  }
}

function keyAt(
  name: NameMention | undefined,
  asset: string | undefined,
  relation: { readonly component: string; readonly interface: string } | undefined,
): SelectionKey | undefined {
  if (asset !== undefined) {
    return { kind: 'asset', id: asset };
  }
  if (name?.kind === 'component' || name?.kind === 'interface') {
    return { kind: name.kind, name: name.name };
  }
  return relation && { kind: 'relation', interface: relation.interface, component: relation.component };
}

const NO_MODEL = {
  kind: 'refused',
  message: { template: 'This file belongs to no model.', args: {} },
} as const;

function targetAt({ snapshot, file, offset }: PositionContext): NavigationRequests['target']['result'] {
  const records = recordsOf(snapshot, file);
  if (!records) {
    return undefined;
  }
  const name = nameAt(records, offset);
  const [relation] = relationsAt(records, offset);
  const asset =
    name?.kind === 'asset'
      ? [...snapshot.model.assets.values()].find(
          (candidate) => candidate.name === name.name && candidate.component === name.component,
        )?.id
      : undefined;
  return {
    root: snapshot.root,
    component: name?.kind === 'component' ? name.name : (name?.component ?? relation?.component),
    asset,
    interface: name?.kind === 'interface' ? name.name : relation?.interface,
    key: keyAt(name, asset, relation),
  };
}
