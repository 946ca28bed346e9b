import { isVirtual } from './model';
import { cellScore } from './scores';
import { STRIDE } from './types';
import type { NaiveComponent, NaiveModel, NaiveRule, StrideType } from './types';

export interface Resolved {
  readonly score: number;
  readonly byRule: boolean;
}

/** The rating of every relation by type; the keys are made by `ratingKey`. */
export function resolveRatings(model: NaiveModel): Map<string, Resolved> {
  const table = new Map<string, Resolved>();
  for (const component of model.components) {
    for (const name of component.interfaces) {
      for (const type of STRIDE) {
        const rating = resolveRating(model, component, name, type);
        if (rating !== undefined) table.set(ratingKey(component.name, name, type), rating);
      }
    }
  }
  return table;
}

/** The key of one relation and type. */
export const ratingKey = (component: string, name: string, type: StrideType): string =>
  JSON.stringify([component, name, type]);

/** The rating of the relation (component, interface) for one type; `undefined`: not rated. */
function resolveRating(
  model: NaiveModel,
  component: NaiveComponent,
  name: string,
  type: StrideType,
): Resolved | undefined {
  if (isVirtual(component)) return undefined;
  const records = model.ratings.filter((one) => one.component === component.name && one.interface === name);
  const own = records.map((one) => one.cells.get(type)).filter((text) => text !== undefined);
  const all = records.map((one) => one.cells.get('all')).filter((text) => text !== undefined);
  const score = highest(model, own.length > 0 ? own : all);
  if (score !== undefined) return { score, byRule: false };
  for (const rule of model.rules) {
    const text = rule.cells.get(type) ?? rule.cells.get('all');
    if (text === undefined || !ruleFits(rule, component, name)) continue;
    const ruled = highest(model, [text]);
    return ruled === undefined ? undefined : { score: ruled, byRule: true };
  }
  return undefined;
}

function highest(model: NaiveModel, texts: readonly string[]): number | undefined {
  const scores = texts
    .map((text) => cellScore(text, model.vectors, model.settings.score))
    .filter((score) => score !== undefined);
  return scores.length === 0 ? undefined : Math.max(...scores);
}

function ruleFits(rule: NaiveRule, component: NaiveComponent, name: string): boolean {
  const fits = (key: string, text: string | undefined): boolean => {
    const pattern = rule.match.get(key);
    return pattern === undefined || (text !== undefined && patternFits(pattern, text));
  };
  const label = rule.match.get('label');
  return (
    fits('interface', name) &&
    fits('component', component.name) &&
    fits('facility', component.facility) &&
    (label === undefined || component.labels.includes(label))
  );
}

/** Whether a pattern fits a whole name; `*` stands for any run of characters, an empty one too. */
export function patternFits(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  if (pattern.startsWith('*')) {
    return patternFits(pattern.slice(1), text) || (text !== '' && patternFits(pattern, text.slice(1)));
  }
  return text !== '' && pattern[0] === text[0] && patternFits(pattern.slice(1), text.slice(1));
}
