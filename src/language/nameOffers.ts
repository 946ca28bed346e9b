import { COMPONENT_LABELS } from '../model/labels';
import { mentionsIn, type NamedKind, type NameMention } from '../model/mentions';
import type { Component, Model } from '../model/model';
import type { TextRange } from '../text/range';
import type { Snapshot } from '../workspace/snapshot';
import type { Offer } from './completionItem';
import { LABEL_MEANINGS } from './labelMeanings';
import { escapeMarkdown } from './markdown';

const MOST_LISTED = 3;

/** The names that a model knows, as offers; what is being typed is none of them. */
export class NameOffers {
  /** @param typed the text that is being typed, which can look like a name already */
  constructor(
    private readonly snapshot: Snapshot,
    private readonly file: string,
    private readonly typed: TextRange,
  ) {}

  /** All names of a kind: those that are declared first, then those that are only referred to. */
  all(kind: NamedKind): Offer[] {
    const { declared, mentioned } = this.namesOf(kind);
    return [...declared, ...mentioned].map((name) => nameOffer(this.snapshot.model, kind, name));
  }

  /** All names of a kind for a place that declares them: those that nothing declares yet come first. */
  toDeclare(kind: NamedKind): Offer[] {
    const { declared, mentioned } = this.namesOf(kind);
    return [...mentioned, ...declared].map((name) => nameOffer(this.snapshot.model, kind, name));
  }

  /** All components; those that have an interface first. */
  componentsWith(name: string): Offer[] {
    const { model } = this.snapshot;
    const having = model.interfaces.get(name)?.components ?? [];
    return [...having.map((component) => nameOffer(model, 'component', component)), ...this.all('component')];
  }

  /** The interfaces of a component, those without ratings first; all interfaces where it has none. */
  interfacesOf(name: string): Offer[] {
    const { model, origins } = this.snapshot;
    const names = [...(model.components.get(name)?.relations.keys() ?? [])];
    if (names.length === 0) {
      return this.all('interface');
    }
    const rated = origins.ratings.get(name);
    const isRated = (other: string): boolean =>
      (rated?.get(other) ?? []).some(({ record }) => Object.keys(record.cells).length > 0);
    return [...names.filter((other) => !isRated(other)), ...names.filter(isRated)].map((other) => ({
      ...nameOffer(model, 'interface', other),
      detail: isRated(other) ? 'rated' : 'not rated yet',
    }));
  }

  /** The assets of a component, then those of others. */
  assetsOf(component: string): Offer[] {
    const own: Offer[] = [];
    const others: Offer[] = [];
    for (const { name, component: holder = '' } of this.mentions('asset')) {
      (holder === component ? own : others).push({ label: name, kind: 'asset', detail: holder });
    }
    return [...own, ...others];
  }

  /** The labels that mean something, then those that components have. */
  labels(): Offer[] {
    const known: readonly string[] = COMPONENT_LABELS;
    const used = this.snapshot.records.flatMap(({ file, components }) =>
      components.flatMap(({ labels }) =>
        labels.flatMap(({ value, range }) => (this.covers(file, range) ? [] : [value])),
      ),
    );
    return [...new Set([...known, ...used])].map((label) => ({
      label,
      kind: 'label',
      documentation: escapeMarkdown(LABEL_MEANINGS.get(label) ?? ''),
    }));
  }

  private namesOf(kind: NamedKind): { readonly declared: Set<string>; readonly mentioned: Set<string> } {
    const declared = new Set<string>();
    const mentioned = new Set<string>();
    for (const { name, declares } of this.mentions(kind)) {
      (declares ? declared : mentioned).add(name);
    }
    for (const name of declared) {
      mentioned.delete(name);
    }
    return { declared, mentioned };
  }

  private *mentions(kind: NamedKind): Generator<NameMention> {
    for (const records of this.snapshot.records) {
      for (const mention of mentionsIn(records, [kind])) {
        if (!mention.pattern && mention.name !== '' && !this.covers(records.file, mention.range)) {
          yield mention;
        }
      }
    }
  }

  private covers(file: string, range: TextRange): boolean {
    return file === this.file && range.start <= this.typed.end && this.typed.start <= range.end;
  }
}

function nameOffer(model: Model, kind: NamedKind, name: string): Offer {
  const offer = { label: name, kind };
  switch (kind) {
    case 'component':
      return { ...offer, ...componentDetails(model.components.get(name)) };
    case 'interface':
      return { ...offer, detail: shortList(model.interfaces.get(name)?.components ?? []) };
    case 'facility':
      return { ...offer, documentation: escapeMarkdown(model.facilities.get(name) ?? '') };
    case 'attacker':
      return { ...offer, detail: model.attackers.get(name) ?? '' };
    case 'period':
      return { ...offer, detail: model.periods.get(name) ?? '' };
    default:
      return offer;
  }
}

function componentDetails(component: Component | undefined): Pick<Offer, 'detail' | 'documentation'> {
  if (!component) {
    return { detail: 'not declared' };
  }
  const { facility, labels, description } = component;
  return {
    detail: [...(facility === undefined ? [] : [facility]), ...labels].join(', '),
    ...(description !== undefined && { documentation: escapeMarkdown(description) }),
  };
}

function shortList(names: readonly string[]): string {
  const more = names.length > MOST_LISTED ? `, ${names.length - MOST_LISTED} more` : '';
  return names.slice(0, MOST_LISTED).join(', ') + more;
}
