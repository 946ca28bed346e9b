import type { NamedKind } from '../model/mentions';
import { namePattern } from '../model/ratingRules';
import { plural } from '../text/numbers';
import type { Snapshot } from '../workspace/snapshot';
import { escapeMarkdown, markdownNames, paragraphs } from './markdown';

/** What is known about a facility, attacker or period, as Markdown: its text, and where it is used. */
export function declaredHover(
  { model }: Snapshot,
  kind: Exclude<NamedKind, 'component' | 'interface' | 'asset' | 'vector'>,
  name: string,
): string {
  const title = `**${escapeMarkdown(name)}** (${kind})`;
  if (kind === 'facility') {
    const components = [...model.components.values()].filter(({ facility }) => facility === name);
    return paragraphs([
      title,
      escapeMarkdown(model.facilities.get(name) ?? ''),
      usedBy(
        'component',
        components.map((component) => component.name),
      ),
    ]);
  }
  const texts = kind === 'attacker' ? model.attackers : model.periods;
  const entries = [...model.interfaces.values()].filter(({ attackers, periods }) =>
    (kind === 'attacker' ? attackers : periods).includes(name),
  );
  return paragraphs([
    title,
    escapeMarkdown(texts.get(name) ?? ''),
    usedBy(
      'interface',
      entries.map((entry) => entry.name),
    ),
  ]);
}

/** What a pattern stands for, as Markdown. */
export function patternHover({ model }: Snapshot, kind: NamedKind, pattern: string): string {
  const title = `**${escapeMarkdown(pattern)}** (pattern)`;
  const facilities = new Set([...model.components.values()].flatMap(({ facility }) => facility ?? []));
  const known =
    kind === 'component' ? model.components : kind === 'interface' ? model.interfaces : facilities;
  const fitting = [...known.keys()].filter(namePattern(pattern));
  return paragraphs([title, fitting.length > 0 ? fits(kind, fitting) : `Fits no ${kind}.`]);
}

function fits(kind: NamedKind, names: readonly string[]): string {
  return `Fits ${manyOf(kind, names.length)}: ${markdownNames(names)}`;
}

function usedBy(kind: 'component' | 'interface', names: readonly string[]): string {
  return names.length > 0 ? `${manyOf(kind, names.length)}: ${markdownNames(names)}` : `No ${kind} names it.`;
}

function manyOf(kind: NamedKind, number: number): string {
  return kind === 'facility' && number !== 1 ? `${number} facilities` : plural(number, kind);
}
