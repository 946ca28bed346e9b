import { finding } from '../../formats/finding';
import { mentionsIn, type NameMention, type NamedKind } from '../../model/mentions';
import { MODEL_FILE } from '../../model/modelFile';
import type { CheckContext, Neighbour, Rule } from '../rule';
import { NEW_FILE } from '../yamlFix';

/** Kinds of names by which a part of a model points to another part. */
const POINTING: readonly NamedKind[] = ['component', 'interface', 'vector', 'attacker', 'period'];

/** A folder that is a model of its own only because no model file joins it to another one, whose names it uses. */
export const noModelFile: Rule = {
  code: 'no-model-file',
  check: (context) => {
    const pointer = firstPointer(context);
    if (!pointer) {
      return [];
    }
    const { mention, neighbour, declaredIn } = pointer;
    const { file, range, name } = mention;
    const up = neighbour.folder.split('/').filter((part) => part === '..');
    const modelFile = [...up, MODEL_FILE].join('/');
    const template =
      '"{name}" stands in {other}, which belongs to another model, because no model.tmg.yaml stands beside or above both; create {modelFile} to make them one.';
    const args = { name, other: declaredIn, modelFile };
    return [finding('no-model-file', { file, range }, template, args, { data: { modelFile } })];
  },
  fixes: ({ data }) => {
    const { modelFile: file = MODEL_FILE } = data;
    const edits = [{ range: { start: 0, end: 0 }, newText: NEW_FILE }];
    return [{ title: { template: 'Create {file}', args: { file } }, changes: [{ file, edits }] }];
  },
};

interface Pointer {
  readonly mention: NameMention;
  readonly neighbour: Neighbour;
  /** File of the neighbour, relative to the model's own folder. */
  readonly declaredIn: string;
}

function firstPointer(context: CheckContext): Pointer | undefined {
  const { origins, neighbours = [] } = context;
  if (neighbours.length === 0 || origins.files.some(({ file }) => file === MODEL_FILE)) {
    return undefined;
  }
  for (const file of origins.files) {
    for (const mention of mentionsIn(file, POINTING)) {
      if (!mention.pattern && isOpen(context, mention)) {
        for (const neighbour of neighbours) {
          const found = fileWith(neighbour, mention);
          if (found !== undefined) {
            return { mention, neighbour, declaredIn: `${neighbour.folder}/${found}` };
          }
        }
      }
    }
  }
  return undefined;
}

/** Whether the model itself does not say what a name is; of a component, by which interfaces it is reached. */
function isOpen({ model, origins }: CheckContext, { kind, name }: NameMention): boolean {
  switch (kind) {
    case 'component':
      return (model.components.get(name)?.relations.size ?? 0) === 0;
    case 'interface':
      return !model.interfaces.has(name);
    case 'vector':
      return !origins.vectors.has(name);
    case 'attacker':
      return !origins.attackers.has(name);
    case 'period':
      return !origins.periods.has(name);
    default:
      return false;
  }
}

/** The file of a neighbour that says what a name is. */
function fileWith({ model, origins }: Neighbour, { kind, name }: NameMention): string | undefined {
  switch (kind) {
    case 'component':
      return [...(origins.relations.get(name)?.values() ?? [])][0]?.[0]?.file;
    case 'interface': {
      const [holder = ''] = model.interfaces.get(name)?.components ?? [];
      return origins.relations.get(holder)?.get(name)?.[0]?.file;
    }
    case 'vector':
      return origins.vectors.get(name)?.[0]?.file;
    case 'attacker':
      return origins.attackers.get(name)?.[0]?.file;
    case 'period':
      return origins.periods.get(name)?.[0]?.file;
    default:
      return undefined;
  }
}
