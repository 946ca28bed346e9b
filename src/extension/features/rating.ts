import {
  CancellationError,
  type Disposable,
  l10n,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { isStrideType, STRIDE_TYPES, strideName, type StrideType } from '../../formats/stride';
import type { RatableRelation } from '../../language/ratableRelations';
import type { PathEdits } from '../../protocol/places';
import { registerCommand } from '../commands';
import { changedMeanwhile, toRange, toWorkspaceEdit } from '../convert';
import { documentPosition } from '../documents';
import { pickModel } from '../pickModel';
import { pickOne, type Step } from '../quickInput';
import { resourceUri } from '../resourcePath';
import type { Services } from '../services';
import { pickRating } from './ratingPick';
import { changeVector } from './vectorPick';
import { withoutIcons } from '../iconText';

/** A relation that a command is called for, as views and lenses know it. */
interface RelationTarget {
  readonly root?: string;
  readonly component?: string;
  readonly name?: string;
}

/** Rate This Relation, Edit CVSS Vector and Name This Vector. */
export function rating(services: Services): Disposable[] {
  const { notifier, threads } = services;
  return [
    registerCommand('tmg.rateRelation', notifier, (target?: RelationTarget) =>
      rateRelation(services, target),
    ),
    registerCommand('tmg.editVector', notifier, async () => {
      const editor = activeEditor();
      const at = documentPosition(editor.document, editor.selection.active);
      const vector = await threads.languageEndpoint.request('vectorAt', at);
      if (!vector) {
        throw new Error(l10n.t('Place the caret on a CVSS vector.'));
      }
      const { version } = editor.document;
      const text = await changeVector(services, vector.text);
      if (text !== undefined && text !== vector.text) {
        assertVersion(editor.document, version);
        await apply(await threads.languageEndpoint.request('editCell', { ...at, before: vector.text, text }));
      }
    }),
    registerCommand('tmg.nameVector', notifier, async () => {
      const editor = activeEditor();
      const at = documentPosition(editor.document, editor.selection.active);
      const vector = await threads.languageEndpoint.request('vectorAt', at);
      if (!vector || vector.name !== undefined) {
        throw new Error(l10n.t('Place the caret on a CVSS vector that has no name yet.'));
      }
      const { version } = editor.document;
      const known = new Set(
        (await threads.languageEndpoint.request('vectors', { root: vector.root })).map(({ name }) => name),
      );
      const name = await window.showInputBox({
        title: l10n.t('Name This Vector'),
        prompt: l10n.t('Every rating with this very vector will use the name'),
        placeHolder: 'usb-root',
        validateInput: (text) => nameProblem(text.trim(), known),
      });
      if (name !== undefined) {
        assertVersion(editor.document, version);
        const edits = await threads.languageEndpoint.request('nameVector', {
          ...at,
          before: vector.text,
          name: name.trim(),
        });
        await apply(edits);
      }
    }),
  ];
}

async function rateRelation(services: Services, target: RelationTarget = {}): Promise<void> {
  const { threads } = services;
  const editor = window.activeTextEditor;
  const here =
    target.root === undefined && editor
      ? await threads.languageEndpoint.request(
          'target',
          documentPosition(editor.document, editor.selection.active),
        )
      : undefined;
  const model = await pickModel(services, target.root ?? here?.root);
  if (!model) {
    return;
  }
  const relations = await threads.languageEndpoint.request('relations', { root: model.root });
  const component = target.component ?? here?.component;
  const name = target.name ?? here?.interface;
  const given = relations.find(
    (candidate) => candidate.component === component && candidate.interface === name,
  );
  const ofComponent = relations.filter((candidate) => candidate.component === component);
  const relation = given ?? (await pickRelation(ofComponent.length > 0 ? ofComponent : relations));
  const type = relation && (await pickType(relation));
  const text = relation && type && (await pickRating(services, model.root, relation, type));
  if (relation && type && text !== undefined) {
    const edits = await threads.languageEndpoint.request('rate', {
      root: model.root,
      component: relation.component,
      interface: relation.interface,
      type,
      text,
    });
    await apply(edits);
    await reveal(edits);
  }
}

async function pickRelation(relations: readonly RatableRelation[]): Promise<RatableRelation | undefined> {
  const items = relations.map((relation) => ({
    label: withoutIcons(`${relation.interface} › ${relation.component}`),
    description:
      relation.missing.length > 0
        ? l10n.t('not rated: {types}', { types: relation.missing.join(', ') })
        : relation.rated.map(({ type, score }) => `${type} ${score}`).join(', '),
    value: relation,
  }));
  return chosen(
    await pickOne(items, {
      title: l10n.t('Rate This Relation'),
      placeholder: l10n.t('Which component, attacked through which interface?'),
    }),
  );
}

async function pickType(relation: RatableRelation): Promise<StrideType | undefined> {
  const rated = new Map(relation.rated.map(({ type, text, score }) => [type, { text, score }]));
  const items = STRIDE_TYPES.map((type) => {
    const known = rated.get(type);
    const isMissing = relation.missing.includes(type);
    return {
      label: `${type}: ${strideName(type)}`,
      description: known ? String(known.score) : isMissing ? l10n.t('not rated') : '',
      ...(known && known.text !== String(known.score) && { detail: withoutIcons(known.text) }),
      value: type,
      isMissing,
    };
  }).sort((a, b) => Number(b.isMissing) - Number(a.isMissing));
  const type = chosen(
    await pickOne(items, {
      title: l10n.t('Rate {component} attacked through {interface}', {
        component: relation.component,
        interface: relation.interface,
      }),
      placeholder: l10n.t('For which STRIDE type?'),
    }),
  );
  return type !== undefined && isStrideType(type) ? type : undefined;
}

function chosen<Value>(step: Step<Value>): Value | undefined {
  return step.kind === 'chosen' ? step.value : undefined;
}

function nameProblem(name: string, known: ReadonlySet<string>): string | undefined {
  if (name === '') {
    return l10n.t('Give a name.');
  }
  if (name === 'none' || /^[\d+.-]/.test(name) || /^CVSS:/i.test(name)) {
    return l10n.t('A name must not look like a score, a vector or none.');
  }
  return known.has(name) ? l10n.t('There is a vector with this name.') : undefined;
}

/** The caret stands for a vector only in the text in which it was placed. */
function assertVersion(document: TextDocument, version: number): void {
  if (document.version !== version) {
    throw changedMeanwhile(document.uri);
  }
}

function activeEditor(): TextEditor {
  const editor = window.activeTextEditor;
  if (!editor) {
    throw new CancellationError();
  }
  return editor;
}

async function apply(changes: readonly PathEdits[]): Promise<void> {
  if (changes.every(({ edits }) => edits.length === 0)) {
    throw new Error(
      l10n.t('Nothing was changed: the text there cannot be edited, or is another one by now; try again.'),
    );
  }
  await workspace.applyEdit(toWorkspaceEdit(changes));
}

/** Shows the line that was written. */
async function reveal(changes: readonly PathEdits[]): Promise<void> {
  const [first] = changes;
  const range = first?.edits[0]?.range;
  if (first && range) {
    const editor = await window.showTextDocument(resourceUri(first.path), { preview: false });
    editor.revealRange(toRange(range));
  }
}
