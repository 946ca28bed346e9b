import type { ChainFigures } from '../chains/chainFigures';
import { typesAskedOf } from '../model/askedTypes';
import type { Component, Interface, Model } from '../model/model';
import type { Snapshot } from '../workspace/snapshot';
import { figureItem } from './figureText';
import { escapeMarkdown, markdownList, markdownNames, paragraphs } from './markdown';
import type { RelationName } from './nameAt';

/**
 * What is known about an interface, as Markdown: who shares it and which way attacks run, and the ratings of the
 * relations it stands in at the place.
 */
export function interfaceHover(
  { model }: Snapshot,
  name: string,
  relations: readonly RelationName[],
  figures: ChainFigures | undefined,
): string {
  const found = model.interfaces.get(name);
  const title = `**${escapeMarkdown(name)}** (interface)`;
  if (!found) {
    return paragraphs([title, 'No component has this interface.']);
  }
  return paragraphs([
    title,
    markdownList([
      `Shared by: ${markdownNames(found.components)}`,
      directions(model, found),
      ...entryItems(model, found, figures),
    ]),
    ...relations
      .filter((relation) => relation.interface === name)
      .map((relation) => relationText(model, model.components.get(relation.component), name)),
  ]);
}

/** An attack runs from the interface into a component, the other way than HAS_INTERFACE. */
function directions({ components }: Model, { name, components: holders }: Interface): string {
  const inside = holders.filter((holder) => components.get(holder)?.external === false);
  if (inside.length === 0) {
    return 'Attacks: none, as all who have it are out of scope';
  }
  const label = escapeMarkdown(name);
  return inside.length === 1
    ? `Attacks run from ${label} into ${markdownNames(inside)}; no other component is reached through it`
    : `Attacks run from ${label} into each of them: who holds one of them reaches the others through it`;
}

function entryItems(
  { attackers, periods, interfaces, strayEntryMark }: Model,
  { name, entry, into, ...who }: Interface,
  figures: ChainFigures | undefined,
): string[] {
  const marked = strayEntryMark || [...interfaces.values()].some((other) => other.entry === true);
  const isEntry = entry === true || (entry === undefined && !marked);
  const texts = (keys: readonly string[], known: ReadonlyMap<string, string>): string =>
    markdownNames(keys.map((key) => known.get(key) ?? key));
  if (!isEntry) {
    return ['Not an entry point'];
  }
  return [
    entry === true ? 'Entry point' : 'Entry point, as no interface is marked as one',
    into.length > 0 ? `From outside into: ${markdownNames(into)}` : '',
    who.attackers.length > 0 ? `Attackers: ${texts(who.attackers, attackers)}` : '',
    who.periods.length > 0 ? `Periods: ${texts(who.periods, periods)}` : '',
    figureItem('Chains from it', figures, ({ entries }) => entries.get(name)),
  ];
}

function relationText(model: Model, component: Component | undefined, name: string): string {
  const relation = component?.relations.get(name);
  if (!component || !relation) {
    return '';
  }
  const rated = typesAskedOf(model)(component).map((type) => {
    const rating = relation.ratings[type];
    if (!rating) {
      return `${type} not rated`;
    }
    const value = rating.none ? 'none' : rating.score.toFixed(1);
    return `${type} ${value}${rating.rule === undefined ? '' : ' by rule'}`;
  });
  return paragraphs([
    `Entering ${escapeMarkdown(relation.component)} through it: ${rated.join(', ')}`,
    ...relation.notes.map(escapeMarkdown),
  ]);
}
