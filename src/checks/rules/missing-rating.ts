import { addCsvRatings, type RatingTexts } from '../../formats/csv/addRatings';
import { type FileEdits, finding, type Fix } from '../../formats/finding';
import type { StrideType } from '../../formats/stride';
import { setYamlValue } from '../../formats/yaml/editYaml';
import { typesAskedOf } from '../../model/askedTypes';
import type { Model, Relation } from '../../model/model';
import { type Origins, ratingOrigins } from '../../model/origins';
import type { Message } from '../../text/message';
import { relationPlace } from '../places';
import { mostUsedVector, ratingText } from '../ratingTexts';
import type { CheckContext, Rule } from '../rule';
import { difference, formatOf, yamlFileOf, yamlFix } from '../yamlFix';

/** A relation that is not rated, by itself or by rule, for all types that the model asks for. */
export const missingRating: Rule = {
  code: 'missing-rating',
  check: ({ model, origins }) => {
    const askedOf = typesAskedOf(model);
    return [...model.components.values()].flatMap((component) =>
      component.virtual || component.external
        ? []
        : [...component.relations.values()].flatMap((relation) => {
            const types = missingTypes(relation, askedOf(component), origins);
            const { name } = component;
            const place = types.length > 0 ? relationPlace(origins, name, relation.interface) : undefined;
            const args = { component: name, interface: relation.interface, types: types.join(', ') };
            const template =
              '"{component}" is not rated for {types} when attacked through "{interface}", which blocks these types there; rate them, with "none" where they are not possible.';
            return place ? [finding('missing-rating', place, template, args, { data: args })] : [];
          }),
    );
  },
  fixes: ({ data }, context) => {
    const { model, origins } = context;
    const component = model.components.get(data.component ?? '');
    const relation = component?.relations.get(data.interface ?? '');
    const types =
      component && relation ? missingTypes(relation, typesAskedOf(model)(component), origins) : [];
    return relation && types.length > 0 ? rateFixes(context, relation, types) : [];
  },
};

function missingTypes(relation: Relation, asked: readonly StrideType[], origins: Origins): StrideType[] {
  const open = asked.filter((type) => relation.ratings[type] === undefined);
  if (open.length === 0) {
    return open;
  }
  const records = origins.ratings.get(relation.component)?.get(relation.interface);
  // A cell that cannot be read, or names no vector, has an error of its own.
  return records ? open.filter((type) => ratingOrigins(records, type).length === 0) : open;
}

/** Ways to rate what is missing: like a relation of the same interface, with the vector that the model uses most, or as not possible. */
function rateFixes(
  { model, origins }: CheckContext,
  relation: Relation,
  types: readonly StrideType[],
): Fix[] {
  const args = { component: relation.component, interface: relation.interface, types: types.join(', ') };
  const fix = (title: Message, texts: RatingTexts): Fix => rateFix(origins, relation, title, texts);
  const fixes: Fix[] = [];
  const like = likeRelation(model, relation, types);
  const texts = like && types.flatMap((type) => [[type, ratingText(origins, like, type)] as const]);
  if (like && texts?.every((pair): pair is readonly [StrideType, string] => pair[1] !== undefined)) {
    const title = {
      template: 'Rate {types} like "{like}" through "{interface}"',
      args: { ...args, like: like.component },
    };
    fixes.push(fix(title, texts));
  }
  const vector = mostUsedVector(model);
  if (vector !== undefined) {
    const title = { template: 'Rate {types} with {vector}, the vector used most', args: { ...args, vector } };
    fixes.push(
      fix(
        title,
        types.map((type) => [type, vector] as const),
      ),
    );
  }
  const title = { template: 'Rate {types} as not possible: none', args };
  return [
    ...fixes,
    fix(
      title,
      types.map((type) => [type, 'none'] as const),
    ),
  ];
}

/** A relation of the same interface that is rated for the types, in the same facility if there is one. */
function likeRelation(model: Model, relation: Relation, types: readonly StrideType[]): Relation | undefined {
  const { facility } = model.components.get(relation.component) ?? {};
  const rated = (model.interfaces.get(relation.interface)?.components ?? []).flatMap((name) => {
    const other = model.components.get(name);
    const candidate = other?.relations.get(relation.interface);
    return other && candidate && types.every((type) => candidate.ratings[type]) ? [{ other, candidate }] : [];
  });
  return (rated.find(({ other }) => other.facility === facility) ?? rated[0])?.candidate;
}

/** Adds ratings where the relation is rated already, else where its component is, else where it is declared. */
function rateFix(origins: Origins, relation: Relation, title: Message, texts: RatingTexts): Fix {
  const { component, interface: name } = relation;
  const table = tableEdits(origins, relation, texts);
  if (table) {
    return { title, changes: [table] };
  }
  const ofComponent = origins.ratings.get(component);
  const file = yamlFileOf(origins, [
    ...(ofComponent?.get(name) ?? []),
    ...[...(ofComponent?.values() ?? [])].flat(),
    ...(origins.relations.get(component)?.get(name) ?? []),
  ]);
  const records = ofComponent?.get(name)?.some((record) => record.file === file) ?? false;
  // A new entry is written in one piece, so that it stands in the order of the types.
  const changes = records
    ? texts.map(
        ([type, text]) =>
          (yaml: string) =>
            setYamlValue(yaml, ['ratings', component, name, type], text),
      )
    : [(yaml: string) => setYamlValue(yaml, ['ratings', component, name], Object.fromEntries(texts))];
  return yamlFix(origins, file, title, changes);
}

/** Adds ratings to the table that rates the relation, else its component, else others of a model in CSV; undefined where that is none. */
function tableEdits(
  origins: Origins,
  { component, interface: name }: Relation,
  texts: RatingTexts,
): FileEdits | undefined {
  const ofComponent = origins.ratings.get(component);
  const own = ofComponent?.get(name) ?? [];
  const declared = origins.relations.get(component)?.get(name)?.[0]?.file ?? '';
  const [near = formatOf(origins, declared) === 'csv' ? someTable(origins) : undefined] = [
    ...own,
    ...[...(ofComponent?.values() ?? [])].flat(),
  ].map(({ file }) => file);
  const records = origins.files.find(({ file, format }) => file === near && format === 'csv');
  if (!records) {
    return undefined;
  }
  // A row of several interfaces rates others too.
  const row = own.find(
    ({ file, record }) =>
      file === near && records.ratings.filter(({ range }) => range.start === record.range.start).length === 1,
  );
  const after = addCsvRatings(records.text, { component, interface: name }, row?.record.range, texts);
  return after === undefined ? undefined : { file: records.file, edits: [difference(records.text, after)] };
}

function someTable({ files }: Origins): string | undefined {
  return files.find(({ format, ratings }) => format === 'csv' && ratings.length > 0)?.file;
}
