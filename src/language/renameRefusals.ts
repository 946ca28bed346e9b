import { readRatingCell } from '../formats/ratingCell';
import type { RuleMatchRecord } from '../formats/records';
import { isVirtual, VIRTUAL_PREFIX } from '../model/labels';
import { mentionsIn, type NameMention, mentionsOf } from '../model/mentions';
import { namePattern } from '../model/ratingRules';
import { LineIndex } from '../text/lineIndex';
import type { Message } from '../text/message';
import type { Snapshot } from '../workspace/snapshot';

/** Codes of findings that cost records, whose names a rename would not see. */
const COSTLY: ReadonlySet<string> = new Set([
  'yaml-syntax',
  'yaml-alias',
  'csv-syntax',
  'duplicate-key',
  'unknown-key',
  'wrong-type',
  'missing-column',
]);

const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/u;

/** YAML reads keys of up to 1024 characters, quotes and escapes included. */
const LONGEST_NAME = 500;

/** Why a name cannot be renamed, whatever the new one; undefined where it can. */
export function refuseRename(snapshot: Snapshot, { name, pattern }: NameMention): Message | undefined {
  return pattern
    ? {
        template: '"{name}" is a pattern that stands for other names; rename one of those, or edit it here.',
        args: { name },
      }
    : refuseUnread(snapshot, name);
}

/** Why a name cannot become another one, blanks around it taken off; undefined where it can. */
export function refuseNewName(snapshot: Snapshot, named: NameMention, to: string): Message | undefined {
  return (
    refuseText(to) ??
    refuseUsed(snapshot, named, to) ??
    refusePatterns(snapshot, named, to) ??
    refuseByKind(snapshot, named, to)
  );
}

function refuseText(to: string): Message | undefined {
  if (to === '') {
    return { template: 'A name must not be empty.', args: {} };
  }
  if (UNPRINTABLE.test(to)) {
    return { template: 'A name must not hold line breaks or other control characters.', args: {} };
  }
  return to.length > LONGEST_NAME
    ? { template: 'A name must not be longer than {most} characters.', args: { most: LONGEST_NAME } }
    : undefined;
}

/** A record that could not be read may hold the name, and would go on using the old one. */
function refuseUnread({ records }: Snapshot, name: string): Message | undefined {
  for (const file of records) {
    const finding = file.findings.find(({ code }) => COSTLY.has(code));
    if (finding && occurrences(file.text, name) > countNamed([...mentionsIn(file)], name)) {
      const { line } = new LineIndex(file.text).positionAt(finding.range.start);
      const template =
        'Line {line} of {file} has an error, so that not every "{name}" there can be found; mend it first.';
      return { template, args: { line, file: file.file, name } };
    }
  }
  return undefined;
}

function countNamed(mentions: readonly NameMention[], name: string): number {
  return mentions.filter((mention) => mention.name === name).length;
}

function occurrences(text: string, name: string): number {
  return text.split(name).length - 1;
}

function refuseUsed({ origins }: Snapshot, named: NameMention, to: string): Message | undefined {
  const [used] = mentionsOf(origins, named.kind, to, named.component);
  if (!used) {
    return undefined;
  }
  const template =
    named.kind === 'asset'
      ? '"{component}" has an asset "{to}" already; choose another name.'
      : 'Another {kind} is named "{to}", in {file}; choose another name.';
  const args = { to, kind: named.kind, file: used.file, component: named.component ?? '' };
  return { template, args };
}

/** A rule must fit the same relations before and after. */
function refusePatterns({ origins }: Snapshot, { kind, name }: NameMention, to: string): Message | undefined {
  if (kind !== 'component' && kind !== 'interface' && kind !== 'facility') {
    return undefined;
  }
  if (to.includes('*')) {
    const template =
      'The name of a {kind} must not hold "*", which rating rules and filters take for any name.';
    return { template, args: { kind } };
  }
  for (const { record } of origins.ratingRules) {
    const pattern = patternOf(record.match, kind);
    const fits = namePattern(pattern);
    if (pattern !== undefined && fits(name) !== fits(to)) {
      const template = fits(name)
        ? 'The rating rule for "{pattern}" fits "{name}" but not "{to}", and would rate it no more; choose a name it fits, or change the rule first.'
        : 'The rating rule for "{pattern}" does not fit "{name}" but "{to}", and would rate it; choose a name it does not fit, or change the rule first.';
      return { template, args: { pattern, name, to } };
    }
  }
  return undefined;
}

function patternOf(match: RuleMatchRecord, kind: 'component' | 'interface' | 'facility'): string | undefined {
  const pattern = match[kind]?.value;
  return pattern?.includes('*') ? pattern : undefined;
}

function refuseByKind(snapshot: Snapshot, named: NameMention, to: string): Message | undefined {
  switch (named.kind) {
    case 'component':
      return refuseVirtual(snapshot, named.name, to) ?? refuseIds(snapshot, named, to);
    case 'asset':
      return refuseIds(snapshot, named, to);
    case 'vector':
      return refuseVector(to);
    default:
      return undefined;
  }
}

function refuseVirtual({ model }: Snapshot, name: string, to: string): Message | undefined {
  const labels = model.components.get(name)?.labels ?? new Set();
  const before = isVirtual(name, labels);
  if (before === isVirtual(to, labels)) {
    return undefined;
  }
  const args = { name, to, prefix: VIRTUAL_PREFIX };
  return before
    ? {
        template:
          '"{name}" is Virtual by its name, and "{to}" would be a device; keep "{prefix}", or give it the label Virtual first.',
        args,
      }
    : {
        template:
          '"{to}" begins with "{prefix}" and would be Virtual, which "{name}" is not; choose another name.',
        args,
      };
}

/** Assets without an id have theirs from the two names. */
function refuseIds({ model, origins }: Snapshot, named: NameMention, to: string): Message | undefined {
  const component = named.component ?? named.name;
  for (const asset of model.components.get(component)?.assets ?? []) {
    const byName = asset.id === `${asset.component}/${asset.name}`;
    const renamed = named.kind === 'component' || asset.name === named.name;
    const id = named.kind === 'component' ? `${to}/${asset.name}` : `${component}/${to}`;
    if (byName && renamed && origins.assets.has(id)) {
      const template = 'Another asset has the id "{id}", which "{asset}" would get; choose another name.';
      return { template, args: { id, asset: asset.name } };
    }
  }
  return undefined;
}

/** Cells are read as `none`, scores and vectors before names. */
function refuseVector(to: string): Message | undefined {
  const place = { file: '', range: { start: 0, end: to.length }, textStart: 0, decimalComma: true };
  if (readRatingCell(to, place, [])?.value.kind === 'name') {
    return undefined;
  }
  const template = 'A rating "{to}" would not be read as the name of a vector; choose another name.';
  return { template, args: { to } };
}
